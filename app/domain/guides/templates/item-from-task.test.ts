import { expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { itemFromTask, type PlannedWork } from './item-from-task'

const startsOn = calendarDate('2027-01-01')
const work: PlannedWork = {
  stage: 'plan',
  horizonDays: 30,
  track: 'recovery',
  priority: 'high',
  action: 'Test a restore',
  outcome: 'It opens',
  detail: 'On spare hardware.',
  ownerRoleId: 'r1',
  frameworkRefs: ['nist-csf:RC.RP'],
  cadence: 'quarterly',
}

it('keeps everything but the date, and nothing that is the task’s own', () => {
  const task = { ...work, dueOn: calendarDate('2027-03-01'), assigneeId: 'ina', reference: 4 }
  expect(itemFromTask(task, startsOn)).toEqual(work)
})

it.each([
  ['its horizon, though the date was moved', 30, '2027-06-01', 30],
  ['the days to its date where it has none', null, '2027-01-21', 20],
  ['a day at least', null, '2027-01-01', 1],
  ['a day at least, also before the start', null, '2026-12-24', 1],
])('gives the item %s', (_, horizonDays, dueOn, expected) => {
  const task = { ...work, horizonDays, dueOn: calendarDate(dueOn) }
  expect(itemFromTask(task, startsOn).horizonDays).toBe(expected)
})
