import { describe, expect, it } from 'vitest'
import { readGuide } from './read-guide'

const plan = (text: string, fileName?: string) => readGuide({ text, fileName }).plan
const short = (text: string, fileName?: string) =>
  plan(text, fileName).items.map(
    (item) => `${item.horizonDays}/${item.track ?? '-'}/${item.action}`,
  )

describe('where the plan is', () => {
  it('ends where a heading says something else, known or not', () => {
    expect(
      short('T\n30-day plan\n- Do a\nCommon mistakes\n- Lose b\nWhere schools slip up\n- Lose c'),
    ).toEqual(['30/-/Do a'])
  })

  it('warns of bullets under a heading it does not know', () => {
    const { warnings } = plan('T\n30-day plan\n- Do a\nWhere schools slip up\n- Lose c')
    expect(warnings).toMatchObject([{ kind: 'outside', line: 5, text: 'Lose c' }])
  })

  it('lets questions of an FAQ open nothing', () => {
    expect(
      short(
        'T\n30-day plan\n- Do a\nFAQ\nWhat should we do first?\n- Lose b\nHow long are 30 days?\n- Lose c',
      ),
    ).toEqual(['30/-/Do a'])
  })

  it('nests by depth in Markdown', () => {
    const text =
      '# T\n\n## 90-day plan\n\n### Technology\n\n- Do a\n\n### Common mistakes\n\n- Lose b\n\n### Recovery\n\n- Do c\n\n## Tools\n\n- Lose d\n'
    expect(short(text)).toEqual(['90/-/Do a', '90/recovery/Do c'])
  })

  it('takes the title for a plan only where nothing else is one', () => {
    expect(short('# 30-day plan\n\n- Do a\n')).toEqual(['30/-/Do a'])
    expect(short('# 30-day plan\n\n- Lose a\n\n## Week 1\n\n- Do b\n')).toEqual(['7/-/Do b'])
  })

  it('reads weekdays, group names and lead-in lines as what they are', () => {
    expect(
      short('T\n30-day plan\nMonday\n- Do a\nTuesday\n- Do b\n60-day plan\nIn week 6:\n- Do c'),
    ).toEqual(['30/-/Do a', '30/-/Do b', '42/-/Do c'])
  })

  it('sets the end of a section from a line after its table', () => {
    const text =
      '# T\n\n## Phase 1: Start\n\n| Task | Lead |\n|---|---|\n| Do a | HR |\n\nTarget completion: day 20\n'
    expect(short(text)).toEqual(['20/-/Do a'])
  })

  it('takes bullets that are only headings for headings', () => {
    expect(
      short('# T\n\n## Roadmap\n\n1. **Days 1–10**\n   - Do a\n2. **Days 11–20**\n   - Do b\n'),
    ).toEqual(['10/-/Do a', '20/-/Do b'])
  })
})

describe('what an item says', () => {
  it('reads a whole horizon from one bullet', () => {
    const { items } = plan(
      '# T\n\n## Timeline\n\n- 30 days: Buy keys; train all staff.\n- 60 days: Test a restore.\n',
    )
    expect(items.map((item) => [item.horizonDays, item.action])).toEqual([
      [30, 'Buy keys'],
      [30, 'train all staff'],
      [60, 'Test a restore'],
    ])
  })

  it('reads one table with a horizon column, anywhere', () => {
    const text =
      '# T\n\n## List\n\n| When | Activity | Assigned to |\n|---|---|---|\n| Week 5 | Do a | IT & HR |\n| Q3 | Do b | |\n'
    expect(plan(text).items).toMatchObject([
      { horizonDays: 35, action: 'Do a', owners: ['IT', 'HR'] },
      { horizonDays: null, action: 'Do b', detail: 'When: Q3' },
    ])
  })

  it('reads a key/value table as one item', () => {
    const text =
      '# T\n\n## 60-day plan\n\n| Task | Replace it |\n|---|---|\n| Owner | IT Manager |\n| Cost | $5 |\n'
    expect(plan(text).items).toMatchObject([
      { action: 'Replace it', owners: ['IT Manager'], detail: 'Cost: $5' },
    ])
  })

  it('reads owners through a legend of the guide', () => {
    const table = '| Task | Owner |\n|---|---|\n| Do a | PO / ITM |\n'
    const text = `# T\n\nAbbreviations: PO = Privacy Officer, ITM = IT Manager\n\n## 30-day plan\n\n${table}`
    expect(plan(text).items[0]?.owners).toEqual(['PO', 'ITM'])
    expect(plan(`# T\n\n## 30-day plan\n\n${table}`).items[0]).toMatchObject({
      owners: ['PO / ITM'],
      confidence: 'guessed',
    })
  })

  it('reads fields of nested bullets', () => {
    expect(
      plan('T\n30-day plan\n- Do a\n  - Owner: HR\n  - Due: 2027-02-03\n  - With care\n- Do b')
        .items[0],
    ).toMatchObject({
      owners: ['HR'],
      dueOn: '2027-02-03',
      detail: 'With care',
    })
  })
})

describe('what is left out', () => {
  it.each([
    ['a list of who has which role', '- Incident commander: CTO'],
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

  it('passes over an empty row', () => {
    expect(
      plan('T\n30-day plan\n| # | Action |\n|---|---|\n| 1 | Do a |\n| 2 | |\n'),
    ).toMatchObject({ unread: 0, warnings: [] })
  })
})
