import { describe, expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const plan = (text: string, fileName?: string) => readGuide({ text, fileName }).plan
const short = (text: string) =>
  plan(text).items.map((item) => `${item.horizonDays}/${item.track ?? '-'}/${item.action}`)

describe('what is left out', () => {
  it.each([
    ['a list of who has which role', '- Incident commander: CTO'],
    ['a form', '- Actual date:'],
    ['a price', '- Licences (optional): $5K–$15K (a year)'],
    ['ein Preis', '- Lizenzen: 1.200 €'],
    ['a question', '- Who has a key?'],
    ['a table without actions', '| Symbol | Meaning |\n|---|---|\n| H | high |'],
    ['a row without words for its action', '| Owner | Action |\n|---|---|\n| HR | |'],
    ['a template row', '| Owner | Action |\n|---|---|\n| [name] | [what to do] |'],
  ])('warns of %s', (_name, block) => {
    const found = plan(`T\n30-day plan\n- Do a\n${block}\n`)
    expect(found.items.map((item) => item.action)).toEqual(['Do a'])
    expect(found.unread).toBe(1)
    expect(found.warnings).toMatchObject([
      { kind: 'left-out', reason: expect.stringMatching(/\.$/) },
    ])
  })

  it.each([
    ['a row without a table', '| HR | Train everybody |'],
    ['a row without a table, bare', 'HR | Schulen | Mai'],
    [
      'a row of days without actions',
      '| Area | 30 days | 60 days |\n|---|---|---|\n| A | do it | do that |\n| B | x | |',
    ],
  ])('warns of %s', (_name, block) => {
    const found = plan(`T\n30-day plan\n- Do a\n\n${block}\n\nIt is done.\n`)
    expect(found.unread).toBe(1)
    expect(found.warnings).toMatchObject([{ kind: 'left-out', line: expect.any(Number) }])
  })

  it('takes a list of clock times for what happened, and a single one for a task', () => {
    const found = plan('T\nTimeline\n- 06:10 The pager rings\n- [14.32 Uhr] Anruf\n')
    expect(found.items).toEqual([])
    expect(found.warnings.slice(1).map(({ reason }) => reason)).toEqual([
      'The list says what happened when.',
      'The list says what happened when.',
    ])
    expect(short('T\n30-day plan\n- 10:30 is when the gate opens\n- Do b\n')).toHaveLength(2)
  })

  it('takes bullets for tasks that state fields behind a label of their own', () => {
    const found = readGuide({
      text: [
        '# T\n\n## 30 days\n',
        '- **Lock the list:** Nobody else opens it. **Owner:** HR **Due:** 2027-01-31',
        '- **Change the code:** It is on a mug. **Owner:** IT **Due:** 2027-01-15',
        '- **Sign out:** Everybody, once.\n',
      ].join('\n'),
      fileName: 'a.md',
    }).plan
    expect(found.items).toMatchObject([
      { action: 'Lock the list', owners: ['HR'], dueOn: '2027-01-31' },
      { action: 'Change the code', owners: ['IT'] },
      { action: 'Sign out', owners: [] },
    ])
  })

  it('does not take who is to be told for a role', () => {
    expect(
      short(
        'T\n90-day plan\nResponse\n- Raise it: Notify the practice manager.\n- Second line: Order it from another provider',
      ),
    ).toEqual(['90/response/Raise it', '90/response/Second line'])
  })

  it('passes over an empty row', () => {
    expect(
      plan('T\n30-day plan\n| # | Action |\n|---|---|\n| 1 | Do a |\n| 2 | |\n'),
    ).toMatchObject({ unread: 0, warnings: [] })
  })
})
