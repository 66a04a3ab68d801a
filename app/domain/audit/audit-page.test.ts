import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { auditFilterOf, auditNouns } from './audit-filter'
import { auditNounLabel, auditQuery, filterWords, isFiltered, noFilter } from './audit-page'

const id = '0193a5c2-7b1e-7cc3-9d0a-3f5d2c1b0a99'

describe('auditFilterOf', () => {
  it('reads what an address asks for, and writes it back', () => {
    const search = new URLSearchParams({
      ...{ person: id, noun: 'task', from: '2026-12-01', to: '2026-12-31' },
      ...{ plan: id, task: id, review: id, text: ' vendor ' },
    })
    const filter = auditFilterOf(search)
    expect(filter).toMatchObject({ personId: id, noun: 'task', from: '2026-12-01', text: 'vendor' })
    const query = auditQuery(filter) as Record<string, string>
    expect(auditFilterOf(new URLSearchParams(query))).toEqual(filter)
  })

  it('leaves out what is none of it', () => {
    const search = new URLSearchParams({
      ...{ person: "'", noun: 'toString', from: '2026-02-30', to: 'x', text: '  ' },
    })
    expect(auditFilterOf(search)).toEqual(noFilter)
    expect(isFiltered(auditFilterOf(search))).toBe(false)
  })
})

describe('filterWords', () => {
  const names = { person: 'Tom Okafor', plan: 'Vendors', task: null, review: null }

  it('says what an export was narrowed to', () => {
    const filter = {
      ...noFilter,
      ...{ noun: 'task', personId: id, planId: id, text: 'lock' },
      ...{ from: calendarDate('2026-12-01'), to: calendarDate('2026-12-31') },
    }
    expect(filterWords(filter, names)).toBe(
      'tasks, by Tom Okafor, plan “Vendors”, from Tue 1 Dec 2026, to Thu 31 Dec 2026, with “lock”',
    )
  })

  it('says nothing where nothing was', () => {
    expect(filterWords(noFilter, names)).toBeNull()
  })
})

it('has words for every noun', () => {
  expect(auditNouns.filter((noun) => !/^[A-Z]/.test(auditNounLabel(noun)))).toEqual([])
  expect(auditNounLabel('owner-role')).toBe('Owner roles')
  expect(auditNounLabel('new-thing')).toBe('New thing')
})
