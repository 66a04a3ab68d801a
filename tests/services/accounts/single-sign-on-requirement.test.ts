import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { acceptInvitation } from '~/services/accounts/invitations.server'
import { liftSingleSignOn } from '~/services/accounts/lift-single-sign-on.server'
import { hashPassword } from '~/services/accounts/passwords.server'
import { readSession } from '~/services/accounts/sessions.server'
import { signIn } from '~/services/accounts/sign-in.server'
import { ensureSingleSignOnWorks } from '~/services/accounts/single-sign-on-requirement.server'
import {
  disableIdentityProvider,
  enableIdentityProvider,
} from '~/services/organisations/identity-providers.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import {
  clinicWithProvider,
  comeIn,
  cookieOf,
  known,
  password,
  stopProviders,
  visitor,
  type Clinic,
} from '~tests/support/clinic-with-provider'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

afterAll(stopProviders)

describe('an organisation that asks for single sign-on', () => {
  let where: Clinic
  const ask = (singleSignOnFor: string, singleSignOnFrom: string | null = null) =>
    db().organisation.update({
      where: { id: where.organisationId },
      data: { signInPolicy: { singleSignOnFor, singleSignOnFrom } },
    })
  const withPassword = async (permissionRole: 'administrator' | 'member') => {
    const { organisationId } = where
    const actor = await createPerson({ organisationId, permissionRole })
    const passwordHash = await hashPassword(password)
    await db().account.update({ where: { id: actor.accountId }, data: { passwordHash } })
    return actor
  }
  beforeAll(async () => {
    where = await clinicWithProvider({ createsPeople: true })
  })

  it('lets passwords in for those it does not ask, and until the day', async () => {
    const member = await withPassword('member')
    const administrator = await withPassword('administrator')
    await ask('managers')
    await expect(signIn({ email: member.email, password }, visitor)).resolves.toBeDefined()
    await expect(signIn({ email: administrator.email, password }, visitor)).rejects.toThrow(
      /sign in through Provider \d+/,
    )
    await ask('everyone', '2999-01-01')
    await expect(signIn({ email: administrator.email, password }, visitor)).resolves.toBeDefined()
    await ask('everyone')
    await expect(signIn({ email: member.email, password }, visitor)).rejects.toThrow(/sign in thr/)
    known(where, 'through')
    expect((await comeIn(where)).actor.organisationId).toBe(where.organisationId)
  })

  it('says so only to who proved who they are', async () => {
    const member = await withPassword('member')
    await ask('everyone')
    const wrong = signIn({ email: member.email, password: 'something else' }, visitor)
    await expect(wrong).rejects.toThrow(/do not belong together/)
  })

  it('leaves the account’s other organisations open', async () => {
    const member = await withPassword('member')
    await ask('everyone')
    const second = await createOrganisation()
    await db().person.create({
      data: {
        ...{ id: newId(), organisationId: second.organisationId, accountId: member.accountId },
        ...{ name: member.name, email: member.email, permissionRole: 'member', joinedAt: now() },
      },
    })
    const { cookie } = await signIn({ email: member.email, password }, visitor)
    const { actor } = await readSession(cookieOf(cookie))
    expect(actor?.organisationId).toBe(second.organisationId)
  })

  it('is not joined by a link and a password either', async () => {
    await ask('everyone')
    const email = `linked@${where.domain}`
    const invitation = { name: 'Lin', email, permissionRole: 'member' as const, ownerRoleIds: [] }
    await invitePerson(where.administrator, invitation)
    const mail = await db().email.findFirstOrThrow({ where: { toAddress: email } })
    const token = /invitations\/([\w-]+)/.exec(mail.text ?? '')![1]!
    const joining = acceptInvitation(token, { name: 'Lin', password }, visitor)
    await expect(joining).rejects.toThrow(/sign in through/)
    const person = await db().person.findFirstOrThrow({ where: { email } })
    expect(person.accountId).toBeNull()
  })

  it('is opened again by whoever runs the installation, and the record says so', async () => {
    const member = await withPassword('member')
    await ask('everyone')
    const { organisationId } = where
    await liftSingleSignOn({ id: organisationId, name: 'Clinic' })
    await expect(signIn({ email: member.email, password }, visitor)).resolves.toBeDefined()
    const told = await db().activity.findFirstOrThrow({
      where: { organisationId, type: 'settings.changed' },
      orderBy: { at: 'desc' },
    })
    expect(told).toMatchObject({ way: 'shell', personId: null })
    await expect(liftSingleSignOn({ id: organisationId, name: 'Clinic' })).rejects.toThrow(
      /nothing was changed/,
    )
  })

  it('can ask for it only from within, and keeps its last provider', async () => {
    const { administrator, providerId } = where
    await expect(ensureSingleSignOnWorks(db(), administrator)).rejects.toThrow(/Sign out and come/)
    await expect(
      ensureSingleSignOnWorks(db(), { ...administrator, isAccountWide: false }),
    ).resolves.toBeUndefined()
    const { administrator: without } = await createOrganisation()
    await expect(
      ensureSingleSignOnWorks(db(), { ...without, isAccountWide: false }),
    ).rejects.toThrow(/no provider/)
    await ask('managers', '2999-01-01')
    await expect(disableIdentityProvider(administrator, providerId)).rejects.toThrow(/only way/)
    await ask('nobody')
    expect(await disableIdentityProvider(administrator, providerId)).toBe(true)
    expect(await enableIdentityProvider(administrator, providerId)).toBe(true)
  })
})
