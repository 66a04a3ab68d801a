import { expect, it } from 'vitest'
import { db } from '~/infra/database/database.server'
import { changeProfile } from '~/services/accounts/change-profile.server'
import { getPerson } from '~/services/people/get-person.server'
import { changeAbsence } from '~/services/people/change-absence.server'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { useReminderInbox } from '~tests/support/reminder-inbox'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
const inbox = useReminderInbox()

it('reminds somebody on their own working days, with dates in their language', async () => {
  const { ina, backup } = inbox.team
  await changeProfile(ina, { name: ina.name, workingDays: [2, 6], dateLanguage: 'de' })
  expect(await getPerson(ina, ina.personId)).toMatchObject({
    workingDays: [2, 6],
    dateLanguage: 'de',
  })
  await inbox.launch([{ dueOn: '2026-12-01' }])
  expect(inbox.mailTo(ina)).toHaveLength(0)
  const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30']
  const got: string[] = []
  for (const day of days) {
    inbox.smtp.clear()
    inbox.at(day, '08:01')
    await inbox.sweepAndDeliver()
    if (inbox.mailTo(ina).length > 0) got.push(day)
    if (day === '2026-11-24') expect(inbox.textTo(ina)).toContain('Di. 1. Dez.')
    if (day === '2026-11-24') expect(inbox.textTo(ina)).toContain('in 7 Tagen')
  }
  // The 24th is a Tuesday; the 28th is a Saturday of theirs, before the due date of the 1st.
  expect(got).toEqual(['2026-11-24', '2026-11-28'])
  expect(inbox.mailTo(backup)).toHaveLength(0)
})

it('writes to the stand-in and not to whoever is away', async () => {
  const { ina, backup, manager } = inbox.team
  await inbox.launch([{ dueOn: '2026-11-27' }])
  const { version } = await db().person.findUniqueOrThrow({ where: { id: ina.personId } })
  await changeAbsence(manager, {
    ...{ personId: ina.personId, version },
    ...{ from: calendarDate('2026-11-25'), until: calendarDate('2026-11-30') },
  })
  for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) {
    inbox.at(day, '08:01')
    await inbox.sweepAndDeliver()
  }
  expect(inbox.mailTo(ina)).toHaveLength(0)
  expect(inbox.mailTo(backup).length).toBeGreaterThan(0)
  expect(inbox.textTo(backup)).toContain(`You stand in for ${ina.name}, who is away`)
  inbox.smtp.clear()
  inbox.at('2026-12-01', '08:01')
  await inbox.sweepAndDeliver()
  expect(inbox.subjectsTo(ina).join()).toMatch(/overdue/i)
  expect(inbox.textTo(ina)).not.toContain('stand in')
  expect(inbox.mailTo(backup)).toHaveLength(0)
})
