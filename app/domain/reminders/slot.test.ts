import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDate,
  type CalendarDate,
  isoWeekday,
  timeOfDayAt,
} from '~/domain/calendar/calendar-date'
import { defaultReminderPolicy as policy } from '~/domain/reminders/policy'
import { office, on, zones } from '~/domain/reminders/scenarios.test-support'
import { nextSlot, slotFor } from '~/domain/reminders/slot'

const slot = (now: string, zone: string, lastDigestOn: CalendarDate | null = null) => {
  const { opensAt, ...rest } = slotFor(new Date(now), zone, office, policy, lastDigestOn)
  return { ...rest, opensAt: opensAt?.toISOString() ?? null }
}

describe('slotFor', () => {
  it('opens at 08:00 by the person’s clock', () => {
    expect(slot('2026-12-18T06:59:59.999Z', 'Europe/Berlin')).toEqual({
      open: false,
      today: '2026-12-18',
      opensAt: '2026-12-18T07:00:00.000Z',
      reason: 'before-send-time',
    })
    expect(slot('2026-12-18T07:00:00Z', 'Europe/Berlin')).toMatchObject({
      open: true,
      opensAt: '2026-12-18T07:00:00.000Z',
      reason: 'open',
    })
    expect(slot('2026-12-18T22:59:59Z', 'Europe/Berlin')).toMatchObject({ open: true })
    expect(slot('2026-12-18T07:00:00Z', 'America/New_York')).toMatchObject({
      reason: 'before-send-time',
      opensAt: '2026-12-18T13:00:00.000Z',
    })
  })

  it('stays shut on days off and names the next opening', () => {
    expect(slot('2026-12-25T12:00:00Z', 'Europe/Berlin')).toEqual({
      open: false,
      today: '2026-12-25',
      opensAt: '2026-12-28T07:00:00.000Z',
      reason: 'not-a-working-day',
    })
    // Friday evening in Berlin is Saturday morning on Lord Howe Island.
    expect(slot('2026-12-18T22:00:00Z', 'Australia/Lord_Howe')).toMatchObject({
      today: '2026-12-19',
      reason: 'not-a-working-day',
    })
  })

  it('opens once a day', () => {
    expect(slot('2026-12-18T12:00:00Z', 'Europe/Berlin', on('2026-12-18'))).toMatchObject({
      open: false,
      reason: 'digest-made',
      opensAt: '2026-12-21T07:00:00.000Z',
    })
    expect(slot('2026-12-18T12:00:00Z', 'Europe/Berlin', on('2026-12-17')).open).toBe(true)
    // Moved west since: it is still yesterday there.
    expect(slot('2026-12-18T03:00:00Z', 'America/New_York', on('2026-12-18'))).toMatchObject({
      today: '2026-12-17',
      reason: 'digest-made',
    })
  })

  it('never opens where no working day is in sight', () => {
    const start = on('2026-01-01')
    const closed = {
      ...office,
      holidays: Array.from({ length: 500 }, (_, day) => addDays(start, day)),
    }
    const now = new Date('2026-01-01T12:00:00Z')
    expect(slotFor(now, 'UTC', closed, policy, null)).toMatchObject({ open: false, opensAt: null })
    expect(nextSlot(now, 'UTC', closed, policy, null)).toBeNull()
  })
})

describe('the hour of sending', () => {
  it.each(zones)('is 08:00 local on every day of a year in %s', (zone) => {
    const everyDay = { ...office, workingDays: [1, 2, 3, 4, 5, 6, 7] as const, holidays: [] }
    let lastDigestOn = calendarDate('2025-12-31')
    for (let day = 0; day < 366; day += 1) {
      const now = new Date('2026-01-01T00:00:00Z')
      const next = nextSlot(now, zone, everyDay, policy, lastDigestOn)
      if (!next) throw new Error('every day is a working day')
      expect(next.onDate).toBe(addDays(lastDigestOn, 1))
      expect(timeOfDayAt(next.opensAt, zone)).toBe('08:00')
      expect(slotFor(next.opensAt, zone, everyDay, policy, lastDigestOn).open).toBe(true)
      const justBefore = new Date(next.opensAt.getTime() - 1)
      expect(slotFor(justBefore, zone, everyDay, policy, lastDigestOn).open).toBe(false)
      lastDigestOn = next.onDate
    }
  })

  it('lies ahead, on a working day, at any instant', () => {
    const instant = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2028-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
        const { open, today, opensAt } = slotFor(now, zone, office, policy, null)
        if (!opensAt) throw new Error('an office week has a working day')
        expect(open).toBe(opensAt <= now)
        const next = nextSlot(now, zone, office, policy, null)
        expect(next?.opensAt).toEqual(opensAt)
        expect(next && isoWeekday(next.onDate) <= 5 && next.onDate >= today).toBe(true)
        expect(timeOfDayAt(opensAt, zone)).toBe('08:00')
      }),
      { numRuns: 300 },
    )
  })
})
