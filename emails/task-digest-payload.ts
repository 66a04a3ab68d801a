import { z } from 'zod'
import { AbsoluteUrl } from './absolute-url'

/** One task as a digest shows it. */
export const DigestTask = z.object({
  action: z.string(),
  planTitle: z.string(),
  /** The due date and its distance: "Fri 18 Dec, in 3 days". */
  dueWords: z.string(),
  /** What must be true when it is done. */
  outcome: z.string().nullable(),
  /** Whose task it is when they are back, where the recipient stands in for somebody. */
  awayName: z.string().nullable(),
  url: AbsoluteUrl,
})
export type DigestTask = z.output<typeof DigestTask>

/** How one plan stands, for those who manage it. */
export const DigestPlanSummary = z.object({
  planTitle: z.string(),
  /** "On course", "At risk" or "Late", as the dashboard says it. */
  courseLabel: z.string(),
  doneCount: z.int().nonnegative(),
  taskCount: z.int().nonnegative(),
  /** Whole percents, 0 to 100: done, and expected to be done by today. */
  donePercent: z.int().min(0).max(100),
  expectedPercent: z.int().min(0).max(100),
  overdueCount: z.int().nonnegative(),
  /** Blocked tasks are in nobody's reminders; the manager hears of them here. */
  blocked: z.array(
    z.object({
      action: z.string(),
      /** Null where nobody is responsible. */
      responsibleName: z.string().nullable(),
      reason: z.string(),
      url: AbsoluteUrl,
    }),
  ),
  /** Tasks nobody answers for, and so nobody is reminded of. */
  unowned: z.array(z.object({ action: z.string(), dueWords: z.string(), url: AbsoluteUrl })),
  url: AbsoluteUrl,
})
export type DigestPlanSummary = z.output<typeof DigestPlanSummary>

/** Everything one person is told on one day. At least one of its lists has something in it. */
export const TaskDigestPayload = z
  .object({
    /** Also the heading; whoever decided the digest worded it (`digestSubject` of the domain). */
    subject: z.string(),
    recipientName: z.string(),
    organisationName: z.string(),
    /** The person's own day: "Mon 23 Nov". */
    todayWords: z.string(),
    newTasks: z.array(DigestTask),
    overdue: z.array(DigestTask),
    dueToday: z.array(DigestTask),
    dueSoon: z.array(DigestTask),
    planSummaries: z.array(DigestPlanSummary),
    /** The button and the tasks lead past the sign-in, for somebody who acts from mail only. */
    isContact: z.boolean().optional(),
    myTasksUrl: AbsoluteUrl,
    instanceUrl: AbsoluteUrl,
  })
  .refine(
    (digest) =>
      digest.newTasks.length +
        digest.overdue.length +
        digest.dueToday.length +
        digest.dueSoon.length +
        digest.planSummaries.length >
      0,
    'A digest with nothing in it is not sent.',
  )
export type TaskDigestPayload = z.output<typeof TaskDigestPayload>
