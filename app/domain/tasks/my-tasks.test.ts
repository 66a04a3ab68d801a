import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import { groupMyTasks, lastDayOfWeek, myTasksGroupOf } from '~/domain/tasks/my-tasks'

const wednesday = calendarDate('2026-11-25')
const calendar: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [calendarDate('2026-11-27')],
}
const due = (date: string, reference = 1) => ({ dueOn: calendarDate(date), reference })

describe('myTasksGroupOf', () => {
  it.each([
    ['2026-11-24', 'overdue'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'this-week'],
    ['2026-11-29', 'this-week'],
    ['2026-11-30', 'later'],
  ])('%s is %s', (date, key) => {
    expect(myTasksGroupOf(calendarDate(date), wednesday)).toBe(key)
  })

  it('on a Sunday, tomorrow is later', () => {
    const sunday = calendarDate('2026-11-29')
    expect(lastDayOfWeek(sunday)).toBe(sunday)
    expect(myTasksGroupOf(addDays(sunday, 1), sunday)).toBe('later')
  })
})

describe('groupMyTasks', () => {
  it('orders heaps, tasks by date and then number, and leaves empty heaps out', () => {
    const tasks = [due('2026-12-20'), due('2026-11-01', 9), due('2026-11-01', 2), due('2026-11-25')]
    const groups = groupMyTasks(tasks, wednesday, calendar)
    expect(groups.map((group) => group.label)).toEqual(['Overdue', 'Today', 'Later'])
    expect(groups[0]?.tasks.map((task) => task.reference)).toEqual([2, 9])
  })

  it('notes the last working day of the week, unless it is over', () => {
    const friday = calendarDate('2026-11-27')
    const [week] = groupMyTasks([due('2026-11-26')], wednesday, calendar)
    expect(week).toMatchObject({ key: 'this-week', note: 'until Thu 26 Nov' })
    const [weekend] = groupMyTasks([due('2026-11-28')], friday, calendar)
    expect(weekend).toMatchObject({ key: 'this-week', note: null })
  })

  it('puts every task into exactly one heap', () => {
    const offset = fc.integer({ min: -30, max: 60 })
    fc.assert(
      fc.property(fc.array(offset), fc.integer({ min: 0, max: 6 }), (offsets, weekday) => {
        const today = addDays(wednesday, weekday)
        const tasks = offsets.map((days, i) => ({ dueOn: addDays(today, days), reference: i }))
        const grouped = groupMyTasks(tasks, today, calendar).flatMap((group) => group.tasks)
        expect(grouped.map((task) => task.reference).sort((a, b) => a - b)).toEqual(
          tasks.map((task) => task.reference),
        )
      }),
    )
  })
})
