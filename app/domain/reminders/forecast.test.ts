import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDateAt, instantAt, timeOfDayAt } from '~/domain/calendar/calendar-date'
import { forecastMail, type ForecastInput, type ForecastMail } from '~/domain/reminders/forecast'
import { defaultReminderPolicy as policy } from '~/domain/reminders/policy'
import {
  aPerson,
  aPlan,
  aTask,
  office,
  on,
  type Scenario,
  scenarios,
} from '~/domain/reminders/scenarios.test-support'
import { applySweep, planSweep, type SweepState } from '~/domain/reminders/sweep'

/** Time for a property on a machine that is busy with other things. */
const slowMs = 30_000

const forecast = (change: Partial<ForecastInput> = {}) =>
  forecastMail({
    tasks: [aTask({ launchedOn: null, dueOn: on('2026-11-20') })],
    people: [aPerson()],
    plans: [aPlan({ launchedOn: null })],
    policy,
    calendar: office,
    organisationZone: 'Europe/Berlin',
    from: on('2026-11-05'),
    days: 30,
    launchAt: new Date('2026-11-05T09:30:00Z'),
    ...change,
  })
const brief = (mails: readonly ForecastMail[]) =>
  mails.map(({ sendAt, personId, lines }) =>
    [sendAt.toISOString().slice(0, 16), personId, ...lines.map(({ kind }) => kind)].join(' '),
  )

describe('forecastMail', () => {
  it('lists the announcement and every reminder of the next 30 days', () => {
    expect(brief(forecast())).toEqual([
      '2026-11-05T09:30 ana assignment',
      '2026-11-13T07:00 ana due-soon',
      '2026-11-17T07:00 ana due-soon',
      '2026-11-19T07:00 ana due-soon',
      '2026-11-20T07:00 ana due-today',
      '2026-11-23T07:00 ana overdue',
      '2026-11-26T07:00 ana overdue',
      '2026-11-30T07:00 ana overdue',
      '2026-12-03T07:00 ana overdue',
    ])
  })

  it('lists one email for all the tasks a launch gives a person', () => {
    const tasks = ['a', 'b', 'c'].map((id) =>
      aTask({ id, launchedOn: null, dueOn: on('2027-02-01') }),
    )
    expect(forecast({ tasks })).toMatchObject([
      {
        onDate: '2026-11-05',
        subject: '3 new tasks from Vendor access',
        lines: ['a', 'b', 'c'].map((taskId) => ({ kind: 'assignment', taskId })),
      },
    ])
  })

  it('waits for the working day, the hour of each person, and a day without an email', () => {
    const saturday = { from: on('2026-11-07'), launchAt: new Date('2026-11-07T10:00:00Z'), days: 4 }
    const people = [
      aPerson(),
      aPerson({ id: 'ben', timeZone: 'America/New_York' }),
      aPerson({ id: 'cleo', lastDigestOn: on('2026-11-09') }),
    ]
    const tasks = people.map(({ id }) =>
      aTask({ id, responsibleId: id, launchedOn: null, dueOn: on('2027-02-01') }),
    )
    expect(brief(forecast({ ...saturday, people, tasks }))).toEqual([
      '2026-11-09T07:00 ana assignment',
      '2026-11-09T13:00 ben assignment',
      '2026-11-10T07:00 cleo assignment',
    ])
  })

  it('adds the Monday summaries, and the reminders of other plans to the same emails', () => {
    const manager = aPerson({ id: 'max', permissionRole: 'manager' })
    const tasks = [
      aTask({ id: 'new', responsibleId: 'max', launchedOn: null, dueOn: on('2027-02-01') }),
      aTask({ id: 'old', responsibleId: 'max', planId: 'other', dueOn: on('2026-11-12') }),
    ]
    expect(brief(forecast({ people: [manager], tasks, days: 12 }))).toEqual([
      '2026-11-05T09:30 max due-soon assignment',
      '2026-11-09T07:00 max due-soon summary',
      '2026-11-11T07:00 max due-soon',
      '2026-11-12T07:00 max due-today',
      '2026-11-13T07:00 max overdue',
      '2026-11-16T07:00 max overdue summary',
    ])
  })

  it('mails nobody about tasks that are nobody’s, and nothing of a draft before the launch', () => {
    expect(forecast({ tasks: [aTask({ launchedOn: null, responsibleId: null })] })).toEqual([])
    for (const { sendAt } of forecast()) {
      expect(sendAt.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-05T09:30:00Z'))
    }
  })
})

/**
 * What really goes out when the sweep runs every half hour from the launch and nobody does
 * anything.
 */
function simulate(scenario: Scenario, launchAt: Date, days: number): ForecastMail[] {
  const { startsOn, calendar, policy: anyPolicy, people } = scenario
  const launchedOn = calendarDateAt(launchAt, calendar.timeZone)
  const given = scenario.tasks.filter((task) => task.launchedOn === null)
  let state: SweepState = {
    people,
    tasks: scenario.tasks.map((task) => ({ ...task, launchedOn: task.launchedOn ?? launchedOn })),
    waitingAssignments: given.flatMap(({ id, responsibleId, status }) =>
      responsibleId
        ? [{ ledgerId: id, personId: responsibleId, taskId: id, taskStatus: status }]
        : [],
    ),
  }
  const planSummaries = scenario.plans.map((plan) => ({
    ...plan,
    launchedOn: plan.launchedOn ?? launchedOn,
  }))
  const mails: ForecastMail[] = []
  const lastOn = addDays(startsOn, days)
  for (let now = launchAt; now.getTime() < launchAt.getTime() + (days + 2) * 86_400_000;) {
    const organisation = { timeZone: calendar.timeZone, calendar }
    const result = planSweep({ ...state, now, organisation, policy: anyPolicy, planSummaries })
    state = applySweep(state, result)
    for (const { onDate, personId, subject, sections } of result.digests) {
      if (onDate > lastOn) continue
      const lines = sections.flatMap((section): ForecastMail['lines'] =>
        section.kind === 'summary'
          ? [{ kind: 'summary', taskId: null }]
          : section.items.map(({ taskId }) => ({ kind: section.kind, taskId })),
      )
      mails.push({ onDate, sendAt: now, personId, subject, lines })
    }
    now = new Date(now.getTime() + 1_800_000)
  }
  return mails
}

describe('what is listed is what is sent', () => {
  const sorted = (mails: readonly ForecastMail[]) =>
    mails
      .map(({ sendAt: _, ...mail }) => mail)
      .sort((a, b) => (`${a.onDate} ${a.personId}` < `${b.onDate} ${b.personId}` ? -1 : 1))

  it(
    'for any clinic, launch, policy and week',
    () => {
      const minute = fc.integer({ min: 0, max: 1439 })
      fc.assert(
        fc.property(scenarios, minute, (scenario, minuteOfDay) => {
          const { startsOn, calendar, people, policy: anyPolicy, tasks, plans } = scenario
          const midnight = instantAt(startsOn, '00:00', calendar.timeZone).getTime()
          const launchAt = new Date(midnight + minuteOfDay * 60_000)
          const from = calendarDateAt(launchAt, calendar.timeZone)
          const listed = forecastMail({
            ...{ tasks, people, plans, calendar, from, launchAt, days: 9 },
            policy: anyPolicy,
            organisationZone: calendar.timeZone,
          })
          const sent = simulate({ ...scenario, startsOn: from }, launchAt, 9)
          expect(sorted(listed)).toEqual(sorted(sent))
          for (const mail of listed) {
            const twin = sent.find(
              (each) => each.personId === mail.personId && each.onDate === mail.onDate,
            )
            const delay = (twin?.sendAt.getTime() ?? Number.NaN) - mail.sendAt.getTime()
            expect(delay >= 0 && delay < 1_800_000).toBe(true)
            const zone =
              people.find(({ id }) => id === mail.personId)?.timeZone ?? calendar.timeZone
            if (mail.sendAt.getTime() !== launchAt.getTime() && anyPolicy.sendAt === '08:00') {
              expect(timeOfDayAt(mail.sendAt, zone)).toBe('08:00')
            }
          }
        }),
        { numRuns: 30 },
      )
    },
    slowMs,
  )
})
