import { calendarDateAt } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import type {
  RevisionNotice as Notice,
  VersionLink,
} from '~/domain/guides/revisions/revision-views'
import { guidePath, guideRevisionPath } from '~/domain/shared/paths'
import { Callout } from '../primitives/notices'
import { TextLink } from '../primitives/text-link'

interface RevisionNoticeProps {
  templateId: string
  /** Nothing is drawn for none. */
  notice: Notice | null
  timeZone: string
}

/** On a guide's page: that there are other versions of it, and where they are compared. */
export function RevisionNotice({ templateId, notice, timeZone }: RevisionNoticeProps) {
  if (!notice) return null
  if (notice.kind === 'replaced') {
    return (
      <Callout tone="warn" title="There is a newer version of this guide">
        <p>
          It was {importedWords(notice.by, timeZone)}. Start new plans from{' '}
          <TextLink to={guidePath(notice.by.templateId)}>the newer version</TextLink>, or{' '}
          <TextLink to={guideRevisionPath(notice.by.templateId)}>see what changed</TextLink>.
        </p>
      </Callout>
    )
  }
  if (notice.kind === 'likely') {
    return (
      <Callout tone="warn" title={`This looks like a new version of “${notice.of.title}”`}>
        <p>
          That one was {importedWords(notice.of, timeZone)}. {notice.reason}{' '}
          <TextLink to={guideRevisionPath(templateId)}>Compare the two and decide</TextLink>
        </p>
      </Callout>
    )
  }
  const waiting = notice.waitingPlanCount
  return (
    <Callout tone={waiting > 0 ? 'warn' : 'info'}>
      <p>
        This is the new version of{' '}
        <TextLink to={guidePath(notice.previous.templateId)}>“{notice.previous.title}”</TextLink>,{' '}
        {importedWords(notice.previous, timeZone)}.{' '}
        {waiting > 0
          ? `${waiting === 1 ? '1 plan still follows' : `${waiting} plans still follow`} the earlier one. `
          : null}
        <TextLink to={guideRevisionPath(templateId)}>
          {waiting > 0 ? 'See what changed and apply it' : 'See what changed'}
        </TextLink>
      </p>
    </Callout>
  )
}

/** "imported on Tue 3 Mar 2026 by Maya Lind" */
export function importedWords(
  { importedAt, importedByName }: Pick<VersionLink, 'importedAt' | 'importedByName'>,
  timeZone: string,
): string {
  const date = calendarDateAt(importedAt, timeZone)
  const day = `${formatDay(date, date)} ${date.slice(0, 4)}`
  return `imported on ${day}${importedByName ? ` by ${importedByName}` : ''}`
}
