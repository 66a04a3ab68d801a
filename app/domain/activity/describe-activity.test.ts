import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import {
  activityTypes,
  buildActivity,
  parseActivity,
  personIdsIn,
  subjectsOf,
  type Activity,
  type ActivityPayload,
  type ActivityType,
} from '~/domain/activity/activity'
import { describeActivity } from '~/domain/activity/describe-activity'

const people: Record<string, string> = { maya: 'Maya Lind', tom: 'Tom Okafor', ana: 'Ana Ruiz' }
const names = { person: (id: string) => people[id] ?? null }

const task = { taskId: 't1', planId: 'p1', action: 'Review vendor contracts' }
const other = { taskId: 't2', reference: 14, action: 'Read the contracts' }
const item = { templateId: 'g1', templateTitle: 'Vendors', itemId: 'i1', action: 'List vendors' }
const plan = { planId: 'p1', title: 'Vendor plan' }
const vendors = { templateId: 'g1', title: 'Vendors' }
const review = { reviewId: 'r1', title: 'Autumn review' }
const evidence = { ...task, evidenceId: 'e1', kind: 'file', title: 'scan.pdf' } as const
const friday = calendarDate('2026-12-18')
const monday = calendarDate('2026-12-21')

const told: { [Type in ActivityType]: [ActivityPayload<Type>, string] } = {
  'organisation.created': [{ name: 'Clinic' }, 'Maya Lind set up Clinic'],
  'person.invited': [
    { personId: 'tom', email: 'tom@clinic.example', permissionRole: 'member' },
    'Maya Lind invited Tom Okafor as member',
  ],
  'person.invitation-withdrawn': [
    { personId: 'tom' },
    'Maya Lind withdrew the invitation of Tom Okafor',
  ],
  'person.edited': [
    { personId: 'tom', fields: ['Name', 'Time zone'] },
    'Maya Lind changed the name and time zone of Tom Okafor',
  ],
  'person.joined': [{ personId: 'tom' }, 'Tom Okafor joined'],
  'person.deactivated': [{ personId: 'tom' }, 'Maya Lind deactivated Tom Okafor'],
  'person.absence-set': [
    {
      personId: 'tom',
      from: calendarDate('2026-12-14'),
      until: calendarDate('2026-12-18'),
      movedTaskCount: 2,
    },
    'Maya Lind set Tom Okafor out of office from Mon 14 Dec 2026 to Fri 18 Dec 2026; 2 tasks moved',
  ],
  'person.went-away': [
    { personId: 'tom', until: calendarDate('2026-12-18'), movedTaskCount: 1 },
    'Tom Okafor is away until Fri 18 Dec 2026; 1 task moved',
  ],
  'person.came-back': [{ personId: 'tom', movedTaskCount: 0 }, 'Tom Okafor is back'],
  'person.role-changed': [
    { personId: 'tom', from: 'member', to: 'manager' },
    'Maya Lind changed Tom Okafor from member to manager',
  ],
  'person.sessions-ended': [
    { personId: 'tom', count: 2 },
    'Maya Lind signed Tom Okafor out of 2 sessions',
  ],
  'passkey.renamed': [
    { passkeyId: 'k1', from: 'Ward telephone', name: 'My telephone' },
    'Maya Lind renamed the passkey “Ward telephone” to “My telephone”',
  ],
  'passkey.refused': [
    { personId: 'tom', name: 'Ward telephone' },
    'Maya Lind refused the passkey “Ward telephone” of Tom Okafor, because there may be a copy of it',
  ],
  'owner-role.assigned': [
    { ownerRoleId: 'hr', ownerRoleName: 'HR', holderId: 'tom', backupId: 'ana', movedTaskCount: 2 },
    'Maya Lind gave the role “HR” to Tom Okafor, with Ana Ruiz as backup; 2 tasks moved',
  ],
  'owner-role.added': [
    { ownerRoleId: 'lab', ownerRoleName: 'Laboratory' },
    'Maya Lind added the role “Laboratory”',
  ],
  'owner-role.edited': [
    { ownerRoleId: 'hr', ownerRoleName: 'HR', fields: ['Name', 'Aliases'] },
    'Maya Lind changed the name and aliases of the role “HR”',
  ],
  'guide.imported': [
    { ...vendors, itemCount: 8 },
    'Maya Lind imported the guide “Vendors” with 8 items',
  ],
  'template.created': [vendors, 'Maya Lind began the template “Vendors”'],
  'template.saved': [
    { ...vendors, planId: 'p1', planTitle: 'Vendor plan', itemCount: 8 },
    'Maya Lind saved the plan “Vendor plan” as the template “Vendors” with 8 items',
  ],
  'guide.revision-adopted': [
    { templateId: 'g2', title: 'Vendors', previousTemplateId: 'g1' },
    'Maya Lind took over the new version of the guide “Vendors”',
  ],
  'guide.revision-applied': [
    {
      ...plan,
      ...{ templateId: 'g2', guideTitle: 'Vendors', addedCount: 1, changedCount: 2, goneCount: 0 },
    },
    'Maya Lind brought the plan “Vendor plan” to the new version of “Vendors”: 1 task added, 2 changed, 0 marked as gone',
  ],
  'template.item-edited': [item, 'Maya Lind edited “List vendors” in “Vendors”'],
  'template.item-dropped': [item, 'Maya Lind dropped “List vendors” in “Vendors”'],
  'template.item-added': [item, 'Maya Lind added “List vendors” to “Vendors”'],
  'template.item-restored': [item, 'Maya Lind restored “List vendors” in “Vendors”'],
  'template.suggestion-applied': [
    { ...item, change: 'comes round every year' },
    'Maya Lind took up a suggestion for “List vendors” in “Vendors”: comes round every year',
  ],
  'template.suggestions-dismissed': [
    { templateId: 'g1', templateTitle: 'Vendors', count: 2 },
    'Maya Lind dismissed 2 suggestions for “Vendors”',
  ],
  'template.suggestions-recalled': [
    { templateId: 'g1', templateTitle: 'Vendors', count: 1 },
    'Maya Lind brought back 1 suggestion for “Vendors”',
  ],
  'plan.started': [
    { ...plan, startsOn: friday },
    'Maya Lind started the plan “Vendor plan” for Fri 18 Dec 2026',
  ],
  'plan.launched': [
    { ...plan, taskCount: 1 },
    'Maya Lind launched the plan “Vendor plan” with 1 task',
  ],
  'plan.cancelled': [
    { ...plan, reason: 'Sold' },
    'Maya Lind cancelled the plan “Vendor plan”: Sold',
  ],
  'task.started': [task, 'Maya Lind started “Review vendor contracts”'],
  'task.blocked': [
    { ...task, reason: 'No budget' },
    'Maya Lind marked “Review vendor contracts” as blocked: No budget',
  ],
  'task.unblocked': [task, 'Maya Lind unblocked “Review vendor contracts”'],
  'task.completed': [
    { ...task, provedBy: other },
    'Maya Lind completed “Review vendor contracts”, proved by #14 “Read the contracts”',
  ],
  'task.reopened': [{ ...task, reason: null }, 'Maya Lind reopened “Review vendor contracts”'],
  'task.cancelled': [
    { ...task, reason: 'Moot' },
    'Maya Lind cancelled “Review vendor contracts”: Moot',
  ],
  'task.assigned': [
    { ...task, fromPersonId: null, toPersonId: 'tom' },
    'Maya Lind gave “Review vendor contracts” to Tom Okafor',
  ],
  'task.due-date-moved': [
    { ...task, from: friday, to: monday },
    'Maya Lind moved the due date of “Review vendor contracts” from Fri 18 Dec 2026 to Mon 21 Dec 2026',
  ],
  'task.edited': [
    { ...task, fields: ['Action', 'Outcome', 'Owner role'] },
    'Maya Lind changed the action, outcome and owner role of “Review vendor contracts”',
  ],
  'task.came-round': [
    { ...task, dueOn: friday, previous: other },
    'Maya Lind brought “Review vendor contracts” round again for Fri 18 Dec 2026, after #14',
  ],
  'task.linked': [
    { ...task, other },
    'Maya Lind linked “Review vendor contracts” to #14 “Read the contracts”',
  ],
  'task.unlinked': [
    { ...task, other },
    'Maya Lind took the link between “Review vendor contracts” and #14 “Read the contracts” away',
  ],
  'task.added-from-guide': [
    task,
    'Maya Lind added “Review vendor contracts” from the new version of the guide',
  ],
  'task.gone-from-guide': [
    task,
    'Maya Lind marked “Review vendor contracts” as no longer in the guide',
  ],
  'task.commented': [
    { ...task, commentId: 'c1' },
    'Maya Lind commented on “Review vendor contracts”',
  ],
  'evidence.added': [
    evidence,
    'Maya Lind added the file “scan.pdf” as evidence for “Review vendor contracts”',
  ],
  'evidence.withdrawn': [
    { ...evidence, reason: 'Wrong scan' },
    'Maya Lind withdrew the file “scan.pdf” as evidence for “Review vendor contracts”: Wrong scan',
  ],
  'review.scheduled': [
    { ...review, scheduledOn: friday },
    'Maya Lind scheduled the review “Autumn review” for Fri 18 Dec 2026',
  ],
  'review.edited': [
    { ...review, scheduledOn: friday },
    'Maya Lind changed the review “Autumn review”, which is on Fri 18 Dec 2026',
  ],
  'review.opened': [review, 'Maya Lind opened the review “Autumn review” and froze its numbers'],
  'review.agenda-edited': [review, 'Maya Lind changed the agenda of the review “Autumn review”'],
  'review.decision-added': [
    { ...review, decisionId: 'd1', text: 'Buy it' },
    'Maya Lind wrote a decision in the review “Autumn review”: Buy it',
  ],
  'review.decision-edited': [
    { ...review, decisionId: 'd1', text: 'Buy two' },
    'Maya Lind changed a decision in the review “Autumn review”: Buy two',
  ],
  'review.decision-removed': [
    { ...review, decisionId: 'd1', text: 'Buy it' },
    'Maya Lind removed a decision from the review “Autumn review”: Buy it',
  ],
  'review.decision-made-task': [
    { ...review, decisionId: 'd1', taskId: 't1', action: 'Buy it' },
    'Maya Lind made a decision of the review “Autumn review” the task “Buy it”',
  ],
  'review.signed': [
    { ...review, hash: 'a'.repeat(64) },
    'Maya Lind signed the review “Autumn review”',
  ],
  'review.cancelled': [
    { ...review, reason: null },
    'Maya Lind cancelled the review “Autumn review”',
  ],
  'identity-provider.added': [
    { providerId: 'i1', name: 'Entra', issuer: 'https://login.clinic.example' },
    'Maya Lind added the sign-in provider “Entra” (https://login.clinic.example)',
  ],
  'identity-provider.edited': [
    { providerId: 'i1', name: 'Entra', fields: ['Client ID', 'Domains'] },
    'Maya Lind changed the client id and domains of the sign-in provider “Entra”',
  ],
  'identity-provider.disabled': [
    { providerId: 'i1', name: 'Entra' },
    'Maya Lind switched the sign-in provider “Entra” off',
  ],
  'identity-provider.enabled': [
    { providerId: 'i1', name: 'Entra' },
    'Maya Lind switched the sign-in provider “Entra” on',
  ],
  'identity-provider.person-linked': [
    { providerId: 'i1', name: 'Entra', personId: 'tom', email: 'tom@clinic.example' },
    'Tom Okafor signed in through “Entra” for the first time, as tom@clinic.example',
  ],
  'identity-provider.person-unlinked': [
    { providerId: 'i1', name: 'Entra', personId: 'tom', email: 'tom@clinic.example' },
    'Maya Lind unlinked Tom Okafor from “Entra”, where they were tom@clinic.example',
  ],
  'settings.changed': [
    { settings: ['Time zone', 'Holidays'] },
    'Maya Lind changed the settings: Time zone and Holidays',
  ],
  'account.signed-in': [{ method: 'single-sign-on' }, 'Maya Lind signed in by single sign-on'],
  'account.sign-in-refused': [
    { method: 'password', what: 'wrong password' },
    'Somebody was refused a sign-in as Maya Lind by password: wrong password',
  ],
  'account.signed-out': [{}, 'Maya Lind signed out'],
  'account.password-changed': [{}, 'Maya Lind changed their password'],
  'account.factor-added': [
    { method: 'passkey', what: 'the passkey “Laptop”' },
    'Maya Lind added a way to sign in: the passkey “Laptop”',
  ],
  'account.factor-removed': [{ method: 'passkey' }, 'Maya Lind removed a way to sign in: passkey'],
  'account.sessions-ended': [{ what: '3 sessions' }, 'Maya Lind ended 3 sessions'],
  'account.recovery-codes-made': [{}, 'Maya Lind made new recovery codes'],
  'account.recovery-code-used': [
    { what: '7 are left' },
    'Maya Lind used a recovery code: 7 are left',
  ],
  'evidence.read': [evidence, 'Maya Lind opened the file “scan.pdf” of “Review vendor contracts”'],
  'guide.kept-apart': [vendors, 'Maya Lind kept the guide “Vendors” as one of its own'],
  'template.renamed': [
    { ...vendors, from: 'Untitled guide' },
    'Maya Lind renamed the guide “Untitled guide” to “Vendors”',
  ],
  'plan.edited': [
    { ...plan, fields: ['Start', 'Due dates'] },
    'Maya Lind changed the start and due dates of the plan “Vendor plan”',
  ],
  'audit.exported': [
    { what: 'the audit log', format: 'CSV', filter: 'by Tom Okafor' },
    'Maya Lind exported the audit log as CSV: by Tom Okafor',
  ],
  'audit.checked': [
    { entryCount: 1200, findingCount: 0 },
    'Maya Lind checked the audit log: 1,200 entries, whole',
  ],
  'audit.purged': [
    { firstSequence: 1, lastSequence: 7, lastHash: 'a', keptSince: '2020-01-01T00:00:00.000Z' },
    'Maya Lind removed the entries 1 to 7 of the audit log, which were past their time',
  ],
  'audit.retention-changed': [
    { fromYears: 6, toYears: 10 },
    'Maya Lind changed how long the audit log is kept from 6 to 10 years',
  ],
  'audit.hold-placed': [
    { reason: 'Inquiry' },
    'Maya Lind placed a legal hold on the audit log: Inquiry',
  ],
  'audit.hold-lifted': [
    { reason: 'Closed' },
    'Maya Lind lifted the legal hold on the audit log: Closed',
  ],
}

const build = (type: ActivityType) =>
  buildActivity(type, 'maya', told[type][0] as ActivityPayload<typeof type>) as Activity

describe('describeActivity', () => {
  it.each(activityTypes)('%s', (type) => {
    expect(describeActivity(build(type), names)).toBe(told[type][1])
  })

  it.each([
    ['tom', 'tom', 'Tom Okafor took “Review vendor contracts”'],
    ['maya', null, 'Maya Lind gave “Review vendor contracts” back to its owner role'],
    [null, 'tom', 'Wardround gave “Review vendor contracts” to Tom Okafor'],
    ['gone', 'lost', 'Somebody gave “Review vendor contracts” to somebody'],
  ])('task.assigned by %s to %s', (actorId, toPersonId, sentence) => {
    const payload = { ...task, fromPersonId: 'ana', toPersonId }
    expect(describeActivity(buildActivity('task.assigned', actorId, payload), names)).toBe(sentence)
  })

  it.each([
    ['task.started', task, 'Maya Lind started it'],
    ['task.commented', { ...task, commentId: 'c' }, 'Maya Lind commented'],
    [
      'task.due-date-moved',
      { ...task, from: '2026-12-01', to: '2026-12-18' },
      'Maya Lind moved the due date from Tue 1 Dec 2026 to Fri 18 Dec 2026',
    ],
    [
      'task.assigned',
      { ...task, fromPersonId: null, toPersonId: 'tom' },
      'Maya Lind gave it to Tom Okafor',
    ],
  ] as const)(
    '%s does not repeat the name in the task’s own history',
    (type, payload, sentence) => {
      const activity = buildActivity(
        type,
        'maya',
        payload as ActivityPayload<typeof type>,
      ) as Activity
      expect(describeActivity(activity, names, { isOwnHistory: true })).toBe(sentence)
    },
  )

  it('says when an office is empty', () => {
    const payload = { ownerRoleId: 'hr', ownerRoleName: 'HR', holderId: null, backupId: null }
    expect(describeActivity(buildActivity('owner-role.assigned', 'maya', payload), names)).toBe(
      'Maya Lind gave the role “HR” to nobody',
    )
  })
})

describe('the record', () => {
  it.each(activityTypes)('%s comes back whole through JSON', (type) => {
    const activity = build(type)
    expect(parseActivity(JSON.parse(JSON.stringify(activity)))).toEqual(activity)
  })

  it('keeps nothing that its type does not hold', () => {
    const payload = { ...task, secret: 'x' }
    expect(buildActivity('task.started', 'maya', payload).payload).toEqual(task)
  })

  it.each(['task.vanished', 'toString', '__proto__'])('refuses the unknown type %s', (type) => {
    expect(() => parseActivity({ type, actorId: null, payload: {} })).toThrow(RangeError)
  })

  it('refuses a payload that does not fit', () => {
    expect(() => parseActivity({ type: 'task.started', actorId: 'maya', payload: {} })).toThrow()
  })

  it('names its people and its subjects for queries', () => {
    expect(personIdsIn([build('owner-role.assigned'), build('task.assigned')]).sort()).toEqual([
      'ana',
      'maya',
      'tom',
    ])
    expect(subjectsOf(build('task.assigned'))).toEqual({
      planId: 'p1',
      taskId: 't1',
      reviewId: null,
    })
    expect(subjectsOf(build('review.decision-made-task'))).toEqual({
      planId: null,
      taskId: 't1',
      reviewId: 'r1',
    })
  })
})
