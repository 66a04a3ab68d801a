/**
 * What happened, typed: every kind of activity with the payload it is stored with. Payloads hold ids
 * for people and links, and titles as they were at that moment, so that a later change of title does
 * not rewrite the past. `describeActivity` makes the sentence.
 *
 *     const activity = buildActivity('task.assigned', 'maya', {
 *       taskId: 't1', planId: 'p1', action: 'Review vendor contracts', fromPersonId: null, toPersonId: 'tom',
 *     })
 */
import { z } from 'zod'
import { calendarDateSchema } from '~/domain/calendar/calendar-date-schema'
import { permissionRoles } from '~/domain/shared/vocabulary'
import { evidenceKinds } from '~/domain/tasks/evidence-kinds'

const id = z.string().min(1)
const optionalPerson = id.nullable()

const task = z.object({ taskId: id, planId: id, action: z.string() })
const otherTask = z.object({ taskId: id, reference: z.number().int(), action: z.string() })
const taskWithReason = task.extend({ reason: z.string().nullable() })
const person = z.object({ personId: id })
const passkey = z.object({ passkeyId: id, name: z.string() })
const item = z.object({ templateId: id, templateTitle: z.string(), itemId: id, action: z.string() })
const suggestions = z.object({
  templateId: id,
  templateTitle: z.string(),
  count: z.number().int().min(1),
})
const plan = z.object({ planId: id, title: z.string() })
const review = z.object({ reviewId: id, title: z.string() })
/** What happened to a sign-in: by which method (one of `signInMethods`), and what in words, as in “passkey “Laptop””. */
const account = z.object({ method: z.string().optional(), what: z.string().optional() })
const provider = z.object({ providerId: id, name: z.string() })
const evidence = task.extend({ evidenceId: id, kind: z.enum(evidenceKinds), title: z.string() })

/** The payload of every activity type. A new type needs a line here and a sentence; both are checked. */
export const activityPayloads = {
  'organisation.created': z.object({ name: z.string() }),
  'person.invited': person.extend({ email: z.string(), permissionRole: z.enum(permissionRoles) }),
  'person.invitation-withdrawn': person,
  'person.joined': person,
  /** `fields` are labels as the form shows them. */
  'person.edited': person.extend({ fields: z.array(z.string()).min(1) }),
  'person.deactivated': person,
  /** Both days are null where somebody is not away after all. */
  'person.absence-set': person.extend({
    from: calendarDateSchema.nullable(),
    until: calendarDateSchema.nullable(),
    movedTaskCount: z.number().int().min(0).optional(),
  }),
  /** By the clock: an absence began, or ended. */
  'person.went-away': person.extend({
    until: calendarDateSchema,
    movedTaskCount: z.number().int(),
  }),
  'person.came-back': person.extend({ movedTaskCount: z.number().int() }),
  'person.role-changed': person.extend({
    from: z.enum(permissionRoles),
    to: z.enum(permissionRoles),
  }),
  /** Of the account behind a person, told in the organisation it was signed in to. */
  'person.sessions-ended': person.extend({ count: z.number().int().min(0) }),
  'passkey.renamed': passkey.extend({ from: z.string() }),
  /** Its counter went back, so there may be a copy of it; `personId` is whose it is. */
  'passkey.refused': person.extend({ name: z.string() }),
  'owner-role.assigned': z.object({
    ownerRoleId: id,
    ownerRoleName: z.string(),
    holderId: optionalPerson,
    backupId: optionalPerson,
    /** Open tasks that went to somebody else with it. */
    movedTaskCount: z.number().int().min(0).optional(),
  }),
  'owner-role.added': z.object({ ownerRoleId: id, ownerRoleName: z.string() }),
  'owner-role.edited': z.object({
    ownerRoleId: id,
    ownerRoleName: z.string(),
    fields: z.array(z.string()).min(1),
  }),
  'guide.imported': z.object({
    templateId: id,
    title: z.string(),
    itemCount: z.number().int().min(0),
  }),
  /** Written from scratch. */
  'template.created': z.object({ templateId: id, title: z.string() }),
  /** From a plan; `planTitle` is the plan's, as it was then. */
  'template.saved': z.object({
    templateId: id,
    title: z.string(),
    planId: id,
    planTitle: z.string(),
    itemCount: z.number().int().min(0),
  }),
  /** A later version of a guide was taken over as the one that goes on from an earlier. */
  'guide.revision-adopted': z.object({ templateId: id, title: z.string(), previousTemplateId: id }),
  /** To one plan; `title` is the plan's. */
  'guide.revision-applied': plan.extend({
    templateId: id,
    guideTitle: z.string(),
    addedCount: z.number().int().min(0),
    changedCount: z.number().int().min(0),
    goneCount: z.number().int().min(0),
  }),
  'template.item-edited': item,
  'template.item-dropped': item,
  'template.item-added': item,
  'template.item-restored': item,
  /** `change` says what became of the item, as a part of a sentence. */
  'template.suggestion-applied': item.extend({ change: z.string() }),
  'template.suggestions-dismissed': suggestions,
  'template.suggestions-recalled': suggestions,
  'plan.started': plan.extend({ startsOn: calendarDateSchema }),
  'plan.launched': plan.extend({ taskCount: z.number().int().min(0) }),
  'plan.cancelled': plan.extend({ reason: z.string().nullable() }),
  'task.started': task,
  'task.blocked': task.extend({ reason: z.string() }),
  'task.unblocked': task,
  /** `provedBy` is the linked task whose completion completed this one. */
  'task.completed': task.extend({ provedBy: otherTask.optional() }),
  'task.reopened': taskWithReason,
  'task.cancelled': task.extend({ reason: z.string() }),
  'task.assigned': task.extend({ fromPersonId: optionalPerson, toPersonId: optionalPerson }),
  'task.due-date-moved': task.extend({ from: calendarDateSchema, to: calendarDateSchema }),
  /** `fields` are labels as the form shows them. */
  'task.edited': task.extend({ fields: z.array(z.string()).min(1) }),
  /** The next time of a recurring task; `previous` is the one that was finished. */
  'task.came-round': task.extend({ dueOn: calendarDateSchema, previous: otherTask }),
  'task.linked': task.extend({ other: otherTask }),
  'task.unlinked': task.extend({ other: otherTask }),
  /** A later version of its guide brought it into the plan, or no longer has it. */
  'task.added-from-guide': task,
  'task.gone-from-guide': task,
  'task.commented': task.extend({ commentId: id }),
  'evidence.added': evidence,
  'evidence.withdrawn': evidence.extend({ reason: z.string() }),
  'review.scheduled': review.extend({ scheduledOn: calendarDateSchema }),
  'review.edited': review.extend({ scheduledOn: calendarDateSchema }),
  'review.opened': review,
  'review.agenda-edited': review,
  'review.decision-added': review.extend({ decisionId: id, text: z.string() }),
  'review.decision-edited': review.extend({ decisionId: id, text: z.string() }),
  'review.decision-removed': review.extend({ decisionId: id, text: z.string() }),
  'review.decision-made-task': review.extend({ decisionId: id, taskId: id, action: z.string() }),
  'review.signed': review.extend({ hash: z.string() }),
  'review.cancelled': review.extend({ reason: z.string().nullable() }),
  'identity-provider.added': provider.extend({ issuer: z.string() }),
  'identity-provider.edited': provider.extend({ fields: z.array(z.string()).min(1) }),
  'identity-provider.disabled': provider,
  'identity-provider.enabled': provider,
  /** Somebody signed in through it for the first time, or was taken off it. */
  'identity-provider.person-linked': provider.extend({ personId: id, email: z.string() }),
  'identity-provider.person-unlinked': provider.extend({ personId: id, email: z.string() }),
  /** `settings` are labels as the settings page shows them. */
  'settings.changed': z.object({ settings: z.array(z.string()).min(1) }),
  'account.signed-in': account,
  /** The actor is whose account it is; who tried is not known. */
  'account.sign-in-refused': account,
  'account.signed-out': account,
  'account.password-changed': account,
  'account.factor-added': account,
  'account.factor-removed': account,
  'account.sessions-ended': account,
  'account.recovery-code-used': account,
  'account.recovery-codes-made': account,
  'evidence.read': evidence,
  'guide.kept-apart': z.object({ templateId: id, title: z.string() }),
  'template.renamed': z.object({ templateId: id, from: z.string(), title: z.string() }),
  /** `fields` are labels as the form shows them. */
  'plan.edited': plan.extend({ fields: z.array(z.string()).min(1) }),
  /** Anything that leaves the product as a file: what it is, as in “the audit log”, and what it was narrowed to. */
  'audit.exported': z.object({
    what: z.string(),
    format: z.string(),
    filter: z.string().nullable(),
  }),
  'audit.checked': z.object({ entryCount: z.number().int(), findingCount: z.number().int() }),
  /** Read by `checkChain`: the last entry that was removed. */
  'audit.purged': z.object({
    firstSequence: z.number().int(),
    lastSequence: z.number().int(),
    lastHash: z.string(),
    keptSince: z.string(),
  }),
  'audit.retention-changed': z.object({ fromYears: z.number().int(), toYears: z.number().int() }),
  'audit.hold-placed': z.object({ reason: z.string() }),
  'audit.hold-lifted': z.object({ reason: z.string() }),
} as const satisfies Record<`${string}.${string}`, z.ZodType>

export type ActivityType = keyof typeof activityPayloads
export type ActivityPayload<Type extends ActivityType> = z.infer<(typeof activityPayloads)[Type]>

/** One thing that happened, told apart by `type`. */
export type Activity = {
  [Type in ActivityType]: ActivityOf<Type>
}[ActivityType]

export interface ActivityOf<Type extends ActivityType> {
  type: Type
  /** The person who did it; null when the product did by itself. */
  actorId: string | null
  payload: ActivityPayload<Type>
}

export const activityTypes = Object.keys(activityPayloads) as ActivityType[]

export const isActivityType = (type: string): type is ActivityType =>
  Object.hasOwn(activityPayloads, type)

/** An activity ready to be recorded; the payload is checked and reduced to what its type holds. */
export function buildActivity<Type extends ActivityType>(
  type: Type,
  actorId: string | null,
  payload: ActivityPayload<Type>,
): ActivityOf<Type> {
  return {
    type,
    actorId,
    payload: activityPayloads[type].parse(payload) as ActivityPayload<Type>,
  }
}

/**
 * An activity as it was stored. Throws RangeError for an unknown type and ZodError for a payload
 * that does not fit: the record was made by a newer version or changed by hand.
 */
export function parseActivity(stored: {
  type: string
  actorId: string | null
  payload: unknown
}): Activity {
  const { type, actorId } = stored
  if (!isActivityType(type)) throw new RangeError(`Unknown activity type: ${type}`)
  return { type, actorId, payload: activityPayloads[type].parse(stored.payload) } as Activity
}

/** The plan, task and review an activity is about, for the columns its history is found by. */
export function subjectsOf({ payload }: Activity): {
  planId: string | null
  taskId: string | null
  reviewId: string | null
} {
  const {
    planId = null,
    taskId = null,
    reviewId = null,
  } = payload as {
    planId?: string
    taskId?: string
    reviewId?: string
  }
  return { planId, taskId, reviewId }
}

/** Everybody a sentence about these activities names, for one query that fetches their names. */
export function personIdsIn(activities: readonly Activity[]): string[] {
  const ids = new Set<string>()
  for (const { actorId, payload } of activities) {
    if (actorId) ids.add(actorId)
    for (const key of personKeys) {
      const personId = (payload as Partial<Record<string, unknown>>)[key]
      if (typeof personId === 'string') ids.add(personId)
    }
  }
  return [...ids]
}

const personKeys = ['personId', 'holderId', 'backupId', 'fromPersonId', 'toPersonId'] as const
