/**
 * What the settings of an organisation send: its name and zone, its working week, its holidays.
 * Boxes that are ticked arrive as text, one or several.
 *
 *     OrganisationInput.parse({ name: 'Lindenhof', timeZone: 'Europe/Berlin', workingDays: ['1', '2'], memberPlans: 'own', version: '1' })
 *     // { …, workingDays: [1, 2], memberPlans: 'own', version: 1 }
 */
import { z } from 'zod'
import { type IsoWeekday, type CalendarDate } from '~/domain/calendar/calendar-date'
import { calendarDateSchema } from '~/domain/calendar/calendar-date-schema'
import { TimeZone } from '~/domain/calendar/time-zone'
import { formVersion, requiredText } from '~/domain/tasks/text-input'

export const memberPlansChoices = ['own', 'all'] as const
export type MemberPlans = (typeof memberPlansChoices)[number]
export const memberPlansLabel: Record<MemberPlans, string> = {
  own: 'The plans they have a part in',
  all: 'Every plan',
}

const workingDays = z.preprocess(
  (value) => (Array.isArray(value) ? value : value ? [value] : []),
  z
    .array(z.coerce.number().int().min(1).max(7), { error: 'Choose days from the list.' })
    .min(1, { error: 'Choose at least one working day; due dates and reminders fall on these.' })
    .transform((days) => [...new Set(days)].sort((a, b) => a - b) as IsoWeekday[]),
)

export const OrganisationInput = z.object({
  name: requiredText('The name', 120),
  timeZone: TimeZone,
  workingDays,
  /** Which plans members see: all, or those they have a part in. */
  memberPlans: z.enum(memberPlansChoices, { error: 'Choose which plans members see.' }),
  version: formVersion,
})
export type OrganisationInput = z.infer<typeof OrganisationInput>

export const HolidayInput = z.object({
  onDate: calendarDateSchema,
  name: requiredText('The name', 100),
})
export type HolidayInput = z.infer<typeof HolidayInput>

export interface OrganisationView {
  name: string
  timeZone: string
  workingDays: IsoWeekday[]
  memberPlans: MemberPlans
  version: number
  today: CalendarDate
  /** From the beginning of this year on, in order. */
  holidays: { id: string; onDate: CalendarDate; name: string }[]
  /** The reminder policy, a sentence a rule. */
  reminderRules: string[]
  may: { edit: boolean }
}
