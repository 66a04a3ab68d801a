import { describe, expect, it } from 'vitest'
import { describeChange, type RowChange } from './row-change'

const words = {
  nameOf: (id: string) => (id === 'p1' ? 'Maya Lind' : null),
  timeZone: 'Europe/Berlin',
}
const task: RowChange = { table: 'task', id: 't1', name: 'Lock up', before: null, after: null }

describe('describeChange', () => {
  it('tells what was added, changed and removed', () => {
    const one = { track: 'recovery' }
    expect(describeChange({ ...task, after: one }, words)).toEqual({
      what: 'Task “Lock up”',
      kind: 'added',
      columns: [{ label: 'Track', before: null, after: 'recovery' }],
    })
    expect(describeChange({ ...task, before: one }, words).kind).toBe('removed')
    const both = describeChange({ ...task, before: one, after: { track: null } }, words)
    expect(both).toMatchObject({ kind: 'changed', columns: [{ before: 'recovery', after: null }] })
  })

  it.each([
    ['responsible_id', 'p1', 'Responsible', 'Maya Lind'],
    ['owner_role_id', 'x7', 'Owner role', 'x7'],
    ['completed_at', '2026-12-18T07:00:00+00:00', 'Completed at', 'Fri 18 Dec 2026, 08:00'],
    ['due_on', '2026-12-18', 'Due on', '2026-12-18'],
    ['is_plans_open', true, 'Is plans open', 'yes'],
    ['working_days', [1, 2], 'Working days', '1, 2'],
    ['client_secret', '[secret]', 'Client secret', 'not shown'],
    ['policy', { days: [1] }, 'Policy', '{"days":[1]}'],
    [
      'text',
      { start: 'Once', length: 5312, sha256: 'a'.repeat(64) },
      'Text',
      'Once… (5,312 characters, SHA-256 aaaaaaaaaaaa…)',
    ],
  ])('%s: %j', (column, value, label, after) => {
    const view = describeChange({ ...task, after: { [column]: value } }, words)
    expect(view.columns).toEqual([{ label, before: null, after }])
  })
})
