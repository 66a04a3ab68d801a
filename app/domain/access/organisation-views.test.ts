import { describe, expect, it } from 'vitest'
import { NewOrganisationInput, sortByNeed, totalsOf } from './organisation-views'

const plan = { status: 'on-course', total: 4, done: 1, overdue: 0, blocked: 0 } as const

describe('an organisation’s line', () => {
  it('adds its plans up and takes the worst status', () => {
    const plans = [plan, { ...plan, status: 'late' as const, overdue: 2, blocked: 1 }]
    expect(totalsOf({ plans })).toEqual({
      ...{ status: 'late', total: 8, done: 2, overdue: 2, blocked: 1 },
    })
    expect(totalsOf({ plans: [] })).toMatchObject({ status: null, total: 0 })
  })

  it('stands above those that need less', () => {
    const line = (name: string, overdue: number, blocked = 0) => ({
      name,
      plans: [{ ...plan, overdue, blocked }],
    })
    const sorted = sortByNeed([line('C', 0), line('B', 0), line('D', 0, 1), line('A', 1)])
    expect(sorted.map(({ name }) => name)).toEqual(['A', 'D', 'B', 'C'])
  })
})

it('takes the name of a new organisation on one line', () => {
  const input = { organisationName: ' North clinic ', timeZone: 'Europe/Zurich' }
  expect(NewOrganisationInput.parse(input).organisationName).toBe('North clinic')
  expect(NewOrganisationInput.safeParse({ ...input, organisationName: 'a\nb' }).success).toBe(false)
  expect(NewOrganisationInput.safeParse({ ...input, timeZone: 'CEST' }).success).toBe(false)
})
