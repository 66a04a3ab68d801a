import { useId } from 'react'
import { addDays, isoWeekday, type CalendarDate } from '~/domain/calendar/calendar-date'
import { useDateFormat } from '../primitives/date-words'
import { ChartFrame } from './chart-frame'

interface DueNextBarsProps {
  /** Unfinished tasks by due date; days without any may be missing. */
  counts: readonly { date: CalendarDate; count: number }[]
  today: CalendarDate
  /** How many days from today on. */
  days?: number
  title?: string
  isTitleHidden?: boolean
}

const barHeight = 88
const letters = ['M', 'T', 'W', 'T', 'F', 'S', 'S'] as const

/** A bar for each of the next fourteen days: how many tasks are due on it. */
export function DueNextBars(props: DueNextBarsProps) {
  const {
    counts,
    today,
    days: dayCount = 14,
    title = 'Due in the next two weeks',
    isTitleHidden,
  } = props
  const { formatDay } = useDateFormat()
  const byDate = new Map(counts.map(({ date, count }) => [date, count]))
  const days = Array.from({ length: dayCount }, (_, offset) => {
    const date = addDays(today, offset)
    return { date, count: byDate.get(date) ?? 0 }
  })
  const total = days.reduce((sum, day) => sum + day.count, 0)
  const busiest = days.reduce((most, day) => (day.count > most.count ? day : most))
  const summary =
    total === 0
      ? 'Nothing is due.'
      : `${total} ${total === 1 ? 'task' : 'tasks'}, most on ${formatDay(busiest.date, today)} (${busiest.count}).`
  return (
    <ChartFrame
      title={title}
      isTitleHidden={isTitleHidden}
      summary={summary}
      table={{
        headers: ['Day', 'Due'],
        rows: days.map(({ date, count }) => [formatDay(date, today), count]),
      }}
    >
      <DueBars days={days} most={Math.max(1, busiest.count)} summary={`${title}: ${summary}`} />
    </ChartFrame>
  )
}

interface DueBarsProps {
  days: readonly { date: CalendarDate; count: number }[]
  most: number
  summary: string
}

function DueBars({ days, most, summary }: DueBarsProps) {
  const id = useId()
  const step = 100 / days.length
  const at = (share: number) => `${Math.round(share * 100) / 100}%`
  return (
    <svg
      className="chart block"
      width="100%"
      height={barHeight + 56}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{summary}</title>
      <desc id={`${id}-desc`}>The numbers are in the table below the chart.</desc>
      {days.map(({ date, count }, index) => {
        const height = count === 0 ? 2 : Math.max(4, (count / most) * barHeight)
        const middle = at((index + 0.5) * step)
        return (
          <g key={date}>
            <rect
              className={count === 0 ? 'bar-quiet' : 'bar-accent'}
              x={at(index * step + step * 0.15)}
              y={16 + barHeight - height}
              width={at(step * 0.7)}
              height={height}
              rx="2"
            />
            {count > 0 ? (
              <text
                className="text-strong"
                x={middle}
                y={11 + barHeight - height}
                textAnchor="middle"
              >
                {count}
              </text>
            ) : null}
            <text x={middle} y={barHeight + 33} textAnchor="middle">
              {letters[isoWeekday(date) - 1]}
            </text>
            <text
              className={index === 0 ? 'text-strong' : undefined}
              x={middle}
              y={barHeight + 49}
              textAnchor="middle"
            >
              {Number(date.slice(8))}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
