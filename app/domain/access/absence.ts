/**
 * Being out of office, from one day to another, both included, by the organisation's calendar. While
 * it lasts, whoever is backup is asked instead.
 *
 *     isAway({ outOfOfficeFrom: '2026-12-14', outOfOfficeUntil: '2026-12-18' }, '2026-12-18') // true
 *     AbsenceInput.parse({ from: '', until: '' }) // { from: null, until: null, … }: not away at all
 */
import { z } from 'zod'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { calendarDateSchema } from '~/domain/calendar/calendar-date-schema'
import { formVersion } from '~/domain/tasks/text-input'

export interface Absence {
  outOfOfficeFrom: CalendarDate | null
  outOfOfficeUntil: CalendarDate | null
}

/** Whether `today` lies in the absence. */
export const isAway = ({ outOfOfficeFrom, outOfOfficeUntil }: Absence, today: CalendarDate) =>
  outOfOfficeFrom !== null &&
  outOfOfficeUntil !== null &&
  outOfOfficeFrom <= today &&
  today <= outOfOfficeUntil

/** Whether the absence is behind us, so that it has nothing more to say. */
export const isOver = ({ outOfOfficeUntil }: Absence, today: CalendarDate) =>
  outOfOfficeUntil !== null && outOfOfficeUntil < today

const optionalDay = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  calendarDateSchema.nullable(),
)

/** Both days, or neither: an absence with one end is no absence. */
export const AbsenceInput = z
  .object({ from: optionalDay, until: optionalDay, version: formVersion })
  .superRefine(({ from, until }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (from && !until) refuse('until', 'Choose the last day as well.')
    if (until && !from) refuse('from', 'Choose the first day as well.')
    if (from && until && until < from) refuse('until', 'The last day is before the first.')
  })
export type AbsenceInput = z.infer<typeof AbsenceInput>

/** Somebody who is away, and who is asked meanwhile. */
export interface StandIn {
  awayName: string
  awayUntil: CalendarDate
  /** Null where nobody is there to be asked. */
  askedName: string | null
}
