/**
 * What the forms of a plan send, from its start to its launch. Lists arrive as `dates[0].dueOn`.
 *
 *     PlanCancelInput.parse({ reason: ' merged into another ', version: '2' })
 */
import { z } from 'zod'
import { calendarDateSchema } from '~/domain/calendar/calendar-date-schema'
import {
  chosenId,
  emptyAsNull,
  formVersion,
  optionalId,
  optionalText,
  requiredText,
} from '~/domain/tasks/text-input'

const startDay = z
  .string({ error: 'Choose the day on which the plan starts.' })
  .pipe(calendarDateSchema)

export const StartPlanInput = z.object({
  /** Made with the form, so that the same form sent twice starts one plan. */
  planId: emptyAsNull(z.guid()).optional(),
  templateId: chosenId('Choose the guide to start from.'),
  /** Without one the plan is called what its guide is. */
  title: optionalText('The title', 200),
  startsOn: startDay,
})
export type StartPlanInput = z.infer<typeof StartPlanInput>

export const PlanStartInput = z.object({ startsOn: startDay, version: formVersion })
export type PlanStartInput = z.infer<typeof PlanStartInput>

export const PlanRolesInput = z.object({
  roles: z
    .array(
      z.object({
        roleId: chosenId(),
        holderId: optionalId,
        backupId: optionalId,
        version: formVersion,
      }),
    )
    .default([]),
  /** The owner role that tasks without one are given; nothing leaves them as they are. */
  rolelessTo: optionalId.optional(),
  /** What the page showed of tasks of other plans that move with the roles; nothing before it did. */
  seen: z.string().max(64).optional(),
})
export type PlanRolesInput = z.infer<typeof PlanRolesInput>

/** A browser leaves a box out that is not ticked. */
const ticked = z.preprocess((value) => value === 'on' || value === true, z.boolean())

export const PlanDatesInput = z.object({
  dates: z
    .array(
      z.object({
        taskId: chosenId(),
        dueOn: z.string({ error: 'Choose a date.' }).pipe(calendarDateSchema),
        /** The date may lie after the task's horizon. */
        isLateAccepted: ticked,
      }),
    )
    .default([]),
  version: formVersion,
  /** The page of dates to go on with; nothing after the last. */
  nextPage: emptyAsNull(z.coerce.number().int().min(1)).optional(),
})
export type PlanDatesInput = z.infer<typeof PlanDatesInput>

export const PlanLaunchInput = z.object({ version: formVersion })
export type PlanLaunchInput = z.infer<typeof PlanLaunchInput>

export const PlanCancelInput = z.object({
  reason: requiredText('The reason', 1_000),
  version: formVersion,
})
export type PlanCancelInput = z.infer<typeof PlanCancelInput>
