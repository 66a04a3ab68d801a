/**
 * The sentence of an activity, as the history of a task, the audit log and the exports show it.
 *
 *     describeActivity(assigned, { person: nameOf })
 *     // 'Maya Lind gave “Review vendor contracts” to Tom Okafor'
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import { signInMethodLabel, type SignInMethod } from '~/domain/access/sign-in-method'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { evidenceKindLabel } from '~/domain/tasks/evidence-kinds'
import type { Activity, ActivityPayload, ActivityType } from '~/domain/activity/activity'

/** How ids become names. A person nobody knows any more yields null. */
export interface ActivityNames {
  person: (personId: string) => string | null
}

interface Telling<Type extends ActivityType> {
  /** The actor's name, for the beginning of the sentence. */
  who: string
  actorId: string | null
  payload: ActivityPayload<Type>
  name: (personId: string | null) => string
  /** The task in quotes, or "it" in the task's own history. */
  task: string
  /** " of “Review vendor contracts”", or nothing in the task's own history. */
  about: (preposition: string) => string
}

const nobody = 'nobody'
const unknownPerson = 'somebody'

const sentences: { [Type in ActivityType]: (telling: Telling<Type>) => string } = {
  'organisation.created': ({ who, payload }) => `${who} set up ${payload.name}`,
  'person.invited': ({ who, payload, name }) =>
    `${who} invited ${name(payload.personId)} as ${roleWord(payload.permissionRole)}`,
  'person.invitation-withdrawn': ({ who, payload, name }) =>
    `${who} withdrew the invitation of ${name(payload.personId)}`,
  'person.edited': ({ who, payload, name }) =>
    `${who} changed the ${listed(payload.fields.map((field) => field.toLowerCase()))} of ${name(payload.personId)}`,
  'person.joined': ({ payload, name }) => `${capital(name(payload.personId))} joined`,
  'person.deactivated': ({ who, payload, name }) => `${who} deactivated ${name(payload.personId)}`,
  'person.absence-set': ({ who, payload, name }) =>
    payload.from && payload.until
      ? `${who} set ${name(payload.personId)} out of office from ${day(payload.from)} to ${day(payload.until)}${movedWords(payload.movedTaskCount ?? 0)}`
      : `${who} took the absence of ${name(payload.personId)} back${movedWords(payload.movedTaskCount ?? 0)}`,
  'person.went-away': ({ payload, name }) =>
    `${capital(name(payload.personId))} is away until ${day(payload.until)}${movedWords(payload.movedTaskCount)}`,
  'person.came-back': ({ payload, name }) =>
    `${capital(name(payload.personId))} is back${movedWords(payload.movedTaskCount)}`,
  'person.role-changed': ({ who, payload, name }) =>
    `${who} changed ${name(payload.personId)} from ${roleWord(payload.from)} to ${roleWord(payload.to)}`,
  'person.sessions-ended': ({ who, payload, name }) =>
    `${who} signed ${name(payload.personId)} out of ${counted(payload.count, 'session')}`,
  'passkey.renamed': ({ who, payload }) =>
    `${who} renamed the passkey “${payload.from}” to “${payload.name}”`,
  'passkey.refused': ({ who, payload, name }) =>
    `${who} refused the passkey “${payload.name}” of ${name(payload.personId)}, because there may be a copy of it`,
  'owner-role.assigned': ({ who, payload, name }) =>
    `${who} gave the role “${payload.ownerRoleName}” to ${name(payload.holderId)}${backupWords(payload.backupId, name)}${movedWords(payload.movedTaskCount ?? 0)}`,
  'owner-role.added': ({ who, payload }) => `${who} added the role “${payload.ownerRoleName}”`,
  'owner-role.edited': ({ who, payload }) =>
    `${who} changed the ${listed(payload.fields.map((field) => field.toLowerCase()))} of the role “${payload.ownerRoleName}”`,
  'guide.imported': ({ who, payload }) =>
    `${who} imported the guide “${payload.title}” with ${counted(payload.itemCount, 'item')}`,
  'template.created': ({ who, payload }) => `${who} began the template “${payload.title}”`,
  'template.saved': ({ who, payload }) =>
    `${who} saved the plan “${payload.planTitle}” as the template “${payload.title}” with ${counted(payload.itemCount, 'item')}`,
  'guide.revision-adopted': ({ who, payload }) =>
    `${who} took over the new version of the guide “${payload.title}”`,
  'guide.revision-applied': ({ who, payload }) =>
    `${who} brought the plan “${payload.title}” to the new version of “${payload.guideTitle}”: ${counted(payload.addedCount, 'task')} added, ${payload.changedCount} changed, ${payload.goneCount} marked as gone`,
  'template.item-edited': ({ who, payload }) => `${who} edited ${itemWords(payload)}`,
  'template.item-dropped': ({ who, payload }) => `${who} dropped ${itemWords(payload)}`,
  'template.item-added': ({ who, payload }) =>
    `${who} added “${payload.action}” to “${payload.templateTitle}”`,
  'template.item-restored': ({ who, payload }) => `${who} restored ${itemWords(payload)}`,
  'template.suggestion-applied': ({ who, payload }) =>
    `${who} took up a suggestion for ${itemWords(payload)}: ${payload.change}`,
  'template.suggestions-dismissed': ({ who, payload }) =>
    `${who} dismissed ${counted(payload.count, 'suggestion')} for “${payload.templateTitle}”`,
  'template.suggestions-recalled': ({ who, payload }) =>
    `${who} brought back ${counted(payload.count, 'suggestion')} for “${payload.templateTitle}”`,
  'plan.started': ({ who, payload }) =>
    `${who} started the plan “${payload.title}” for ${day(payload.startsOn)}`,
  'plan.launched': ({ who, payload }) =>
    `${who} launched the plan “${payload.title}” with ${counted(payload.taskCount, 'task')}`,
  'plan.cancelled': ({ who, payload }) =>
    `${who} cancelled the plan “${payload.title}”${because(payload.reason)}`,
  'task.started': ({ who, task }) => `${who} started ${task}`,
  'task.blocked': ({ who, task, payload }) =>
    `${who} marked ${task} as blocked${because(payload.reason)}`,
  'task.unblocked': ({ who, task }) => `${who} unblocked ${task}`,
  'task.completed': ({ who, task, payload }) =>
    `${who} completed ${task}${payload.provedBy ? `, proved by ${otherWords(payload.provedBy)}` : ''}`,
  'task.reopened': ({ who, task, payload }) => `${who} reopened ${task}${because(payload.reason)}`,
  'task.cancelled': ({ who, task, payload }) =>
    `${who} cancelled ${task}${because(payload.reason)}`,
  'task.assigned': assignedSentence,
  'task.due-date-moved': ({ who, payload, about }) =>
    `${who} moved the due date${about('of')} from ${day(payload.from)} to ${day(payload.to)}`,
  'task.edited': ({ who, payload, about }) =>
    `${who} changed the ${listed(payload.fields.map((field) => field.toLowerCase()))}${about('of')}`,
  'task.came-round': ({ who, task, payload }) =>
    `${who} brought ${task} round again for ${day(payload.dueOn)}, after #${payload.previous.reference}`,
  'task.linked': ({ who, task, payload }) =>
    `${who} linked ${task} to ${otherWords(payload.other)}`,
  'task.unlinked': ({ who, task, payload }) =>
    `${who} took the link between ${task} and ${otherWords(payload.other)} away`,
  'task.added-from-guide': ({ who, task }) =>
    `${who} added ${task} from the new version of the guide`,
  'task.gone-from-guide': ({ who, task }) => `${who} marked ${task} as no longer in the guide`,
  'task.commented': ({ who, about }) => `${who} commented${about('on')}`,
  'evidence.added': ({ who, payload, about }) =>
    `${who} added ${evidenceWords(payload)}${about('for')}`,
  'evidence.withdrawn': ({ who, payload, about }) =>
    `${who} withdrew ${evidenceWords(payload)}${about('for')}${because(payload.reason)}`,
  'review.scheduled': ({ who, payload }) =>
    `${who} scheduled the review “${payload.title}” for ${day(payload.scheduledOn)}`,
  'review.edited': ({ who, payload }) =>
    `${who} changed the review “${payload.title}”, which is on ${day(payload.scheduledOn)}`,
  'review.opened': ({ who, payload }) =>
    `${who} opened the review “${payload.title}” and froze its numbers`,
  'review.agenda-edited': ({ who, payload }) =>
    `${who} changed the agenda of the review “${payload.title}”`,
  'review.decision-added': ({ who, payload }) =>
    `${who} wrote a decision in the review “${payload.title}”: ${payload.text}`,
  'review.decision-edited': ({ who, payload }) =>
    `${who} changed a decision in the review “${payload.title}”: ${payload.text}`,
  'review.decision-removed': ({ who, payload }) =>
    `${who} removed a decision from the review “${payload.title}”: ${payload.text}`,
  'review.decision-made-task': ({ who, payload }) =>
    `${who} made a decision of the review “${payload.title}” the task “${payload.action}”`,
  'review.signed': ({ who, payload }) => `${who} signed the review “${payload.title}”`,
  'review.cancelled': ({ who, payload }) =>
    `${who} cancelled the review “${payload.title}”${because(payload.reason)}`,
  'identity-provider.added': ({ who, payload }) =>
    `${who} added the sign-in provider “${payload.name}” (${payload.issuer})`,
  'identity-provider.edited': ({ who, payload }) =>
    `${who} changed the ${listed(payload.fields.map((field) => field.toLowerCase()))} of the sign-in provider “${payload.name}”`,
  'identity-provider.disabled': ({ who, payload }) =>
    `${who} switched the sign-in provider “${payload.name}” off`,
  'identity-provider.enabled': ({ who, payload }) =>
    `${who} switched the sign-in provider “${payload.name}” on`,
  'identity-provider.person-linked': ({ payload, name }) =>
    `${capital(name(payload.personId))} signed in through “${payload.name}” for the first time, as ${payload.email}`,
  'identity-provider.person-unlinked': ({ who, payload, name }) =>
    `${who} unlinked ${name(payload.personId)} from “${payload.name}”, where they were ${payload.email}`,
  'settings.changed': ({ who, payload }) =>
    `${who} changed the settings: ${listed(payload.settings)}`,
  'account.signed-in': ({ who, payload }) =>
    `${who} signed in${by(payload.method)}${because(payload.what ?? null)}`,
  'account.sign-in-refused': ({ who, payload }) =>
    `Somebody was refused a sign-in as ${who}${by(payload.method)}${because(payload.what ?? null)}`,
  'account.signed-out': ({ who }) => `${who} signed out`,
  'account.password-changed': ({ who, payload }) =>
    `${who} changed their password${because(payload.what ?? null)}`,
  'account.factor-added': ({ who, payload }) =>
    `${who} added a way to sign in: ${factorWords(payload)}`,
  'account.factor-removed': ({ who, payload }) =>
    `${who} removed a way to sign in: ${factorWords(payload)}`,
  'account.sessions-ended': ({ who, payload }) =>
    `${who} ended ${payload.what ?? 'their other sessions'}`,
  'account.recovery-code-used': ({ who, payload }) =>
    `${who} used a recovery code${because(payload.what ?? null)}`,
  'account.recovery-codes-made': ({ who }) => `${who} made new recovery codes`,
  'evidence.read': ({ who, payload, about }) =>
    `${who} opened ${evidenceName(payload)}${about('of')}`,
  'guide.kept-apart': ({ who, payload }) =>
    `${who} kept the guide “${payload.title}” as one of its own`,
  'template.renamed': ({ who, payload }) =>
    `${who} renamed the guide “${payload.from}” to “${payload.title}”`,
  'plan.edited': ({ who, payload }) =>
    `${who} changed the ${listed(payload.fields.map((field) => field.toLowerCase()))} of the plan “${payload.title}”`,
  'audit.exported': ({ who, payload }) =>
    `${who} exported ${payload.what} as ${payload.format}${payload.filter ? `: ${payload.filter}` : ''}`,
  'audit.checked': ({ who, payload }) =>
    `${who} checked the audit log: ${payload.entryCount.toLocaleString('en')} entries, ${payload.findingCount === 0 ? 'whole' : counted(payload.findingCount, 'finding')}`,
  'audit.purged': ({ who, payload }) =>
    `${who} removed the entries ${payload.firstSequence} to ${payload.lastSequence} of the audit log, which were past their time`,
  'audit.retention-changed': ({ who, payload }) =>
    `${who} changed how long the audit log is kept from ${payload.fromYears} to ${payload.toYears} years`,
  'audit.hold-placed': ({ who, payload }) =>
    `${who} placed a legal hold on the audit log: ${payload.reason}`,
  'audit.hold-lifted': ({ who, payload }) =>
    `${who} lifted the legal hold on the audit log: ${payload.reason}`,
}

/**
 * One sentence without a full stop; the actor is "Wardround" where nobody did it.
 *
 * @param options.isOwnHistory the sentence stands on the task's own page, which need not be named:
 *   "Maya Lind started it"
 */
export function describeActivity(
  activity: Activity,
  names: ActivityNames,
  { isOwnHistory = false }: { isOwnHistory?: boolean } = {},
): string {
  const name = (personId: string | null) =>
    personId === null ? nobody : (names.person(personId) ?? unknownPerson)
  const who = activity.actorId === null ? 'Wardround' : capital(name(activity.actorId))
  const tell = sentences[activity.type] as (telling: Telling<ActivityType>) => string
  const { actorId, payload } = activity
  const task = !isOwnHistory && 'action' in payload ? `“${payload.action}”` : 'it'
  const about = (preposition: string) => (isOwnHistory ? '' : ` ${preposition} ${task}`)
  return tell({ who, actorId, payload, name, task, about })
}

function assignedSentence({ who, actorId, payload, name, task }: Telling<'task.assigned'>): string {
  if (payload.toPersonId === null) return `${who} gave ${task} back to its owner role`
  if (payload.toPersonId === actorId) return `${who} took ${task}`
  return `${who} gave ${task} to ${name(payload.toPersonId)}`
}

/** The year is always there: a record is read long after it was made. */
const day = (date: CalendarDate) => {
  const text = formatDay(date, date)
  const year = date.slice(0, 4)
  return text.endsWith(year) ? text : `${text} ${year}`
}

const because = (reason: string | null) => (reason ? `: ${reason}` : '')

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const roleWord = (role: ActivityPayload<'person.role-changed'>['from']) =>
  permissionRoleLabel[role].toLowerCase()

const itemWords = (payload: ActivityPayload<'template.item-edited'>) =>
  `“${payload.action}” in “${payload.templateTitle}”`

const otherWords = (other: ActivityPayload<'task.linked'>['other']) =>
  `#${other.reference} “${other.action}”`

const evidenceName = (payload: ActivityPayload<'evidence.added'>) =>
  `the ${evidenceKindLabel[payload.kind].toLowerCase()} “${payload.title}”`

const evidenceWords = (payload: ActivityPayload<'evidence.added'>) =>
  `${evidenceName(payload)} as evidence`

/** " by password", in the words of the sign-in method where it is one of ours. */
const by = (method: string | undefined) => (method ? ` by ${methodWords(method)}` : '')

const methodWords = (method: string) =>
  Object.hasOwn(signInMethodLabel, method)
    ? signInMethodLabel[method as SignInMethod].toLowerCase()
    : method

const factorWords = ({ method, what }: ActivityPayload<'account.factor-added'>) =>
  what ?? (method ? methodWords(method) : 'a second factor')

const movedWords = (count: number) => (count === 0 ? '' : `; ${counted(count, 'task')} moved`)

const backupWords = (backupId: string | null, name: (personId: string | null) => string) =>
  backupId === null ? '' : `, with ${name(backupId)} as backup`
