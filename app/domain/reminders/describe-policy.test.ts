import { expect, it } from 'vitest'
import { describePolicy } from './describe-policy'
import { defaultReminderPolicy } from './policy'

it('says every rule of the default policy', () => {
  const words = describePolicy(defaultReminderPolicy).join(' ')
  expect(words).toMatch('at 08:00')
  expect(words).toMatch('7, 3 and 1 days before and on the day itself')
  expect(words).toMatch('the day after, then every Monday and Thursday')
  expect(words).toMatch('summary of every running plan on Monday')
})

it('leaves out what a policy leaves out', () => {
  const words = describePolicy({
    ...defaultReminderPolicy,
    dueSoonDays: [],
    onDueDay: false,
    overdueNextDay: false,
    overdueWeekdays: [],
  }).join(' ')
  expect(words).not.toMatch(/that is due|that is late/)
  expect(describePolicy({ ...defaultReminderPolicy, dueSoonDays: [] }).join(' ')).toMatch(
    'mentioned on the day itself;',
  )
})
