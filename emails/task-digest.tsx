import { sectionTitle } from '~/domain/reminders/digest'
import { subjectLine } from '~/domain/shared/subject-line'
import { Button } from './components/button'
import { type Entry, EntryList, ListNote } from './components/entry-list'
import { type Footer, footerText, Layout } from './components/layout'
import { greetingFor } from './components/notice'
import { Paragraph, Title } from './components/prose'
import { SectionHeading } from './components/section-heading'
import { defineEmail } from './email-template'
import { blocks, bullet, heading, link, paragraph } from './plain-text'
import { type DigestPlanSummary, type DigestTask, TaskDigestPayload } from './task-digest-payload'
import {
  blockedWords,
  type DigestSection,
  digestIntroduction,
  digestPreheader,
  digestReason,
  digestSections,
  linkWords,
  moreWords,
  outcomeWords,
  shownBlocked,
  shownUnowned,
  standInWords,
  summaryFigures,
  taskPlaceAndDue,
} from './task-digest-wording'

const buttonLabel = ({ isContact }: TaskDigestPayload) =>
  isContact ? 'Open your tasks' : 'Open My tasks'

function taskEntry(task: DigestTask): Entry {
  const outcome = task.outcome === null ? [] : [outcomeWords(task.outcome)]
  const lines = [taskPlaceAndDue(task), ...standInWords(task), ...outcome]
  return { title: task.action, url: task.url, lines }
}

function summaryEntries(summary: DigestPlanSummary): Entry[] {
  const { shown, moreCount } = shownBlocked(summary)
  const unowned = shownUnowned(summary)
  const plan = {
    title: `${summary.planTitle}: ${summary.courseLabel}`,
    url: summary.url,
    lines: [summaryFigures(summary)],
  }
  const blocked = shown.map((task) => ({
    title: `Blocked: ${task.action}`,
    url: task.url,
    lines: [blockedWords(task)],
    isNested: true,
  }))
  const more = { title: `${moreCount} more blocked`, url: summary.url, lines: [], isNested: true }
  return [
    plan,
    ...blocked,
    ...(moreCount > 0 ? [more] : []),
    ...unowned.shown.map((task) => ({
      title: `Nobody responsible: ${task.action}`,
      url: task.url,
      lines: [`due ${task.dueWords}`],
      isNested: true,
    })),
    ...(unowned.moreCount > 0
      ? [
          {
            title: `${unowned.moreCount} more with nobody responsible`,
            url: summary.url,
            lines: [],
            isNested: true,
          },
        ]
      : []),
  ]
}

function footerOf(digest: TaskDigestPayload): Footer {
  return {
    reason: digestReason(digest),
    organisationName: digest.organisationName,
    isReminder: true,
    instanceUrl: digest.instanceUrl,
  }
}

function Section({ section }: { section: DigestSection }) {
  return (
    <>
      <SectionHeading {...section} />
      <EntryList entries={section.tasks.map(taskEntry)} />
      {section.moreCount > 0 && <ListNote>{moreWords(section)}</ListNote>}
    </>
  )
}

const digestTitle = ({ subject }: TaskDigestPayload) => subjectLine(subject)

function TaskDigest(digest: TaskDigestPayload) {
  const title = digestTitle(digest)
  return (
    <Layout title={title} preheader={digestPreheader(digest)} footer={footerOf(digest)}>
      <Title>{title}</Title>
      <Paragraph>{greetingFor(digest.recipientName)}</Paragraph>
      <Paragraph>{digestIntroduction(digest)}</Paragraph>
      <Button label={buttonLabel(digest)} url={digest.myTasksUrl} />
      {digest.isContact ? <Paragraph>{linkWords}</Paragraph> : null}
      {digestSections(digest).map((section) => (
        <Section key={section.title} section={section} />
      ))}
      {digest.planSummaries.length > 0 && (
        <>
          <SectionHeading title={sectionTitle.summary} shape="■" tone="plain" count={null} />
          <EntryList entries={digest.planSummaries.flatMap(summaryEntries)} />
        </>
      )}
    </Layout>
  )
}

function entryText(entry: Entry): string {
  return `${bullet([entry.title, ...entry.lines])}\n  ${entry.url}`
}

function digestText(digest: TaskDigestPayload): string {
  const summaries = digest.planSummaries.flatMap(summaryEntries).map(entryText)
  return blocks([
    paragraph(greetingFor(digest.recipientName)),
    paragraph(digestIntroduction(digest)),
    link(buttonLabel(digest), digest.myTasksUrl),
    digest.isContact ? paragraph(linkWords) : null,
    ...digestSections(digest).flatMap((section) => [
      heading(`${section.title} (${section.count})`),
      ...section.tasks.map(taskEntry).map(entryText),
      section.moreCount > 0 ? moreWords(section) : null,
    ]),
    ...(summaries.length > 0 ? [heading(sectionTitle.summary), ...summaries] : []),
    footerText(footerOf(digest)),
  ])
}

/** What one person is told on one day: new, overdue, due tasks, and how the plans stand. */
export const taskDigestEmail = defineEmail<TaskDigestPayload>({
  payload: TaskDigestPayload,
  subject: digestTitle,
  component: TaskDigest,
  text: digestText,
})
