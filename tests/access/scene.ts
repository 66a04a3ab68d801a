import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { newId, newToken } from '~/infra/ids.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { openEnrolment } from '~/services/accounts/authenticators.server'
import { beginSession } from '~/services/accounts/sessions.server'
import { addIdentityProvider } from '~/services/organisations/identity-providers.server'
import { getSetupToken } from '~/services/organisations/installation.server'
import { addHoliday } from '~/services/organisations/add-holiday.server'
import { storeContactLink } from '~/services/people/contact-links.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { enqueueEmail } from '~/services/mail/enqueue-email.server'
import { addDecision } from '~/services/reviews/add-decision.server'
import { assignTask } from '~/services/tasks/assign-task.server'
import { addEvidence } from '~/services/tasks/add-evidence.server'
import { linkTasks } from '~/services/tasks/link-tasks.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan, createRunningPlan } from '~tests/factories/plan'
import { createOpenReview, createReview } from '~tests/factories/review'
import { createTwoVersions } from '~tests/factories/revision'
import { register } from '~tests/support/passkey-people'
import { softwareAuthenticator } from '~tests/support/software-authenticator'

/** One organisation with one of everything that an address can name, and somebody in every role. */
export interface Scene {
  people: Record<PermissionRole, Actor>
  /** An administrator of another organisation. */
  stranger: Actor
  templateId: string
  firstTemplateId: string
  revisedTemplateId: string
  itemId: string
  draftPlanId: string
  planId: string
  /** Launched, and the member's. */
  taskId: string
  otherTaskId: string
  otherReference: number
  evidenceId: string
  fileId: string
  reviewId: string
  openReviewId: string
  decisionId: string
  personId: string
  invitedId: string
  ownerRoleId: string
  holidayId: string
  emailId: string
  /** Of the person `personId`. */
  personSessionId: string
  /** The member's own: a session, a passkey (and an authenticator app), and who a provider says they are. */
  sessionId: string
  passkeyId: string
  identityId: string
  providerId: string
  /** The link of a contact's mail, and the one task it is about. */
  linkToken: string
  contactTaskId: string
  /** Another organisation's. */
  strangerLinkToken: string
}

export async function createScene(): Promise<Scene> {
  await getSetupToken()
  // The installation's first organisation, so that nothing is allowed to the scene by being first.
  const stranger = (await createOrganisation({ name: 'Bergklinik' })).administrator
  const { organisationId, administrator } = await createOrganisation({ name: 'Lindenhof' })
  const join = (permissionRole: PermissionRole) => createPerson({ organisationId, permissionRole })
  const people = {
    administrator,
    manager: await join('manager'),
    member: await join('member'),
    leader: await join('leader'),
    auditor: await join('auditor'),
  }
  const ownerRoleId = await giveOwnerRole(organisationId, 'hr', people.member)
  return {
    ...{ people, stranger, ownerRoleId },
    ...(await createGuides(administrator)),
    ...(await createWork(administrator, people.member)),
    ...(await createReviews(administrator)),
    ...(await createHousehold(administrator)),
    ...(await createWaysIn(administrator, people.member)),
    strangerLinkToken: (await createContact(stranger)).linkToken,
  }
}

/** A session that stands open somewhere; its public id. */
async function openSession({ accountId, organisationId }: Actor): Promise<string> {
  const visitor = { address: '192.0.2.1', userAgent: 'tests' }
  await beginSession(accountId, organisationId, { method: 'password', visitor })
  const newest = await db().session.findFirstOrThrow({
    where: { accountId },
    orderBy: { publicId: 'desc' },
  })
  return newest.publicId
}

/** What the member signs in with, and a provider nobody answers at: its port is the discard service's. */
async function createWaysIn(actor: Actor, { accountId, ...member }: Actor) {
  const owner = { accountId, ...member }
  await register(owner, softwareAuthenticator())
  const passkey = await db().passkey.findFirstOrThrow({ where: { accountId } })
  await openEnrolment(owner)
  await db().authenticator.update({ where: { accountId }, data: { confirmedAt: now() } })
  const providerId = await addIdentityProvider(actor, {
    ...{ name: 'Clinic account', issuer: 'http://localhost:9', clientId: 'wardround' },
    ...{ clientSecret: 'kept to ourselves', domains: ['clinic.example'] },
    ...{ createsPeople: false, newPersonRole: 'member' },
  })
  const identityId = newId()
  await db().externalIdentity.create({
    data: { id: identityId, accountId, providerId, subject: identityId, email: owner.email },
  })
  return { passkeyId: passkey.id, providerId, identityId, sessionId: await openSession(owner) }
}

/** Somebody who acts from email only, with the link of a mail. */
async function createContact(actor: Actor) {
  const { personId } = await invitePerson(actor, {
    ...{ name: 'Cem Contact', email: 'cem@supplier.example', permissionRole: 'member' },
    isContact: true,
  })
  const linkToken = newToken()
  const { organisationId } = actor
  await transaction((tx) =>
    storeContactLink(tx, { organisationId, personId, emailId: newId(), token: linkToken }),
  )
  return { contactId: personId, linkToken }
}

async function createGuides(actor: Actor) {
  const { firstId, secondId } = await createTwoVersions(actor)
  const { templateId } = await importGuide(actor, {
    text: '# Wards\n\n## 30-day action plan\n\n- Lock the server room every evening.\n',
  })
  const item = await db().templateItem.findFirstOrThrow({ where: { templateId } })
  return { templateId, itemId: item.id, firstTemplateId: firstId, revisedTemplateId: secondId }
}

async function createWork(actor: Actor, member: Actor) {
  const item = { ownerRole: 'hr' as const, dueOn: '2026-12-01' }
  const draftPlanId = await createDraftPlan(actor, { items: [item], title: 'Draft' })
  const { planId, taskIds } = await createRunningPlan(actor, {
    items: [item, item, item, item],
  })
  const [taskId, otherTaskId, , contactTaskId] = taskIds as [string, string, string, string]
  const { contactId, linkToken } = await createContact(actor)
  await assignTask(actor, { taskId: contactTaskId, assigneeId: contactId, version: 2 })
  const note = { kind: 'note' as const, note: 'Locked' }
  const evidenceId = await addEvidence(member, { taskId, ...note })
  const file = { fileName: 'a.txt', bytes: new TextEncoder().encode('lock') }
  const fileId = await addEvidence(member, { taskId, kind: 'file', ...file })
  const { reference } = await db().task.findUniqueOrThrow({ where: { id: otherTaskId } })
  await linkTasks(actor, { taskId, reference })
  const otherReference = reference
  return {
    ...{ draftPlanId, planId, taskId, otherTaskId, otherReference, evidenceId, fileId },
    ...{ contactTaskId, linkToken },
  }
}

async function createReviews(actor: Actor) {
  const reviewId = await createReview(actor)
  const openReviewId = await createOpenReview(actor, { title: 'Open review' })
  await addDecision(actor, {
    ...{ reviewId: openReviewId, text: 'Buy locks', ownerPersonId: null, dueOn: null },
  })
  const { id: decisionId } = await db().decision.findFirstOrThrow({
    where: { reviewId: openReviewId },
  })
  return { reviewId, openReviewId, decisionId }
}

async function createHousehold(actor: Actor) {
  const { organisationId } = actor
  const person = await createPerson({ organisationId, name: 'Nora Nurse' })
  const guest = {
    name: 'Gil Guest',
    email: 'gil@clinic.example',
    permissionRole: 'member',
  } as const
  const { personId: invitedId } = await invitePerson(actor, guest)
  await addHoliday(actor, { onDate: calendarDate('2026-12-24'), name: 'Christmas Eve' })
  const holiday = await db().holiday.findFirstOrThrow({ where: { organisationId } })
  await transaction((tx) =>
    enqueueEmail(tx, {
      ...{ organisationId, personId: person.personId, toName: person.name },
      ...{ toAddress: person.email, kind: 'password-changed' },
      payload: {
        recipientName: person.name,
        changedAtWords: now().toISOString(),
        resetUrl: 'http://localhost:3000/forgot-password',
        instanceUrl: 'http://localhost:3000',
      },
    }),
  )
  const email = await db().email.findFirstOrThrow({ where: { kind: 'password-changed' } })
  return {
    ...{ personId: person.personId, invitedId, holidayId: holiday.id, emailId: email.id },
    personSessionId: await openSession(person),
  }
}
