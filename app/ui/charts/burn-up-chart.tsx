import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { useId } from 'react'
import { daysBetween, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { BurnUpPoint } from '~/domain/progress/burn-up'
import { useDateFormat } from '../primitives/date-words'
import { ChartFrame, LegendItem } from './chart-frame'

interface BurnUpChartProps {
  points: readonly BurnUpPoint[]
  today: CalendarDate
  title?: string
  isTitleHidden?: boolean
}

/** Height of the plot in pixels; its width is that of the page. */
const plotHeight = 200
/** The plot's inner width in units: lines are stretched to the page, their strokes are not. */
const plotUnits = 1000

/** Done day by day against the ideal line; a step up is a day on which tasks were done. */
export function BurnUpChart({ points, today, title = 'Burn-up', isTitleHidden }: BurnUpChartProps) {
  const { formatDay } = useDateFormat()
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last)
    return <p className="text-muted">No tasks yet, so there is nothing to draw.</p>
  const current = points.findLast((point) => point.done !== null) ?? first
  const done = current.done ?? 0
  const summary = `${done} of ${current.scope} tasks done, ${current.ideal} due by ${formatDay(current.date, today)}.`
  return (
    <ChartFrame
      title={title}
      isTitleHidden={isTitleHidden}
      summary={summary}
      legend={<BurnUpLegend />}
      table={{
        headers: ['Day', 'Done', 'Due by then', 'Tasks'],
        rows: turningPoints(points, current).map((point) => [
          formatDay(point.date, today),
          point.done ?? '–',
          point.ideal,
          point.scope,
        ]),
      }}
    >
      <BurnUpPlot
        points={points}
        first={first}
        last={last}
        current={current}
        today={today}
        summary={`${title}: ${summary}`}
      />
    </ChartFrame>
  )
}

/** The days on which a number changes, and today and the ends: the rest of the table says nothing new. */
function turningPoints(points: readonly BurnUpPoint[], current: BurnUpPoint) {
  return points.filter((point, index) => {
    const before = points[index - 1]
    if (!before || point === current || index === points.length - 1) return true
    return point.ideal !== before.ideal || (point.done !== null && point.done !== before.done)
  })
}

function BurnUpLegend() {
  return (
    <>
      <LegendItem sample={<path className="line-done" d="M0 6h12" />}>Done</LegendItem>
      <LegendItem sample={<path className="line-ideal" d="M0 6h12" />}>
        Ideal: all done when due
      </LegendItem>
    </>
  )
}

interface PlotProps {
  points: readonly BurnUpPoint[]
  first: BurnUpPoint
  last: BurnUpPoint
  current: BurnUpPoint
  today: CalendarDate
  summary: string
}

function BurnUpPlot({ points, first, last, current, today, summary }: PlotProps) {
  const id = useId()
  const span = Math.max(1, daysBetween(first.date, last.date))
  const x = (date: CalendarDate) => (daysBetween(first.date, date) / span) * plotUnits
  const percentX = (date: CalendarDate) => `${Math.round(x(date)) / 10}%`
  const y = scaleLinear([0, Math.max(1, last.scope)], [plotHeight, 0])
  const ticks = y.ticks(4).filter(Number.isInteger)
  const past = points.filter((point) => point.done !== null)
  const isTodayInside = today > first.date && today < last.date
  return (
    <div className="pt-2 pr-2 pb-7 pl-8">
      <svg
        className="chart block overflow-visible"
        width="100%"
        height={plotHeight}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{summary}</title>
        <desc id={`${id}-desc`}>The numbers are in the table below the chart.</desc>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'axis' : 'grid'}
              x1="0"
              x2="100%"
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x="-8" y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <svg
          viewBox={`0 0 ${plotUnits} ${plotHeight}`}
          preserveAspectRatio="none"
          width="100%"
          height={plotHeight}
          overflow="visible"
        >
          <path className="area-done" d={areaPath(past, x, y) ?? undefined} />
          <path className="line-ideal" d={linePath(points, x, (p) => y(p.ideal)) ?? undefined} />
          <path className="line-done" d={linePath(past, x, (p) => y(p.done ?? 0)) ?? undefined} />
        </svg>
        {isTodayInside ? (
          <line
            className="line-today"
            x1={percentX(today)}
            x2={percentX(today)}
            y1="0"
            y2={plotHeight}
          />
        ) : null}
        <circle className="dot-done" cx={percentX(current.date)} cy={y(current.done ?? 0)} r="5" />
        <DayLabels first={first.date} last={last.date} today={today} percentX={percentX} />
      </svg>
    </div>
  )
}

type X = (date: CalendarDate) => number

const linePath = (points: readonly BurnUpPoint[], x: X, y: (point: BurnUpPoint) => number) =>
  line<BurnUpPoint>((point) => x(point.date), y).curve(curveStepAfter)([...points])

const areaPath = (points: readonly BurnUpPoint[], x: X, y: (value: number) => number) =>
  area<BurnUpPoint>(
    (point) => x(point.date),
    y(0),
    (point) => y(point.done ?? 0),
  ).curve(curveStepAfter)([...points])

interface DayLabelsProps {
  first: CalendarDate
  last: CalendarDate
  today: CalendarDate
  percentX: (date: CalendarDate) => string
}

/** Start, end, and today where there is room for it between them. */
function DayLabels({ first, last, today, percentX }: DayLabelsProps) {
  const { formatDay } = useDateFormat()
  const share = daysBetween(first, today) / Math.max(1, daysBetween(first, last))
  const hasRoom = share > 0.28 && share < 0.72
  const baseline = plotHeight + 18
  return (
    <>
      <text x="0" y={baseline}>
        {formatDay(first, today)}
      </text>
      <text x="100%" y={baseline} textAnchor="end">
        {formatDay(last, today)}
      </text>
      {hasRoom ? (
        <text className="text-strong" x={percentX(today)} y={baseline} textAnchor="middle">
          Today
        </text>
      ) : null}
    </>
  )
}
