import type { CalendarDate } from '~/domain/calendar/calendar-date'
import {
  planEffects,
  type PlanTask,
  type TaskEffect,
} from '~/domain/guides/revisions/apply-revision'
import { proposeNewDates } from '~/domain/guides/revisions/propose-new-dates'
import { mergedItem, type RevisionLine } from '~/domain/guides/revisions/revision-diff'
import type { Transaction } from '~/infra/database/database.server'
import { readIn } from '~/infra/database/read.server'
import { sha256 } from '~/infra/ids.server'
import type { OrganisationSettings } from '../organisations/get-organisation.server'
import type { LoadedRevision } from './load-revision.server'

/** A plan that the later version concerns: it follows the earlier one, or did when that was taken over. */
export interface ConcernedPlan {
  id: string
  title: string
  templateId: string
  startsOn: CalendarDate
  isRunning: boolean
  version: number
}

/** Plans that are prepared or running, in the order of their start. */
export function listConcernedPlans(
  tx: Transaction,
  { before, after }: Pick<LoadedRevision, 'before' | 'after'>,
): Promise<ConcernedPlan[]> {
  // A plan that is older than the later version was not started from it.
  return readIn(tx)<ConcernedPlan[]>`
    select p.id::text, p.title, p.template_id::text as "templateId",
           p.starts_on::text as "startsOn", p.launched_at is not null as "isRunning", p.version
      from plan p
     where p.organisation_id = ${after.organisationId}::uuid and p.cancelled_at is null
       and (p.template_id = ${before.id}::uuid
            or (p.template_id = ${after.id}::uuid and p.id < ${after.id}::uuid))
     order by p.starts_on, p.id`
}

/** Every task of a plan, cancelled ones included. */
export function listPlanTasks(
  tx: Transaction,
  plan: Pick<ConcernedPlan, 'id'>,
  { organisationId }: { organisationId: string },
): Promise<PlanTask[]> {
  return readIn(tx)<PlanTask[]>`
    select t.id::text, t.reference, t.template_item_id::text as "templateItemId", t.action,
           t.outcome, t.detail, t.stage, t.horizon_days as "horizonDays", t.track::text,
           t.priority::text, t.completed_at as "completedAt", t.cancelled_at as "cancelledAt",
           t.gone_from_guide_at as "goneFromGuideAt", t.version
      from task t
     where t.plan_id = ${plan.id}::uuid and t.organisation_id = ${organisationId}::uuid
     order by t.position, t.reference`
}

/** What the later version does to one plan, with the dates of what comes new. */
export interface PlannedEffects {
  tasks: PlanTask[]
  effects: Map<string, TaskEffect[]>
  /** By line. */
  dates: Map<string, CalendarDate>
  /** Stands for all of it: a form that was made from other effects is stale. */
  seen: string
}

/** Works out the effects on a plan as it stands. */
export async function planRevision(
  tx: Transaction,
  { lines, rootOf, after }: LoadedRevision,
  plan: ConcernedPlan,
  { calendar, today }: Pick<OrganisationSettings, 'calendar' | 'today'>,
): Promise<PlannedEffects> {
  const tasks = await listPlanTasks(tx, plan, after)
  const effects = planEffects(lines, tasks, rootOf)
  const isAdded = (key: string) => effects.get(key)?.some(({ kind }) => kind === 'add')
  const newKeys = lines.map(({ key }) => key).filter(isAdded)
  const { startsOn, isRunning } = plan
  const dates = proposeNewDates(datableOf(lines), newKeys, { startsOn, isRunning, today, calendar })
  return { tasks, effects, dates, seen: seenOf(lines, effects, dates) }
}

/** The items of the later version as it will be, what people added included, in the guide's order. */
function datableOf(lines: readonly RevisionLine[]) {
  return [...lines]
    .filter(({ kind }) => kind !== 'gone')
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((line) => {
      const item = line.after ? mergedItem(line) : line.before && withDropped(line.before)
      if (!item || item.isDropped) return []
      const { stage, horizonDays, dueOn } = item
      return [{ id: line.key, stage, horizonDays, dueOn }]
    })
}

const withDropped = ({ stands, isDropped }: NonNullable<RevisionLine['before']>) => ({
  ...stands,
  isDropped,
})

/** What is carried over comes after everything the guide has. */
const placeOf = ({ kind, before, after }: RevisionLine) =>
  kind === 'carried' ? 1_000_000 + (before ?? after)!.position : (after?.position ?? 0)

function seenOf(
  lines: readonly RevisionLine[],
  effects: ReadonlyMap<string, readonly TaskEffect[]>,
  dates: ReadonlyMap<string, CalendarDate>,
): string {
  const shown = lines.flatMap((line) => {
    const own = effects.get(line.key)
    return own ? [[line.key, own.map(seenEffect), mergedItem(line), dates.get(line.key)]] : []
  })
  return fingerprint(shown)
}

const seenEffect = (effect: TaskEffect) =>
  effect.kind === 'add'
    ? effect.kind
    : [
        effect.kind,
        effect.task.id,
        ...(effect.kind === 'update' ? [effect.fields, effect.kept] : []),
      ]

/** What was shown of the two versions themselves. */
export const seenLines = (lines: readonly RevisionLine[]): string =>
  fingerprint(
    lines.map(({ key, kind, changes, before, after }) => [
      ...[key, kind, changes, before?.version, before?.isDropped, after?.version, after?.isDropped],
    ]),
  )

const fingerprint = (shown: unknown) => sha256(JSON.stringify(shown)).slice(0, 20)
