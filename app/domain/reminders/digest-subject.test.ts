import { describe, expect, it } from 'vitest'
import { digestSubject, type SubjectSection } from '~/domain/reminders/digest-subject'
import type { ManagerSummary } from '~/domain/reminders/manager-summary'
import { subjectLine } from '~/domain/shared/subject-line'

type Input = Parameters<typeof digestSubject>[0]

const section = (
  kind: SubjectSection['kind'],
  count: number,
  task: Partial<SubjectSection['items'][number]> = {},
): SubjectSection => ({
  kind,
  items: Array.from({ length: count }, () => ({
    ...{ action: 'Call the vendor', planId: 'supplier', distance: 'in 3 days' },
    ...task,
  })),
})
const plan = (title: string, done: number, total: number) => ({
  ...{ planId: title, title, done, total },
  ...{ overdue: 0, blocked: 0, unowned: 0 },
})
const summary = (plans: ManagerSummary['plans'], overdue = 0): ManagerSummary => ({
  plans,
  overdue: { total: overdue, tasks: [] },
  blocked: { total: 0, tasks: [] },
  unowned: { total: 0, tasks: [] },
})
const supplier = plan('Supplier plan', 6, 14)
const planTitles = new Map([['supplier', 'Supplier plan']])
const subjectOf = (input: Partial<Input>) =>
  digestSubject({ sections: [], summary: null, planTitles, ...input })

describe('digestSubject', () => {
  it.each<[string, SubjectSection[]]>([
    ['3 tasks overdue, 2 due soon', [section('overdue', 3), section('due-soon', 2)]],
    ['1 task overdue, 1 due today', [section('overdue', 1), section('due-today', 1)]],
    ['2 tasks due today', [section('due-today', 2)]],
    ['5 new tasks from Supplier plan', [section('assignment', 5)]],
    ['2 new tasks', [section('assignment', 2, { planId: 'untitled' })]],
    ['4 tasks overdue, 5 new', [section('overdue', 4), section('assignment', 5)]],
    ['Overdue: Call the vendor', [section('overdue', 1)]],
    ['Due today: Call the vendor', [section('due-today', 1)]],
    ['Due in 3 days: Call the vendor', [section('due-soon', 1)]],
    ['New task: Call the vendor', [section('assignment', 1)]],
  ])('%s', (subject, sections) => {
    expect(subjectOf({ sections })).toBe(subject)
  })

  it('counts plans, not titles, where new tasks come from several', () => {
    const items = ['supplier', 'supplier', 'other'].flatMap(
      (planId) => section('assignment', 1, { planId }).items,
    )
    const twins = new Map([...planTitles, ['other', 'Supplier plan']])
    expect(subjectOf({ sections: [{ kind: 'assignment', items }], planTitles: twins })).toBe(
      '3 new tasks from 2 plans',
    )
  })

  it.each<[string, SubjectSection[], ManagerSummary]>([
    ['Supplier plan: 42% done, 2 overdue', [], summary([supplier], 2)],
    ['Insider plan: 0% done, nothing overdue', [], summary([plan('Insider plan', 0, 0)])],
    [
      '2 plans running: 50% done, 1 overdue',
      [],
      summary([supplier, plan('Insider plan', 4, 6)], 1),
    ],
    ['2 tasks overdue, and the plan summary', [section('overdue', 2)], summary([supplier], 2)],
  ])('%s', (subject, sections, given) => {
    expect(subjectOf({ sections, summary: given })).toBe(subject)
  })

  it('shortens a long action between words', () => {
    const action =
      'Review every supplier contract that was signed before the merger of both clinics'
    expect(subjectOf({ sections: [section('overdue', 1, { action })] })).toBe(
      'Overdue: Review every supplier contract that was signed before the…',
    )
  })

  it('is one line that a mail takes as it is, however it is composed', () => {
    const action = `Ask\r\nBcc: all@clinic.example\u202e\t${'vendor '.repeat(30)}`
    const distance = 'in 365 days'
    const subject = subjectOf({
      sections: [section('due-soon', 1, { action, distance })],
      summary: summary([supplier]),
    })
    expect(subject).toMatch(/^Due in 365 days: Ask Bcc: all@clinic\.example vendor .*…, and the/)
    expect(subject.endsWith('and the plan summary')).toBe(true)
    expect(subjectLine(subject)).toBe(subject)
  })
})
