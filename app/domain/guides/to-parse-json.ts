/**
 * What `wardround parse --json` prints: the fields under which an importer is measured (an action is
 * called `title` there), with warnings, the place of each item, and the text those places count in.
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Priority, Stage, Track } from '~/domain/shared/vocabulary'
import type { ExtractWarning } from './extracted-plan'
import type { GuideFormat } from './formats'
import type { ReadGuide } from './read-guide'

export interface ParseJson {
  title: string | null
  format: GuideFormat
  frameworks: string[]
  items: ParseJsonItem[]
  unread: number
  warnings: ExtractWarning[]
  text: string
}

export interface ParseJsonItem {
  stage: Stage
  horizonDays: number | null
  track: Track | null
  owners: string[]
  title: string
  detail: string | null
  outcome: string | null
  priority: Priority | null
  dueOn: CalendarDate | null
  source: { start: number; end: number }
  confidence: 'certain' | 'guessed'
  guesses: string[]
}

/** The plain object to print; field order is that of the output. */
export function toParseJson({ format, text, plan }: ReadGuide): ParseJson {
  const items = plan.items.map(({ action, stage, horizonDays, track, owners, ...rest }) => ({
    stage,
    horizonDays,
    track,
    owners,
    title: action,
    ...rest,
  }))
  const { title, frameworks, unread, warnings } = plan
  return { title, format, frameworks, items, unread, warnings, text }
}
