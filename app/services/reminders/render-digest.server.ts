import type { DateWords } from '~/domain/calendar/date-words'
import { formatDay } from '~/domain/calendar/format-date'
import type { Digest, DigestSection } from '~/domain/reminders/digest'
import { mailLinkPath, mailLinkTaskPath, taskPath, tasksPath } from '~/domain/shared/paths'
import { renderEmail, type RenderedEmail } from '~/infra/email-rendering.server'
import { appUrl } from '~/infra/env.server'
import type { DigestPlanSummary, DigestTask } from '~emails/task-digest-payload'

/** What a message says of a task beyond what the rules know. */
export type TaskDetails = ReadonlyMap<
  string,
  { outcome: string | null; planTitle: string; awayName: string | null }
>

/** Renders one person's digest of one day. */
export function renderDigest(input: {
  person: { name: string; dateWords?: DateWords }
  organisation: { name: string }
  digest: Pick<Digest, 'subject' | 'onDate' | 'sections'>
  details: TaskDetails
  /** Of every running plan; only those that the summary section names are told. */
  planSummaries: readonly (DigestPlanSummary & { planId: string })[]
  /** For a contact: their links lead past the sign-in, to their own tasks only. */
  linkToken?: string | null
}): Promise<RenderedEmail> {
  const { person, organisation, details } = input
  const { subject, onDate, sections } = input.digest
  const { linkToken: token = null } = input
  const linkTo: LinkTo = (taskId) =>
    appUrl() + (token === null ? taskPath(taskId) : mailLinkTaskPath(token, taskId))
  return renderEmail('task-digest', {
    subject,
    recipientName: person.name,
    organisationName: organisation.name,
    todayWords: formatDay(onDate, onDate, person.dateWords),
    newTasks: tasksOf(sections, 'assignment', details, linkTo),
    overdue: tasksOf(sections, 'overdue', details, linkTo),
    dueToday: tasksOf(sections, 'due-today', details, linkTo),
    dueSoon: tasksOf(sections, 'due-soon', details, linkTo),
    planSummaries: summariesOf(sections, input.planSummaries),
    myTasksUrl: appUrl() + (token === null ? tasksPath() : mailLinkPath(token)),
    isContact: token !== null,
    instanceUrl: appUrl(),
  })
}

type LinkTo = (taskId: string) => string

function tasksOf(
  sections: readonly DigestSection[],
  kind: DigestSection['kind'],
  details: TaskDetails,
  linkTo: LinkTo,
): DigestTask[] {
  return sections.flatMap((section) => {
    if (section.kind !== kind || section.kind === 'summary') return []
    return section.items.map(({ taskId, action, day, distance }) => ({
      action,
      planTitle: details.get(taskId)?.planTitle ?? '',
      outcome: details.get(taskId)?.outcome ?? null,
      awayName: details.get(taskId)?.awayName ?? null,
      dueWords: `${day}, ${distance}`,
      url: linkTo(taskId),
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
