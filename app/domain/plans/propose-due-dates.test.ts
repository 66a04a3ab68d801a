import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type IsoWeekday,
} from '~/domain/calendar/calendar-date'
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '~/domain/calendar/working-calendar'
import { checkDueDate, type DatableItem, proposeDueDates } from '~/domain/plans/propose-due-dates'

/** Time for a property on a machine that is busy with other things. */
const slowMs = 30_000

const on = calendarDate
const office: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [on('2026-12-25'), on('2027-01-01')],
}
const monday = on('2026-11-02')
let next = 0
const item = (change: Partial<DatableItem> = {}): DatableItem => ({
  id: `item-${(next += 1)}`,
  stage: 'plan',
  horizonDays: 30,
  dueOn: null,
  ...change,
})
const times = (count: number, change: Partial<DatableItem>) =>
  Array.from({ length: count }, () => item(change))
const dates = (items: DatableItem[], start: CalendarDate = monday, calendar = office) =>
  proposeDueDates(items, start, calendar).map(({ dueOn }) => dueOn)
const only = (change: Partial<DatableItem>, start: CalendarDate = monday, calendar = office) =>
  proposeDueDates([item(change)], start, calendar)[0]

describe('spreading', () => {
  it('spreads items over the working days of their horizon, the last on its last working day', () => {
    expect(dates(times(3, { horizonDays: 30 }))).toEqual(['2026-11-11', '2026-11-23', '2026-12-02'])
  })

  it('starts each horizon where the one before ends', () => {
    const items = [
      ...times(3, { stage: 'first-steps', horizonDays: 7 }),
      ...times(3, { horizonDays: 30 }),
      ...times(4, { horizonDays: 90 }),
    ]
    expect(dates(items)).toEqual([
      ...['2026-11-03', '2026-11-05', '2026-11-09'],
      ...['2026-11-17', '2026-11-25', '2026-12-02'],
      ...['2026-12-16', '2026-12-31', '2027-01-15', '2027-01-29'],
    ])
  })

  it('counts a horizon whose items all have dates of their own', () => {
    const items = [
      item({ horizonDays: 30, dueOn: on('2026-11-20') }),
      ...times(2, { horizonDays: 60 }),
    ]
    expect(dates(items)).toEqual(['2026-11-20', '2026-12-16', '2026-12-31'])
  })

  it('keeps the guide order whatever order horizons come in', () => {
    const items = [item({ horizonDays: 90 }), item({ horizonDays: 30 }), item({ horizonDays: 90 })]
    const proposals = proposeDueDates(items, monday, office)
    expect(proposals.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    expect(proposals.map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2026-12-02', '2027-01-29'])
  })

  it('shares days when there are more items than days', () => {
    const proposed = dates(times(12, { horizonDays: 7 }))
    expect(new Set(proposed).size).toBe(6)
    expect(proposed.at(-1)).toBe('2026-11-09')
    expect([...proposed].sort()).toEqual(proposed)
  })

  it('falls back to the days before a window of days off', () => {
    const friday = on('2026-11-06')
    const items = [item({ horizonDays: 0 }), item({ horizonDays: 2 })]
    expect(dates(items, friday)).toEqual(['2026-11-06', '2026-11-06'])
  })

  it('gives no date where no working day exists, and says so', () => {
    expect(only({ horizonDays: 1 }, on('2026-11-07'))).toMatchObject({
      dueOn: null,
      reason:
        'There is no working day between the start, Sat 7 Nov, and the end of the 1-day horizon, Sun 8 Nov.',
    })
  })

  it('gives items without a horizon the longest of the plan, or 90 days, and says so', () => {
    const [, unbound] = proposeDueDates(
      [item({ horizonDays: 60 }), item({ horizonDays: null })],
      monday,
      office,
    )
    expect(unbound?.dueOn).toBe('2026-12-31')
    expect(unbound?.reason).toContain('the longest of this plan, 60 days')
    expect(only({ horizonDays: null })).toMatchObject({
      dueOn: '2027-01-29',
      reason: expect.stringContaining('90 days are assumed') as string,
    })
    expect(only({ horizonDays: null, stage: 'first-steps' })).toMatchObject({
      dueOn: '2026-11-09',
      reason: expect.stringContaining('first steps get 7 days') as string,
    })
  })
})

describe('dates the guide states', () => {
  it.each<[string, Partial<DatableItem>, string, string]>([
    ['kept', { dueOn: on('2026-11-18') }, '2026-11-18', 'The guide says Wed 18 Nov.'],
    ['on the start', { dueOn: on('2026-11-02') }, '2026-11-02', 'The guide says Mon 2 Nov.'],
    [
      'on a day off',
      { dueOn: on('2026-11-22') },
      '2026-11-20',
      'The guide says Sun 22 Nov, a day off; Fri 20 Nov is the nearest working day before it.',
    ],
    [
      'before the start',
      { dueOn: on('2026-10-30') },
      '2026-12-02',
      'The guide says Fri 30 Oct, which is before the plan starts. 1 of 1 for the 30-day horizon, which ends on Wed 2 Dec.',
    ],
    [
      'after the horizon',
      { dueOn: on('2027-01-20') },
      '2026-12-02',
      'The guide says Wed 20 Jan 2027, which is after the 30-day horizon; Wed 2 Dec is the last working day inside it.',
    ],
    [
      'without a horizon',
      { dueOn: on('2027-06-30'), horizonDays: null },
      '2027-06-30',
      'The guide says Wed 30 Jun 2027.',
    ],
  ])('%s', (_, change, dueOn, reason) => {
    expect(only(change)).toMatchObject({ dueOn, reason })
  })

  it('says when a date lies beyond every horizon of the plan', () => {
    const [, beyond] = proposeDueDates(
      [item(), item({ dueOn: on('2027-06-30'), horizonDays: null })],
      monday,
      office,
    )
    expect(beyond).toMatchObject({
      dueOn: '2027-06-30',
      reason: "The guide says Wed 30 Jun 2027. It is after the plan's longest horizon, 30 days.",
    })
  })

  it('moves ahead where every day back to the start is off', () => {
    expect(only({ dueOn: on('2026-11-08') }, on('2026-11-07'))).toMatchObject({
      dueOn: '2026-11-09',
      reason: expect.stringContaining('nearest working day after it') as string,
    })
    expect(only({ dueOn: on('2026-11-08'), horizonDays: 1 }, on('2026-11-07'))?.dueOn).toBeNull()
  })

  it('does not push the other items aside', () => {
    const items = [item(), item({ dueOn: on('2026-11-04') }), item(), item()]
    expect(dates(items)).toEqual(['2026-11-11', '2026-11-04', '2026-11-23', '2026-12-02'])
  })
})

describe('properties of every proposal', () => {
  const week = fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
  // Starts around both changes of daylight saving, the turn of the year and 29 February 2028.
  const start = fc
    .constantFrom(
      '2026-03-08',
      '2026-03-29',
      '2026-10-25',
      '2026-11-01',
      '2026-12-20',
      '2028-02-01',
    )
    .chain((date) => fc.integer({ min: -15, max: 15 }).map((days) => addDays(on(date), days)))
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe')
  const horizon = fc.option(fc.constantFrom(0, 1, 2, 7, 30, 60, 90, 180))
  const plan = start.chain((startsOn) =>
    fc.record({
      startsOn: fc.constant(startsOn),
      calendar: fc.record({
        timeZone: zone,
        workingDays: week,
        holidays: fc.array(fc.integer({ min: 0, max: 100 }).map((days) => addDays(startsOn, days))),
      }),
      items: fc.array(
        fc.record({
          stage: fc.constantFrom('first-steps' as const, 'plan' as const),
          horizonDays: horizon,
          dueOn: fc.option(
            fc.integer({ min: -40, max: 250 }).map((days) => addDays(startsOn, days)),
          ),
        }),
        { maxLength: 25 },
      ),
    }),
  )

  it(
    'is a working day from the start to the horizon, or null where there is none',
    () => {
      fc.assert(
        fc.property(plan, ({ startsOn, calendar, items }) => {
          const numbered = items.map((each, index) => ({ ...each, id: `${index}` }))
          const proposals = proposeDueDates(numbered, startsOn, calendar)
          expect(proposals.map(({ id }) => id)).toEqual(numbered.map(({ id }) => id))
          for (const [index, { dueOn, reason }] of proposals.entries()) {
            const horizonDays = items[index]?.horizonDays ?? null
            expect(reason).toMatch(/^[A-Z0-9].*\.$/)
            if (dueOn === null) {
              const longest = Math.max(...items.map((each) => each.horizonDays ?? -1))
              const assumed = longest >= 0 ? longest : 90
              const given = items[index]?.stage === 'first-steps' ? 7 : assumed
              const endsOn = addDays(startsOn, horizonDays ?? given)
              expect(workingDaysBetween(calendar, startsOn, endsOn)).toEqual([])
              continue
            }
            expect(isWorkingDay(calendar, dueOn)).toBe(true)
            expect(dueOn >= startsOn).toBe(true)
            if (horizonDays !== null) expect(dueOn <= addDays(startsOn, horizonDays)).toBe(true)
            expect(checkDueDate(dueOn, { startsOn, horizonDays, calendar })).toEqual([])
          }
        }),
        { numRuns: 300 },
      )
    },
    slowMs,
  )

  it('spreads: no day gets more than its even share', () => {
    const count = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(start, week, count, fc.constantFrom(7, 30, 90), (startsOn, days, n, horizon) => {
        const calendar = { timeZone: 'UTC', workingDays: days, holidays: [] }
        const window = workingDaysBetween(calendar, startsOn, addDays(startsOn, horizon))
        const proposed = dates(times(n, { horizonDays: horizon }), startsOn, calendar)
        const fullest = Math.max(
          ...window.map((day) => proposed.filter((date) => date === day).length),
        )
        expect(fullest).toBeLessThanOrEqual(Math.ceil(n / window.length))
        expect(proposed.at(-1)).toBe(window.at(-1))
        expect([...proposed].sort()).toEqual(proposed)
      }),
    )
  })
})

describe('checkDueDate', () => {
  const check = (date: string, horizonDays: number | null = 30) =>
    checkDueDate(on(date), { startsOn: monday, horizonDays, calendar: office })

  it('has nothing against a working day inside the horizon', () => {
    expect(check('2026-11-02')).toEqual([])
    expect(check('2026-12-02')).toEqual([])
    expect(check('2027-12-01', null)).toEqual([])
  })

  it('refuses days off and days before the start, and warns beyond the horizon', () => {
    expect(check('2026-11-08')).toEqual([
      {
        code: 'not-a-working-day',
        severity: 'refused',
        message: 'Sun 8 Nov is not a working day; choose Fri 6 Nov or Mon 9 Nov.',
      },
    ])
    expect(check('2026-10-30')).toEqual([
      {
        code: 'before-the-start',
        severity: 'refused',
        message: 'Fri 30 Oct is before the plan starts on Mon 2 Nov.',
      },
    ])
    expect(check('2026-12-03')).toEqual([
      {
        code: 'after-the-horizon',
        severity: 'warning',
        message: 'Thu 3 Dec is after the 30-day horizon, which ends on Wed 2 Dec.',
      },
    ])
    expect(check('2026-12-25').map(({ code }) => code)).toEqual([
      'not-a-working-day',
      'after-the-horizon',
    ])
  })
})
