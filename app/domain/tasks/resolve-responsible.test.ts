import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { peopleToday, resolveResponsible } from '~/domain/tasks/resolve-responsible'

const role = { holderId: 'ana', backupId: 'tom' }
const today = calendarDate('2026-12-14')

type Away = Record<string, [from: string, until: string]>

function ask(
  assigneeId: string | null,
  ownerRole: typeof role | { holderId: null; backupId: string } | null,
  { gone = [], away = {}, on = today, dueOn = '2026-12-16' }: Partial<Setting> = {},
) {
  const active = ['maya', 'ana', 'tom']
    .filter((id) => !gone.includes(id))
    .map((id) => ({
      id,
      outOfOfficeFrom: away[id] ? calendarDate(away[id][0]) : null,
      outOfOfficeUntil: away[id] ? calendarDate(away[id][1]) : null,
    }))
  const people = peopleToday(active, on)
  return resolveResponsible({ assigneeId, ownerRole, dueOn: calendarDate(dueOn), people })
}

interface Setting {
  gone: string[]
  away: Away
  on: ReturnType<typeof calendarDate>
  dueOn: string
}

it.each([
  ['the person named', 'maya', role, [], 'maya'],
  ['the holder', null, role, [], 'ana'],
  ['the backup where the holder left', null, role, ['ana'], 'tom'],
  ['the holder where the person named left', 'maya', role, ['maya'], 'ana'],
  ['the backup where the office is empty', null, { holderId: null, backupId: 'tom' }, [], 'tom'],
  ['nobody where all left', 'maya', role, ['maya', 'ana', 'tom'], null],
  ['nobody without a role', null, null, [], null],
])('is %s', (_name, assigneeId, ownerRole, gone, expected) => {
  expect(ask(assigneeId, ownerRole, { gone })).toBe(expected)
})

describe('while somebody is away', () => {
  const week: [string, string] = ['2026-12-14', '2026-12-18']

  it.each([
    ['2026-12-13', 'ana'],
    ['2026-12-14', 'tom'],
    ['2026-12-18', 'tom'],
    ['2026-12-19', 'ana'],
  ])('on %s it is %s: the first and the last day count', (on, expected) => {
    expect(ask(null, role, { away: { ana: week }, on: calendarDate(on) })).toBe(expected)
  })

  it('counts 29 February and the days around it', () => {
    const away: Away = { ana: ['2028-02-28', '2028-02-29'] }
    const on = (day: string) => ask(null, role, { away, on: calendarDate(day) })
    expect([on('2028-02-27'), on('2028-02-28'), on('2028-02-29'), on('2028-03-01')]).toEqual([
      ...['ana', 'tom', 'tom', 'ana'],
    ])
  })

  it('leaves what is theirs by name with them, unless it is due before they are back', () => {
    const away: Away = { maya: week }
    expect(ask('maya', role, { away, dueOn: '2026-12-18' })).toBe('ana')
    expect(ask('maya', role, { away, dueOn: '2026-12-21' })).toBe('maya')
    expect(ask('maya', role, { away, dueOn: '2026-12-01' })).toBe('ana')
    expect(ask('maya', null, { away, dueOn: '2026-12-16' })).toBe('maya')
    expect(ask('maya', role, { away: { maya: week, ana: week } })).toBe('tom')
  })

  it('stays with the first where everybody is away or gone', () => {
    expect(ask(null, role, { away: { ana: week, tom: week } })).toBe('ana')
    expect(ask(null, role, { away: { ana: week }, gone: ['tom'] })).toBe('ana')
    expect(ask(null, role, { away: { tom: week }, gone: ['ana'] })).toBe('tom')
  })
})
