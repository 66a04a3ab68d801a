import { describe, expect, it } from 'vitest'
import { columnMeaning, columnsOf } from './column-meaning'

describe('columnMeaning', () => {
  it.each([
    ['Action', 'action'],
    ['ACTION ITEM', 'action'],
    ['**Corrective action**', 'action'],
    ['Remediation', 'action'],
    ['Action name', 'action'],
    ['Treatment_Plan', 'action'],
    ['Corrective Action Plan', 'action'],
    ['Massnahme', 'action'],
    ['Erwartete Wirkung', 'outcome'],
    ['Recommended Fix', 'action'],
    ['Target_Date', 'due'],
    ['dueDate', 'due'],
    ['Entscheidung / Maßnahme', 'action'],
    ['Issue and Action', 'action'],
    ['Maßnahme sowie Befund', 'action'],
    ['Finish', 'due'],
    ['RAG', 'status'],
    ['Risk owner', 'owner'],
    ['Accountable role', 'owner'],
    ['Responsible Party', 'owner'],
    ['Owner(s)', 'owner'],
    ['Assigned to', 'owner'],
    ['Expected result', 'outcome'],
    ['Success measure', 'outcome'],
    ['Due date (2027)', 'due'],
    ['Target completion date', 'due'],
    ['Milestone completion date', 'due'],
    ['Geplanter Abschluss', 'due'],
    ['Actual completion date', null],
    ['Horizon', 'horizon'],
    ['Severity', 'severity'],
    ['No.', 'number'],
    ['#', 'number'],
    ['Maßnahme', 'action'],
    ['Verantwortlich', 'owner'],
    ['Frist', 'due'],
    ['Cost', null],
    ['Actionable insight', null],
    ['', null],
  ] as const)('%s → %s', (name, meaning) => {
    expect(columnMeaning(name)).toBe(meaning)
  })
})

describe('columnsOf', () => {
  it('gives a meaning to one column only, the plainer name first', () => {
    expect(columnsOf(['Control', 'Action', 'Lead'])).toEqual([null, 'action', 'owner'])
    expect(columnsOf(['Item', 'Due'])).toEqual(['action', 'due'])
  })

  it('takes a timeline beside a date for days', () => {
    expect(columnsOf(['Timeline', 'Action', 'Deadline'])).toEqual(['horizon', 'action', 'due'])
    expect(columnsOf(['Timeline', 'Action', 'Owner'])).toEqual(['due', 'action', 'owner'])
    expect(columnsOf(['Timeline', 'When', 'Action', 'Due'])[0]).toBeNull()
  })

  it('lets severity stand for priority only where none is stated', () => {
    expect(columnsOf(['Task', 'Severity'])).toEqual(['action', 'severity'])
    expect(columnsOf(['Task', 'Severity', 'Priority'])).toEqual(['action', null, 'priority'])
  })
})
