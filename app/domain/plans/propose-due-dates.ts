/**
 * Due dates for a plan that is about to start. Each item's horizon is the last day it may be due;
 * items that share a horizon are spread evenly over the working days since the horizon before, in
 * the guide's order, so that work arrives steadily and the last of them ends the horizon. A date the
 * guide states itself is kept where the start and the horizon allow it. Nothing is ever proposed on
 * a day off, before the start or after the horizon; where that leaves no day, the date is null and
 * the reason says why.
 *
 *     // A plan that starts on Mon 2 Nov 2026, in a five-day week, with three items for 30 days:
 *     proposeDueDates(items, calendarDate('2026-11-02'), calendar).map((proposed) => proposed.dueOn)
 *     // ['2026-11-11', '2026-11-23', '2026-12-02']
 */
import { addDays, type CalendarDate, compareDates } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '~/domain/calendar/working-calendar'
import type { Stage } from '~/domain/shared/vocabulary'

/** Days that first steps get when the guide gives them none; the design's shortest horizon. */
const firstStepsHorizonDays = 7
/** Days for an item without a horizon in a plan that has no horizon at all. */
const fallbackHorizonDays = 90

export interface DatableItem {
  readonly id: string
  readonly stage: Stage
  readonly horizonDays: number | null
  /** The date that the guide itself states. */
  readonly dueOn: CalendarDate | null
}

export interface ProposedDueDate {
  readonly id: string
  /** Null when no working day is left for it; `reason` then says why. */
  readonly dueOn: CalendarDate | null
  /** A sentence for people. */
  readonly reason: string
}

interface Placing {
  readonly startsOn: CalendarDate
  readonly calendar: WorkingCalendar
}

interface SpreadItem {
  readonly id: string
  readonly horizonDays: number
  /** What people must know besides the place in the horizon. */
  readonly note: string
}

/** One proposal per item, in the order of `items`, which is the guide's. */
export function proposeDueDates(
  items: readonly DatableItem[],
  startsOn: CalendarDate,
  calendar: WorkingCalendar,
): ProposedDueDate[] {
  const placing = { startsOn, calendar }
  const planHorizonDays = longestHorizonDays(items)
  const proposals = new Map<string, ProposedDueDate>()
  const toSpread: SpreadItem[] = []
  for (const item of items) {
    const placed = placeItem(item, planHorizonDays, placing)
    if ('horizonDays' in placed) toSpread.push(placed)
    else proposals.set(item.id, placed)
  }
  const horizons = items.flatMap((item) => item.horizonDays ?? [])
  for (const proposal of spread(toSpread, horizons, placing)) proposals.set(proposal.id, proposal)
  return items.flatMap((item) => proposals.get(item.id) ?? [])
}

function longestHorizonDays(items: readonly DatableItem[]): number | null {
  const stated = items.flatMap((item) => item.horizonDays ?? [])
  return stated.length > 0 ? Math.max(...stated) : null
}

/** The date itself where the guide states a usable one, else what the spreading needs to know. */
function placeItem(
  item: DatableItem,
  planHorizonDays: number | null,
  placing: Placing,
): ProposedDueDate | SpreadItem {
  const { horizonDays, note } = horizonOf(item, planHorizonDays)
  if (item.dueOn === null) return { id: item.id, horizonDays, note }
  const { startsOn } = placing
  const stated = formatDay(item.dueOn, startsOn)
  if (item.dueOn < startsOn) {
    const tooEarly = `The guide says ${stated}, which is before the plan starts.`
    return { id: item.id, horizonDays, note: [tooEarly, note].filter(Boolean).join(' ') }
  }
  return keepStatedDate(item, item.dueOn, planHorizonDays, placing)
}

function horizonOf(
  item: DatableItem,
  planHorizonDays: number | null,
): { horizonDays: number; note: string } {
  if (item.horizonDays !== null) return { horizonDays: item.horizonDays, note: '' }
  if (item.stage === 'first-steps') {
    return {
      horizonDays: firstStepsHorizonDays,
      note: `The guide gives no horizon; first steps get ${firstStepsHorizonDays} days.`,
    }
  }
  return planHorizonDays === null
    ? {
        horizonDays: fallbackHorizonDays,
        note: `The guide gives no horizon; ${fallbackHorizonDays} days are assumed.`,
      }
    : {
        horizonDays: planHorizonDays,
        note: `The guide gives no horizon; the longest of this plan, ${planHorizonDays} days, is used.`,
      }
}

function keepStatedDate(
  item: DatableItem,
  statedOn: CalendarDate,
  planHorizonDays: number | null,
  { startsOn, calendar }: Placing,
): ProposedDueDate {
  const stated = formatDay(statedOn, startsOn)
  const endsOn = item.horizonDays === null ? null : addDays(startsOn, item.horizonDays)
  const isAfterHorizon = endsOn !== null && statedOn > endsOn
  const wantedOn = isAfterHorizon ? endsOn : statedOn
  const dueOn = workingDayNear(wantedOn, startsOn, endsOn, calendar)
  if (dueOn === null) {
    const reason = `The guide says ${stated}, and there is no working day between the start and the horizon.`
    return { id: item.id, dueOn, reason }
  }
  const day = formatDay(dueOn, startsOn)
  if (isAfterHorizon) {
    const reason = `The guide says ${stated}, which is after the ${item.horizonDays}-day horizon; ${day} is the last working day inside it.`
    return { id: item.id, dueOn, reason }
  }
  const moved =
    dueOn === statedOn
      ? `The guide says ${stated}.`
      : `The guide says ${stated}, a day off; ${day} is the nearest working day ${dueOn < statedOn ? 'before' : 'after'} it.`
  const isBeyondPlan =
    endsOn === null && planHorizonDays !== null && dueOn > addDays(startsOn, planHorizonDays)
  const beyond = isBeyondPlan
    ? ` It is after the plan's longest horizon, ${planHorizonDays} days.`
    : ''
  return { id: item.id, dueOn, reason: moved + beyond }
}

/** The working day on or before `wantedOn`, or after it where that would be before the start. */
function workingDayNear(
  wantedOn: CalendarDate,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
  calendar: WorkingCalendar,
): CalendarDate | null {
  const before = workingDayOnOrBefore(calendar, wantedOn)
  if (before !== null && before >= startsOn) return before
  const after = workingDayOnOrAfter(calendar, wantedOn)
  return after !== null && after >= startsOn && (endsOn === null || after <= endsOn) ? after : null
}

/**
 * `horizons` are all the plan states, so that a window opens after the horizon before it even when
 * that one's items have dates of their own.
 */
function spread(
  items: readonly SpreadItem[],
  horizons: readonly number[],
  placing: Placing,
): ProposedDueDate[] {
  const groups = new Map<number, SpreadItem[]>(horizons.map((horizonDays) => [horizonDays, []]))
  for (const item of items) {
    const group = groups.get(item.horizonDays)
    if (group) group.push(item)
    else groups.set(item.horizonDays, [item])
  }
  let previousDays = -1
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([horizonDays, group]) => {
      const proposals = spreadOverHorizon(group, horizonDays, previousDays, placing)
      previousDays = horizonDays
      return proposals
    })
}

/**
 * Item k of n falls on working day ⌈k·m/n⌉ of the window's m, which puts the last on the window's
 * last day and keeps the distances within one day of each other.
 */
function spreadOverHorizon(
  group: readonly SpreadItem[],
  horizonDays: number,
  previousDays: number,
  { startsOn, calendar }: Placing,
): ProposedDueDate[] {
  const endsOn = addDays(startsOn, horizonDays)
  const opensOn = addDays(startsOn, Math.max(previousDays + 1, 0))
  const window = workingDaysBetween(calendar, opensOn, endsOn)
  // A window of days off only: the days before it are as good as any, as long as the plan runs.
  const days = window.length > 0 ? window : workingDaysBetween(calendar, startsOn, endsOn).slice(-1)
  const end = formatDay(endsOn, startsOn)
  return group.map(({ id, note }, index) => {
    const dueOn = days[Math.ceil(((index + 1) * days.length) / group.length) - 1] ?? null
    const place =
      dueOn === null
        ? `There is no working day between the start, ${formatDay(startsOn, startsOn)}, and the end of the ${horizonDays}-day horizon, ${end}.`
        : `${index + 1} of ${group.length} for the ${horizonDays}-day horizon, which ends on ${end}.`
    return { id, dueOn, reason: note ? `${note} ${place}` : place }
  })
}

export interface DueDateProblem {
  readonly code: 'not-a-working-day' | 'before-the-start' | 'after-the-horizon'
  /** A refused date cannot be saved; a warning is the manager's to accept. */
  readonly severity: 'refused' | 'warning'
  /** A sentence for people. */
  readonly message: string
}

/** What speaks against `date` for a task of a plan; empty when nothing does. */
export function checkDueDate(
  date: CalendarDate,
  context: { startsOn: CalendarDate; horizonDays: number | null; calendar: WorkingCalendar },
): DueDateProblem[] {
  const { startsOn, horizonDays, calendar } = context
  const problems: DueDateProblem[] = []
  const day = formatDay(date, startsOn)
  if (!isWorkingDay(calendar, date)) {
    const near = [workingDayOnOrBefore(calendar, date), workingDayOnOrAfter(calendar, date)]
      .flatMap((candidate) => (candidate !== null && candidate >= startsOn ? [candidate] : []))
      .sort(compareDates)
      .map((candidate) => formatDay(candidate, startsOn))
    const remedy = near.length > 0 ? `; choose ${near.join(' or ')}` : ''
    problems.push({
      code: 'not-a-working-day',
      severity: 'refused',
      message: `${day} is not a working day${remedy}.`,
    })
  }
  if (date < startsOn) {
    problems.push({
      code: 'before-the-start',
      severity: 'refused',
      message: `${day} is before the plan starts on ${formatDay(startsOn, startsOn)}.`,
    })
  }
  const endsOn = horizonDays === null ? null : addDays(startsOn, horizonDays)
  if (endsOn !== null && date > endsOn) {
    problems.push({
      code: 'after-the-horizon',
      severity: 'warning',
      message: `${day} is after the ${horizonDays}-day horizon, which ends on ${formatDay(endsOn, startsOn)}.`,
    })
  }
  return problems
}
