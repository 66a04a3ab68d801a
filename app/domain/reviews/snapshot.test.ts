import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { planProgress } from '~/domain/progress/plan-progress'
import { freezeNumbers, ReviewSnapshot } from '~/domain/reviews/snapshot'

const today = calendarDate('2026-11-23')
const at = new Date('2026-11-23T09:00:00Z')
const dueOn = calendarDate('2026-11-13')
const row = { planId: 'p1', track: 'response', ownerRoleId: 'hr' } as const
const progress = planProgress({
  rows: [
    { ...row, status: 'done', dueOn, count: 3 },
    { ...row, status: 'open', dueOn, count: 1 },
    { ...row, status: 'blocked', dueOn: calendarDate('2026-12-01'), count: 1 },
  ],
  today,
  startsOn: calendarDate('2026-11-02'),
  ownerRoleName: () => 'HR',
})
const overdue = { reference: 4, action: 'Train staff', responsibleName: 'Ana', dueOn, secret: 'x' }
const blocked = { ...overdue, dueOn: calendarDate('2026-12-01'), reason: 'No budget' }

const snapshot = freezeNumbers({
  at,
  today,
  plans: [{ plan: { id: 'p1', title: 'Plan' }, progress, overdue: [overdue], blocked: [blocked] }],
})

describe('freezeNumbers', () => {
  it('holds numbers, status, and who is late by how much', () => {
    expect(snapshot).toMatchObject({
      schema: 1,
      takenAt: '2026-11-23T09:00:00.000Z',
      takenOn: '2026-11-23',
      plans: [
        {
          planId: 'p1',
          title: 'Plan',
          status: 'late',
          because: '60% is done where 80% was expected by today, 20 points behind.',
          numbers: { 'done-percent': 60, overdue: 1, blocked: 1, 'oldest-overdue-days': 10 },
          overdue: [{ reference: 4, action: 'Train staff', responsibleName: 'Ana', daysLate: 10 }],
          blocked: [{ reference: 4, reason: 'No budget' }],
        },
      ],
    })
    expect(snapshot.plans[0]?.byTrack[0]).toMatchObject({ label: 'Response', total: 5, done: 3 })
    expect(JSON.stringify(snapshot)).not.toContain('secret')
  })

  it('comes back whole through JSON and its schema', () => {
    expect(ReviewSnapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
  })

  it('is refused where something is missing', () => {
    const { takenOn, ...rest } = snapshot
    expect(takenOn).toBe(today)
    expect(ReviewSnapshot.safeParse(rest).success).toBe(false)
  })

  it('is read back where it holds fewer metrics, as an older one does', () => {
    const [plan] = snapshot.plans
    const older = { ...snapshot, plans: [{ ...plan, numbers: { done: 3 } }] }
    expect(ReviewSnapshot.parse(older).plans[0]?.numbers).toEqual({ done: 3 })
  })
})
