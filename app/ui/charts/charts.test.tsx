// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '~/domain/calendar/calendar-date'
import type { BurnUpPoint } from '~/domain/progress/burn-up'
import type { ProgressPart } from '~/domain/progress/plan-progress'
import { BurnUpChart } from './burn-up-chart'
import { DueNextBars } from './due-next-bars'
import { ProgressByGroupBars } from './progress-by-group-bars'
import { StackedStatusBar } from './stacked-status-bar'

afterEach(cleanup)

const today = calendarDate('2026-11-25')
const points: BurnUpPoint[] = [0, 1, 2, 3].map((day) => ({
  date: addDays(today, day - 1),
  done: [1, 2, null, null][day] ?? null,
  ideal: day,
  scope: 4,
}))
const part: ProgressPart = {
  key: 'detection',
  label: 'Detection',
  total: 8,
  done: 2,
  blocked: 0,
  overdue: 3,
  donePercent: 25,
  expectedPercent: 50,
}
const charts: [string, ReactElement][] = [
  ['burn-up', <BurnUpChart points={points} today={today} />],
  ['by group', <ProgressByGroupBars title="By track" groupName="Track" parts={[part]} />],
  ['due next', <DueNextBars counts={[{ date: addDays(today, 2), count: 5 }]} today={today} />],
  ['by status', <StackedStatusBar counts={{ done: 3, open: 1 }} />],
]

const cells = (row: number) =>
  within(screen.getByRole('table', { hidden: true }))
    .getAllByRole('row', { hidden: true })
    .slice(row, row + 1)
    .flatMap((element) => [...element.children].map((cell) => cell.textContent))

describe.each(charts)('the chart %s', (_, chart) => {
  it('has its numbers as a table, and no inline style', () => {
    const { container } = render(chart)
    expect(screen.getByRole('table', { hidden: true }).closest('details')).not.toBeNull()
    expect(container.querySelectorAll('[style]')).toHaveLength(0)
  })

  it('has a name for every picture', () => {
    const { container } = render(chart)
    for (const svg of container.querySelectorAll('svg[role]')) {
      const name = svg.querySelector('title')?.textContent ?? svg.getAttribute('aria-label')
      expect(name).toBeTruthy()
    }
    expect(container.querySelectorAll('svg[role]').length).toBeGreaterThan(0)
  })

  it('is drawn on the server without numbers that are none', () => {
    expect(renderToString(chart)).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe('what the charts say', () => {
  it('burn-up: today, and an open end', () => {
    render(<BurnUpChart points={points} today={today} />)
    expect(screen.getByText('2 of 4 tasks done, 1 due by Wed 25 Nov.')).toBeTruthy()
    expect(cells(2)).toEqual(['Wed 25 Nov', '2', '1', '4'])
    expect(cells(3)).toEqual(['Thu 26 Nov', '–', '2', '4'])
  })

  it('burn-up: a table of the days on which something changes', () => {
    const flat = Array.from({ length: 30 }, (_, day) => ({
      date: addDays(today, day - 10),
      done: day > 10 ? null : day < 4 ? 0 : 3,
      ideal: day < 20 ? 1 : 5,
      scope: 5,
    }))
    render(<BurnUpChart points={flat} today={today} />)
    const days = screen
      .getAllByRole('rowheader', { hidden: true })
      .map((header) => header.textContent)
    expect(days).toEqual(['Sun 15 Nov', 'Thu 19 Nov', 'Wed 25 Nov', 'Sat 5 Dec', 'Mon 14 Dec'])
  })

  it('by group: what is behind', () => {
    render(<ProgressByGroupBars title="By track" groupName="Track" parts={[part]} />)
    expect(screen.getByText('Behind what was expected by today: Detection.')).toBeTruthy()
    const bar = screen.getByRole('progressbar')
    expect(bar.getAttribute('aria-valuenow')).toBe('25')
    expect(bar.getAttribute('aria-valuetext')).toBe('25 of 100, expected 50 by today')
  })

  it('due next: fourteen days from today, the busiest named', () => {
    render(
      <DueNextBars
        counts={[
          { date: addDays(today, 2), count: 5 },
          { date: addDays(today, 14), count: 9 },
        ]}
        today={today}
      />,
    )
    expect(screen.getByText('5 tasks, most on Fri 27 Nov (5).')).toBeTruthy()
    expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(15)
    expect(cells(3)).toEqual(['Fri 27 Nov', '5'])
  })

  it('by status: shares that add up', () => {
    const { container } = render(<StackedStatusBar counts={{ done: 3, open: 1, blocked: 0 }} />)
    expect(screen.getByText('4 tasks: 3 done, 1 open.')).toBeTruthy()
    const widths = [...container.querySelectorAll('.bar-segment')].map((bar) =>
      bar.getAttribute('width'),
    )
    expect(widths).toEqual(['75%', '25%'])
  })

  it('say so when there is nothing to draw', () => {
    render(
      <>
        <BurnUpChart points={[]} today={today} />
        <StackedStatusBar counts={{}} />
        <ProgressByGroupBars title="By track" groupName="Track" parts={[]} />
      </>,
    )
    expect(screen.getAllByText(/nothing to draw/)).toHaveLength(3)
  })
})
