import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import { launchProblems } from './launch-problems'
import { isLaunchable } from './plan'

const calendar: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
}
const plan = { startsOn: calendarDate('2026-11-23'), launchedAt: null, cancelledAt: null }
const roles = [{ id: 'r', name: 'HR', holderId: 'ana', backupId: null }]
const task = (dueOn: string, horizonDays: number | null = 30) => ({
  id: dueOn,
  action: `Due ${dueOn}`,
  dueOn: calendarDate(dueOn),
  horizonDays,
  ownerRoleId: 'r',
  assigneeId: null,
})
const problems = (tasks: ReturnType<typeof task>[], today = '2026-11-22') =>
  launchProblems({ plan, tasks, roles, calendar, today: calendarDate(today) })

describe('launchProblems', () => {
  it('finds nothing in a plan that is ready', () => {
    expect(problems([task('2026-11-27')])).toEqual([])
  })

  it('refuses days off and days before the start', () => {
    const found = problems([task('2026-11-28'), task('2026-11-20'), task('2026-11-27')])
    expect(found).toMatchObject([
      { code: 'due-date-refused', severity: 'problem', taskIds: ['2026-11-28', '2026-11-20'] },
      { code: 'due-before-today', severity: 'warning', taskIds: ['2026-11-20'] },
    ])
    expect(isLaunchable(found)).toBe(false)
  })

  it('warns of dates after the horizon and before today, and lets them pass', () => {
    const found = problems([task('2026-11-24', 0), task('2026-12-24')], '2026-11-25')
    expect(found.map(({ message }) => message)).toEqual([
      '2 tasks are due after the guide’s horizon.',
      '“Due 2026-11-24” is due before today, so overdue from the launch on.',
    ])
    expect(isLaunchable(found)).toBe(true)
  })

  it('puts problems before warnings', () => {
    const orphan = { ...task('2026-11-28'), ownerRoleId: null as unknown as string }
    expect(problems([orphan]).map(({ severity }) => severity)).toEqual(['problem', 'warning'])
  })
})
