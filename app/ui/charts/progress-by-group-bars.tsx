import type { ProgressPart } from '~/domain/progress/plan-progress'
import { Icon } from '../primitives/icon'
import { Progress } from '../primitives/progress'
import { ChartFrame, LegendItem } from './chart-frame'

interface ProgressByGroupBarsProps {
  title: string
  /** What a bar stands for: "Track". */
  groupName: string
  parts: readonly ProgressPart[]
  isTitleHidden?: boolean
}

/** One bar for each track or owner role: done, with a tick where it should be by today. */
export function ProgressByGroupBars({
  title,
  groupName,
  parts,
  isTitleHidden,
}: ProgressByGroupBarsProps) {
  if (parts.length === 0)
    return <p className="text-muted">No tasks yet, so there is nothing to draw.</p>
  const behind = parts.filter((part) => (part.donePercent ?? 0) < (part.expectedPercent ?? 0))
  return (
    <ChartFrame
      title={title}
      isTitleHidden={isTitleHidden}
      summary={behindSentence(behind)}
      legend={
        <>
          <LegendItem sample={<rect className="bar-done" y="2" width="12" height="8" rx="2" />}>
            Done
          </LegendItem>
          <LegendItem sample={<rect className="bar-expected" x="5" width="2" height="12" rx="1" />}>
            Expected by today
          </LegendItem>
        </>
      }
      table={{
        headers: [groupName, 'Done', 'Tasks', 'Done %', 'Expected %', 'Overdue', 'Blocked'],
        rows: parts.map((part) => [
          part.label,
          part.done,
          part.total,
          part.donePercent ?? '–',
          part.expectedPercent ?? '–',
          part.overdue,
          part.blocked,
        ]),
      }}
    >
      <ul className="flex flex-col gap-3">
        {parts.map((part) => (
          <GroupBar key={part.key ?? ''} part={part} />
        ))}
      </ul>
    </ChartFrame>
  )
}

function GroupBar({ part }: { part: ProgressPart }) {
  return (
    <li>
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-medium">{part.label}</span>
        <span className="flex-none text-sm text-muted">
          {part.overdue > 0 ? (
            <span className="mr-3 inline-flex items-center gap-1 text-bad">
              <Icon name="alert" className="h-3.5 w-3.5" />
              {part.overdue} overdue
            </span>
          ) : null}
          {part.done} of {part.total}
        </span>
      </div>
      <Progress
        label={`${part.label}: done, in percent`}
        value={part.donePercent ?? 0}
        max={100}
        expected={part.expectedPercent ?? 0}
      />
    </li>
  )
}

function behindSentence(behind: readonly ProgressPart[]): string {
  if (behind.length === 0) return 'Nothing is behind what was expected by today.'
  const names = behind.map((part) => part.label)
  const list =
    names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `Behind what was expected by today: ${list}.`
}
