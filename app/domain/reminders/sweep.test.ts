import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDateAt, instantAt, timeOfDayAt } from '~/domain/calendar/calendar-date'
import { isWorkingDay } from '~/domain/calendar/working-calendar'
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
import {
  applySweep,
  planSweep,
  type SweepInput,
  type SweepResult,
  type SweepState,
} from '~/domain/reminders/sweep'

/** Time for a property on a machine that is busy with other things. */
const slowMs = 30_000

const organisation = { timeZone: 'Europe/Berlin', calendar: office }
const sweep = (change: Partial<SweepInput> = {}) =>
  planSweep({
    now: new Date('2026-12-18T07:00:00Z'),
    organisation,
    policy,
    people: [aPerson()],
    tasks: [aTask()],
    waitingAssignments: [],
    planSummaries: [],
    ...change,
  })
const waiting = (taskId: string, personId = 'ana') => ({
  ledgerId: `row-${personId}-${taskId}`,
  ...{ personId, taskId },
  taskStatus: 'open' as const,
})
const codes = (result: SweepResult) =>
  result.held.map(({ kind, personId, taskId, hold }) => [kind, personId, taskId, hold?.code])

describe('planSweep', () => {
  it('bundles what a person should hear into one digest, with its ledger', () => {
    const fresh = aTask({ id: 'new', dueOn: on('2027-01-20') })
    const result = sweep({ tasks: [aTask(), fresh], waitingAssignments: [waiting('new')] })
    expect(result.digests).toHaveLength(1)
    expect(result.digests[0]).toMatchObject({
      personId: 'ana',
      onDate: '2026-12-18',
      subject: '1 task due today, 1 new',
    })
    expect(result.digests[0]?.ledger).toEqual([
      {
        ...{ ledgerId: 'row-ana-new', key: '2026-12-18/assignment/ana/new', kind: 'assignment' },
        ...{ personId: 'ana', taskId: 'new', planId: 'plan', onDate: '2026-12-18' },
        ...{ scheduledOn: null, hold: null },
      },
      {
        ...{ ledgerId: null, key: '2026-12-18/due-today/ana/t1', kind: 'due-today' },
        ...{ personId: 'ana', taskId: 't1', planId: 'plan', onDate: '2026-12-18' },
        ...{ scheduledOn: '2026-12-18', hold: null },
      },
    ])
    expect(result.notices).toEqual([{ taskId: 't1', onDate: '2026-12-18' }])
    expect(result.held).toEqual([])
  })

  it('waits for the slot, and says nothing twice', () => {
    const empty = { digests: [], held: [], notices: [] }
    expect(sweep({ now: new Date('2026-12-18T06:59:59Z') })).toEqual(empty)
    expect(sweep({ people: [aPerson({ lastDigestOn: on('2026-12-18') })] })).toEqual(empty)
    expect(sweep({ tasks: [aTask({ lastNoticeOn: on('2026-12-18') })] })).toEqual(empty)
    expect(sweep({ people: [aPerson({ timeZone: 'America/New_York' })] })).toEqual(empty)
  })

  it('holds back with a reason, once', () => {
    const state: SweepState = {
      people: [aPerson(), aPerson({ id: 'gone', deactivatedAt: new Date('2026-12-01T00:00:00Z') })],
      tasks: [
        aTask({ id: 'blocked', status: 'blocked' }),
        aTask({ id: 'nobody', responsibleId: null }),
        aTask({ id: 'gone', responsibleId: 'gone', status: 'blocked' }),
      ],
      waitingAssignments: [waiting('gone', 'gone')],
    }
    const result = sweep(state)
    expect(result.digests).toEqual([])
    expect(codes(result)).toEqual([
      ['due-today', null, 'nobody', 'nobody-responsible'],
      ['assignment', 'gone', 'gone', 'person-deactivated'],
      ['due-today', 'gone', 'gone', 'person-deactivated'],
      ['due-today', 'ana', 'blocked', 'task-blocked'],
    ])
    const after = applySweep(state, result)
    expect(after.waitingAssignments).toEqual([])
    expect(sweep({ ...after }).held).toEqual([])
  })

  it('holds back assignments that no longer stand', () => {
    const result = sweep({
      tasks: [aTask({ id: 'moved', responsibleId: 'ben', dueOn: on('2027-01-20') })],
      waitingAssignments: [
        waiting('moved'),
        waiting('unknown'),
        { ...waiting('finished'), taskStatus: 'done' },
        { ...waiting('cancelled'), taskStatus: 'cancelled' },
      ],
    })
    expect(result.digests).toEqual([])
    expect(codes(result)).toEqual([
      ['assignment', 'ana', 'moved', 'task-reassigned'],
      ['assignment', 'ana', 'unknown', 'task-not-running'],
      ['assignment', 'ana', 'finished', 'task-finished'],
      ['assignment', 'ana', 'cancelled', 'task-finished'],
    ])
    expect(result.notices).toEqual([])
  })

  it('announces a blocked task to the person who gets it', () => {
    const tasks = [aTask({ status: 'blocked', dueOn: on('2027-01-20') })]
    expect(sweep({ tasks, waitingAssignments: [waiting('t1')] }).digests).toHaveLength(1)
  })

  it('leaves tasks of people it was not given', () => {
    expect(sweep({ people: [aPerson({ id: 'ben' })] })).toEqual({
      digests: [],
      held: [],
      notices: [],
    })
  })

  describe('the manager’s summary', () => {
    const monday = new Date('2026-12-21T07:00:00Z')
    const calm = [aTask({ dueOn: on('2027-03-01') })]
    const readers = (people: SweepInput['people'], change: Partial<SweepInput> = {}) =>
      sweep({
        now: monday,
        people,
        tasks: calm,
        planSummaries: [aPlan()],
        ...change,
      }).digests.flatMap(({ personId, ledger }) =>
        ledger.map(({ kind, key }) => [personId, kind, key]),
      )
    const manager = aPerson({
      id: 'max',
      permissionRole: 'manager',
      lastDigestOn: on('2026-12-18'),
    })
    const administrator = aPerson({ id: 'ada', permissionRole: 'administrator' })

    it('goes to managers on Monday, and to administrators where there are none', () => {
      const line = (id: string) => [id, 'summary', `2026-12-21/summary/${id}/all`]
      expect(readers([aPerson(), manager, administrator])).toEqual([line('max')])
      expect(readers([aPerson(), administrator])).toEqual([line('ada')])
      const gone = { ...manager, deactivatedAt: monday }
      expect(readers([gone, administrator])).toEqual([line('ada')])
    })

    it('is caught up once, not on other days', () => {
      const tuesday = { now: new Date('2026-12-22T07:00:00Z') }
      expect(readers([manager], tuesday)).toHaveLength(1)
      expect(readers([{ ...manager, lastDigestOn: on('2026-12-21') }], tuesday)).toEqual([])
    })
  })
})

interface Run {
  readonly states: readonly SweepState[]
  readonly results: readonly { now: Date; result: SweepResult }[]
}

/**
 * Sweeps at the given minutes; those in `lost` were decided but rolled back before anything was
 * written.
 */
function run(scenario: Scenario, minutes: readonly number[], lost: ReadonlySet<number>): Run {
  const { startsOn, calendar, policy: anyPolicy, people, tasks, plans } = scenario
  const from = instantAt(startsOn, '00:00', calendar.timeZone).getTime()
  let state: SweepState = {
    people,
    tasks,
    waitingAssignments: tasks.flatMap(({ id, responsibleId }) =>
      responsibleId ? [waiting(id, responsibleId)] : [],
    ),
  }
  const states: SweepState[] = []
  const results: { now: Date; result: SweepResult }[] = []
  for (const [index, minute] of [...minutes].sort((a, b) => a - b).entries()) {
    const now = new Date(from + minute * 60_000)
    const input = { ...state, now, policy: anyPolicy, planSummaries: plans }
    const result = planSweep({ ...input, organisation: { timeZone: calendar.timeZone, calendar } })
    if (lost.has(index)) continue
    states.push(state)
    results.push({ now, result })
    state = applySweep(state, result)
  }
  return { states, results }
}

const minutesOfThreeWeeks = fc.array(fc.integer({ min: 0, max: 21 * 1440 }), {
  minLength: 30,
  maxLength: 120,
})
const lostSweeps = fc.array(fc.nat({ max: 120 }), { maxLength: 20 }).map((list) => new Set(list))

describe('however often and whenever the sweep runs', () => {
  it(
    'says nothing twice, and writes at most one email per person and day',
    () => {
      fc.assert(
        fc.property(scenarios, minutesOfThreeWeeks, lostSweeps, (scenario, minutes, lost) => {
          const { results } = run(scenario, minutes, lost)
          const digests = results.flatMap(({ result }) => result.digests)
          const entries = [
            ...digests.flatMap(({ ledger }) => ledger),
            ...results.flatMap(({ result }) => result.held),
          ]
          const perDay = digests.map(({ personId, onDate }) => `${personId} ${onDate}`)
          expect(new Set(perDay).size).toBe(perDay.length)
          const keys = entries.map(({ key }) => key)
          expect(new Set(keys).size).toBe(keys.length)
          const notices = entries
            .filter(({ kind }) => kind !== 'assignment' && kind !== 'summary')
            .map(({ taskId, scheduledOn }) => `${taskId} ${scheduledOn}`)
          expect(new Set(notices).size).toBe(notices.length)
          const settled = entries.flatMap(({ ledgerId }) => ledgerId ?? [])
          expect(new Set(settled).size).toBe(settled.length)
        }),
        { numRuns: 80 },
      )
    },
    slowMs,
  )

  it(
    'writes only to active people, on working days, from the hour of sending by their clock',
    () => {
      fc.assert(
        fc.property(scenarios, minutesOfThreeWeeks, (scenario, minutes) => {
          const { calendar, people, policy: anyPolicy } = scenario
          for (const { now, result } of run(scenario, minutes, new Set()).results) {
            for (const { personId, onDate, ledger } of result.digests) {
              const person = people.find(({ id }) => id === personId)
              const zone = person?.timeZone ?? calendar.timeZone
              expect(person?.deactivatedAt).toBeNull()
              expect(isWorkingDay(calendar, onDate)).toBe(true)
              expect(calendarDateAt(now, zone)).toBe(onDate)
              // Clocks that go back at night show earlier times again after 02:30 has come.
              if (anyPolicy.sendAt === '02:30') {
                expect(now >= instantAt(onDate, anyPolicy.sendAt, zone)).toBe(true)
              } else {
                expect(timeOfDayAt(now, zone) >= anyPolicy.sendAt).toBe(true)
              }
              expect(ledger.every(({ hold }) => hold === null)).toBe(true)
            }
            expect(result.held.every(({ hold }) => hold !== null)).toBe(true)
          }
        }),
        { numRuns: 40 },
      )
    },
    slowMs,
  )

  it(
    'never mentions a finished task, whenever it was finished',
    () => {
      const finishing = fc.array(fc.constantFrom('done' as const, 'cancelled' as const, null), {
        minLength: 8,
        maxLength: 8,
      })
      fc.assert(
        fc.property(scenarios, minutesOfThreeWeeks, finishing, (scenario, minutes, finished) => {
          const { calendar, policy: anyPolicy, plans } = scenario
          const { states, results } = run(scenario, minutes, new Set())
          for (const [index, { now }] of results.entries()) {
            const state = states[index]
            if (!state) continue
            const tasks = state.tasks.map((task, at) => ({
              ...task,
              status: finished[at] ?? task.status,
            }))
            const { digests, held } = planSweep({
              ...{ ...state, tasks, now, policy: anyPolicy, planSummaries: plans },
              organisation: { timeZone: calendar.timeZone, calendar },
            })
            const done = new Set(tasks.filter((_, at) => finished[at]).map(({ id }) => id))
            const mentioned = digests.flatMap(({ sections }) =>
              sections.flatMap((section) =>
                section.kind === 'summary'
                  ? [
                      section.summary.overdue,
                      section.summary.blocked,
                      section.summary.unowned,
                    ].flatMap((list) => list.tasks.map(({ taskId }) => taskId))
                  : section.items.map(({ taskId }) => taskId),
              ),
            )
            expect(mentioned.filter((id) => done.has(id))).toEqual([])
            const written = held.filter(({ taskId }) => taskId !== null && done.has(taskId))
            expect(written.every(({ kind }) => kind === 'assignment')).toBe(true)
          }
        }),
        { numRuns: 40 },
      )
    },
    slowMs,
  )

  it('catches up days of silence in one email, in the words of the day', () => {
    const state: SweepState = { people: [aPerson()], tasks: [aTask()], waitingAssignments: [] }
    const now = new Date('2026-12-23T10:00:00Z')
    const first = sweep({ ...state, now })
    expect(first.digests.map(({ subject }) => subject)).toEqual(['Overdue: Review vendor access'])
    const again = applySweep(state, first)
    const rest = Array.from({ length: 24 }, (_, hour) =>
      sweep({ ...again, now: new Date(now.getTime() + hour * 3_600_000) }),
    )
    // The next is Thursday's, at 08:00 in Berlin: 21 hours later.
    expect(rest.map(({ digests }) => digests.length)).toEqual([
      ...Array<number>(21).fill(0),
      1,
      1,
      1,
    ])
    expect(rest[21]?.digests[0]?.onDate).toBe(addDays(on('2026-12-23'), 1))
  })
})
