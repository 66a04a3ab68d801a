/**
 * What a heading of a plan was read as, in a word or two.
 *
 *     sectionWords({ stage: 'plan', horizonDays: 30, track: null, dueOn: null }) // '30 days'
 *     sectionWords({ stage: 'plan', horizonDays: 90, track: 'response', dueOn: null }) // '90 days, Response'
 */
import { formatDay } from '~/domain/calendar/format-date'
import { stageLabel, trackLabel } from '~/domain/shared/vocabulary'
import { horizonLabel } from '~/domain/tasks/plan-grouping'
import type { ExtractedSection } from '../extracted-plan'

export function sectionWords(
  section: Pick<ExtractedSection, 'stage' | 'horizonDays' | 'track' | 'dueOn'>,
): string {
  const { stage, horizonDays, track, dueOn } = section
  const isOpen = stage === 'plan' && horizonDays === null
  const day = dueOn && `by ${formatDay(dueOn, dueOn)} ${dueOn.slice(0, 4)}`
  return [
    isOpen ? stageLabel.plan : horizonLabel(horizonDays, stage),
    track && trackLabel[track],
    day,
  ]
    .filter(Boolean)
    .join(', ')
}
