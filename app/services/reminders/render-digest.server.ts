import { formatDay } from '~/domain/calendar/format-date'
import type { Digest, DigestSection } from '~/domain/reminders/digest'
import { taskPath, tasksPath } from '~/domain/shared/paths'
import { renderEmail, type RenderedEmail } from '~/infra/email-rendering.server'
import { appUrl } from '~/infra/env.server'
import type { DigestPlanSummary, DigestTask } from '~emails/task-digest-payload'

/** What a message says of a task beyond what the rules know. */
export type TaskDetails = ReadonlyMap<string, { outcome: string | null; planTitle: string }>

/** Renders one person's digest of one day. */
export function renderDigest(input: {
  person: { name: string }
  organisation: { name: string }
  digest: Pick<Digest, 'subject' | 'onDate' | 'sections'>
  details: TaskDetails
  /** Of every running plan; only those that the summary section names are told. */
  planSummaries: readonly (DigestPlanSummary & { planId: string })[]
}): Promise<RenderedEmail> {
  const { person, organisation, details } = input
  const { subject, onDate, sections } = input.digest
  return renderEmail('task-digest', {
    subject,
    recipientName: person.name,
    organisationName: organisation.name,
    todayWords: formatDay(onDate, onDate),
    newTasks: tasksOf(sections, 'assignment', details),
    overdue: tasksOf(sections, 'overdue', details),
    dueToday: tasksOf(sections, 'due-today', details),
    dueSoon: tasksOf(sections, 'due-soon', details),
    planSummaries: summariesOf(sections, input.planSummaries),
    myTasksUrl: appUrl() + tasksPath(),
    instanceUrl: appUrl(),
  })
}

function tasksOf(
  sections: readonly DigestSection[],
  kind: DigestSection['kind'],
  details: TaskDetails,
): DigestTask[] {
  return sections.flatMap((section) => {
    if (section.kind !== kind || section.kind === 'summary') return []
    return section.items.map(({ taskId, action, day, distance }) => ({
      action,
      planTitle: details.get(taskId)?.planTitle ?? '',
      outcome: details.get(taskId)?.outcome ?? null,
      dueWords: `${day}, ${distance}`,
      url: appUrl() + taskPath(taskId),
    }))
  })
}

function summariesOf(
  sections: readonly DigestSection[],
  planSummaries: readonly (DigestPlanSummary & { planId: string })[],
): DigestPlanSummary[] {
  const section = sections.find(({ kind }) => kind === 'summary')
  if (section?.kind !== 'summary') return []
  const ids = new Set(section.summary.plans.map(({ planId }) => planId))
  return planSummaries.filter(({ planId }) => ids.has(planId))
}
