import { describe, expect, it } from 'vitest'
import { buildDigest, type DigestInput } from '~/domain/reminders/digest'
import { buildManagerSummary } from '~/domain/reminders/manager-summary'
import { defaultReminderPolicy, type RemindableTask, remindersFor } from '~/domain/reminders/policy'
import { aPlan, aTask, office, on } from '~/domain/reminders/scenarios.test-support'

const today = on('2026-12-18')
const due = (id: string, dueOn: string, change: Partial<RemindableTask> = {}) => {
  const task = aTask({ id, dueOn: on(dueOn), action: `Action ${id}`, ...change })
  const [reminder] = remindersFor(task, defaultReminderPolicy, today, office)
  if (!reminder) throw new Error(`no reminder for ${id} on ${today}`)
  return { task, reminder }
}
const digest = (input: Partial<DigestInput>) =>
  buildDigest({
    person: { id: 'ana' },
    today,
    assignments: [],
    reminders: [],
    summary: null,
    planTitles: new Map([['plan', 'Vendor access']]),
    ...input,
  })
const outline = (input: Partial<DigestInput>) =>
  digest(input).sections.map((section) =>
    section.kind === 'summary'
      ? section.kind
      : [section.kind, ...section.items.map((item) => item.taskId)],
  )
const summary = buildManagerSummary(
  today,
  [aPlan()],
  [aTask({ dueOn: on('2026-12-10') })],
  new Set(),
)

describe('buildDigest', () => {
  it('is empty when there is nothing to say', () => {
    expect(digest({})).toMatchObject({ isEmpty: true, sections: [] })
  })

  it('puts the most urgent first and sorts by due date', () => {
    const input = {
      reminders: [
        due('soon', '2026-12-21'),
        due('late-b', '2026-12-17'),
        due('today', '2026-12-18'),
        due('late-a', '2026-12-10'),
      ],
      assignments: [aTask({ id: 'new', dueOn: on('2027-01-20') })],
      summary,
    }
    expect(outline(input)).toEqual([
      ['overdue', 'late-a', 'late-b'],
      ['due-today', 'today'],
      ['due-soon', 'soon'],
      ['assignment', 'new'],
      'summary',
    ])
    expect(digest(input)).toMatchObject({
      personId: 'ana',
      onDate: today,
      isEmpty: false,
      subject: '2 tasks overdue, 1 due today, 1 due soon, 1 new, and the plan summary',
    })
  })

  it('names a task once: new and due soon is new, new and late is late', () => {
    const soon = due('soon', '2026-12-21')
    const late = due('late', '2026-12-10')
    const input = { reminders: [soon, late], assignments: [soon.task, late.task] }
    expect(outline(input)).toEqual([
      ['overdue', 'late'],
      ['assignment', 'soon'],
    ])
    const items = digest(input).sections.flatMap((each) =>
      each.kind === 'summary' ? [] : each.items,
    )
    expect(items.map(({ isNew }) => isNew)).toEqual([true, true])
  })

  it('writes dates for people', () => {
    const [section] = digest({ reminders: [due('soon', '2026-12-21')] }).sections
    expect(section).toMatchObject({
      title: 'Due soon',
      items: [
        { day: 'Mon 21 Dec', distance: 'in 3 days', daysLeft: 3, isNew: false, isBlocked: false },
      ],
    })
    const assigned = digest({
      assignments: [aTask({ status: 'blocked', dueOn: on('2027-01-04') })],
    })
    expect(assigned.sections[0]).toMatchObject({
      items: [{ day: 'Mon 4 Jan 2027', distance: 'in 17 days', isBlocked: true }],
    })
  })

  it.each<[string, Partial<DigestInput>]>([
    ['Overdue: Action x', { reminders: [due('x', '2026-12-10')] }],
    ['Due in 3 days: Action x', { reminders: [due('x', '2026-12-21')] }],
    ['2 new tasks from Vendor access', { assignments: [aTask(), aTask({ id: 't2' })] }],
    ['Vendor access: 30% done, 1 overdue', { summary }],
  ])('is called: %s', (subject, input) => {
    expect(digest(input).subject).toBe(subject)
  })
})
