import { expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { sectionWords } from './section-words'

const section = { stage: 'plan', horizonDays: null, track: null, dueOn: null } as const

it.each([
  [{ ...section, stage: 'first-steps', horizonDays: 7 } as const, 'First steps'],
  [section, 'Plan'],
  [{ ...section, horizonDays: 30 }, '30 days'],
  [{ ...section, horizonDays: 90, track: 'response' } as const, '90 days, Response'],
  [{ ...section, dueOn: calendarDate('2027-02-26') }, 'Plan, by Fri 26 Feb 2027'],
])('says what %o is', (given, words) => {
  expect(sectionWords(given)).toBe(words)
})
