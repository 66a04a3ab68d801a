import { describe, expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const plan = (text: string, fileName?: string) => readGuide({ text, fileName }).plan
const short = (text: string, fileName?: string) =>
  plan(text, fileName).items.map(
    (item) => `${item.horizonDays}/${item.track ?? '-'}/${item.action}`,
  )

describe('who does it', () => {
  it('is in the brackets where they say it, and not in a bold title that could be an office', () => {
    const text =
      'T\n## 30-day plan\n- **Door manager** – List the keys. (Owner: HR)\n- **HR** – Count.'
    expect(plan(text, 'g.md').items).toMatchObject([
      { action: 'Door manager', detail: 'List the keys.', owners: ['HR'] },
      { action: 'Count', owners: ['HR'] },
    ])
  })
})

describe('where the plan is', () => {
  it('ends where a heading says something else, known or not', () => {
    expect(
      short('T\n30-day plan\n- Do a\nCommon mistakes\n- Lose b\nWhere schools slip up\n- Lose c'),
    ).toEqual(['30/-/Do a'])
  })

  it('ends a legend where a bold line counts on', () => {
    const legend = 'Legend for the tables:\n\n| Sign | Meaning |\n|---|---|\n| x | done |'
    expect(short(`# T\n\n${legend}\n\n**Week 2**\n\n- Do a\n`, 'a.md')).toEqual(['14/-/Do a'])
  })

  it('warns of bullets under a heading it does not know', () => {
    const { warnings } = plan('T\n30-day plan\n- Do a\nWhere schools slip up\n- Lose c')
    expect(warnings).toMatchObject([{ kind: 'outside', line: 5, text: 'Lose c' }])
  })

  it('ends the first steps where a line of its own counts on, and not where a heading of theirs does', () => {
    const below = (days: string) =>
      plan(`# T\n\n## What to do first\n\n- Do a\n\n${days}\n\n- Do b\n`, 'a.md').items
    expect(below('**Days 1–30**')).toMatchObject([
      { stage: 'first-steps', horizonDays: 7 },
      { stage: 'plan', horizonDays: 30 },
    ])
    for (const theirs of ['**First 24 hours**', '### First 30 days']) {
      expect(below(theirs)[1]).toMatchObject({ stage: 'first-steps' })
    }
  })

  it('reads what stands under "next steps" where it says who does what, and only there', () => {
    const below = (block: string) =>
      plan(`# T\n\n## 30-day plan\n\n- Do a\n\n## Next steps\n\n${block}\n`, 'a.md').items.slice(1)
    expect(
      below('| Action | Owner | Timeline |\n|---|---|---|\n| Do b c | HR | 2 weeks |'),
    ).toHaveLength(1)
    expect(below('- Send a list (Owner: HR)\n- Ask the vendor (Owner: IT)')).toHaveLength(2)
    expect(below('- Send a list\n- Ask the vendor')).toEqual([])
  })

  it('reads a table of actions below what looks back', () => {
    const table = '| Action | Owner | Timeline |\n|---|---|---|\n| Call sooner | HR | 1 week |'
    const text = `# T\n\n## Lessons learned\n\n- It rained.\n\n### What we improve\n\n${table}\n`
    expect(plan(text, 'a.md').items).toMatchObject([{ action: 'Call sooner', horizonDays: 7 }])
  })

  it('takes deliverables that say what to do for the actions, inside a plan', () => {
    const table =
      '| Deliverable | Owner |\n|---|---|\n| Confirm the list | HR |\n| Repair the door | IT |'
    expect(short(`# T\n\n## Days 1–30\n\n${table}\n`, 'a.md')).toEqual([
      '30/-/Confirm the list',
      '30/-/Repair the door',
    ])
  })

  it('opens a plan with the first of several phases that are alike, and not with a title', () => {
    const phases = 'Phase 1: Look (Weeks 1–2)\nRooms\n- Do a\nPhase 2: Act (Weeks 3–4)\n- Do b\n'
    expect(short(phases)).toEqual(['14/-/Do a', '28/-/Do b'])
    expect(plan('30-day plan for clinics\nIt is quiet.\n30-day plan\n- Do a\n').title).toBe(
      '30-day plan for clinics',
    )
    expect(plan('# Actions ¶\n\n## Days 1–30\n\n- Do a\n', 'a.md').title).toBe('Actions')
  })

  it('takes titles in a register of tasks for the actions, and those of a list of files for none', () => {
    const file = (columns: string, row: string) => plan(`${columns}\n${row}\n`, 'a.csv').items
    expect(
      file('_id,title,owner,status,dueDate', 'p1,Patch the desk,IT,Open,2027-03-01'),
    ).toMatchObject([{ action: 'Patch the desk', dueOn: '2027-03-01' }])
    expect(file('title,owner,date', 'Policy of keys,IT,2027-03-01')).toEqual([])
  })

  it('keeps a task with days and details whole', () => {
    const { items } = plan(
      '# T\n\n## Month 1\n\n- [ ] **Day 4-5**: Complete the card\n  - Be honest\n- **Day 6**: Call HR\n',
      'a.md',
    )
    expect(items).toMatchObject([
      { action: 'Complete the card', horizonDays: 5, detail: 'Be honest' },
      { action: 'Call HR', horizonDays: 6 },
    ])
  })

  it('reads German without umlauts, and as the Swiss write it', () => {
    const table =
      '| Massnahme | Zustaendig | Frist |\n|---|---|---|\n| Tür schliessen | Leitung | 03.05.2027 |'
    expect(plan(`# T\n\n## Massnahmenplan\n\n${table}\n`, 'a.md').items).toMatchObject([
      { action: 'Tür schliessen', owners: ['Leitung'], dueOn: '2027-05-03' },
    ])
  })

  it('takes a table of immediate measures for a plan, and steps for the first steps', () => {
    const below = (block: string) => plan(`# T\n\n## Sofortmaßnahmen\n\n${block}\n`, 'a.md').items
    expect(below('| Maßnahme | Frist |\n|---|---|\n| Tür schließen | 03.05.2027 |')).toMatchObject([
      { stage: 'plan', horizonDays: null, dueOn: '2027-05-03' },
    ])
    expect(below('1. Tür schließen')).toMatchObject([{ stage: 'first-steps', horizonDays: 7 }])
  })

  it('lets the phases of a plan stand below its overview', () => {
    const table =
      '| Initiative | Owner | Due |\n|---|---|---|\n| Close the ports | IT | 2027-03-01 |'
    const text = (phase: string) =>
      `# T\n\n## Roadmap overview\n\n- Grow\n\n### ${phase}\n\n${table}\n`
    expect(plan(text('Phase 1 — Ground (Q1 2027)'), 'a.md').items).toMatchObject([
      { action: 'Close the ports', dueOn: '2027-03-01' },
    ])
    expect(plan(text('Days 1–30'), 'a.md').items).toMatchObject([{ horizonDays: 30 }])
  })

  it('reads a table of tasks below an overview, by its columns', () => {
    const table = '| Task | Assigned to | End |\n|---|---|---|\n| Close ports | IT | 2027-03-01 |'
    expect(plan(`# T\n\n## Work at a glance\n\n${table}\n`, 'a.md').items).toMatchObject([
      { action: 'Close ports', owners: ['IT'], confidence: 'guessed' },
    ])
  })

  it('takes days in a line of their own above a heading for the horizon of what it holds', () => {
    const card = (days: string, action: string) =>
      `<div><span>${days}</span><h4>Ground</h4><ul><li>${action}</li></ul></div>`
    const page = `<h1>T</h1><h2>Rollout</h2>${card('Days 1–30', 'Do a')}${card('Days 31–60', 'Do b')}`
    expect(short(`<html><body>${page}</body></html>`, 'a.html')).toEqual(['30/-/Do a', '60/-/Do b'])
  })

  it('reads horizons in short as labels, and an action without the colon above its details', () => {
    expect(
      short(
        '# T\n\n## Roadmap\n\n- **30d:** Do a\n- **60d:** Do b\n- Make a kit:\n  - map\n',
        'a.md',
      ),
    ).toEqual(['30/-/Do a', '60/-/Do b', 'null/-/Make a kit'])
  })

  it('keeps to a phase where an unmarked line names a plan among its groups', () => {
    expect(
      short('T\nPhase 2 (Days 31–60)\nGap analysis\n- Do a\nSecurity roadmap\n- Do b\n'),
    ).toEqual(['60/-/Do a', '60/-/Do b'])
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

  it('opens a plan with the first of several sections where there is no title', () => {
    expect(short('## 30-day plan\n\n- Do a\n\n## 60-day plan\n\n- Do b\n')).toEqual([
      '30/-/Do a',
      '60/-/Do b',
    ])
  })

  it('reads lines that spell out an action and its owner, whatever stands above', () => {
    const lines = '**Action:** Do a\n**Owner:** HR\n**Due:** 2027-02-03'
    const bullets = '- Maßnahme: Do b\n- Zuständig: IT\n- Kosten: 5 €'
    expect(plan(`# T\n\n## CAP-1\n\n${lines}\n\n## CAP-2\n\n${bullets}\n`).items).toMatchObject([
      { action: 'Do a', owners: ['HR'], dueOn: '2027-02-03', confidence: 'guessed' },
      { action: 'Do b', owners: ['IT'], detail: 'Kosten: 5 €' },
    ])
    expect(plan(`# T\n\n## Common mistakes\n\n${lines}\n`).items).toEqual([])
  })

  it('keeps to a plan where a heading joins two tracks', () => {
    expect(
      short(
        'T\n90-day plan\nPrevention\n- A b: Do.\nDetection and response\n- C d: Do.\nGovernance\n- E f: Do.',
      ),
    ).toEqual(['90/prevention/A b', '90/-/C d', '90/governance/E f'])
  })

  it('sets the end of a table that is a plan by its columns from the line below it', () => {
    const table = (action: string) =>
      `| Task | Lead | Result |\n|---|---|---|\n| ${action} now | HR | x |\n\n`
    const text = `# T\n\n## Group one\n\n${table('Do a')}Target completion: day 20\n\n## Group two\n\n${table('Do b')}`
    expect(short(text)).toEqual(['20/-/Do a now', 'null/-/Do b now'])
  })

  it.each(['By day 90, we will have:', 'In 30 Tagen haben wir:'])(
    'opens nothing with %s',
    (line) => {
      expect(
        short(
          `# T\n\n${line}\n\n- Lose a\n\n## 60-day plan\n\n${line}\n\n- Lose b\n\n### Week 5\n\n- Do c\n`,
        ),
      ).toEqual(['35/-/Do c'])
    },
  )

  it('takes a column of things to do for the action, inside a plan only', () => {
    const table =
      '| Quick gain | Impact |\n|---|---|\n| Enable locks | High |\n| Block old mail | Low |\n'
    expect(plan(`# T\n\n## 30-day plan\n\n${table}`).items).toMatchObject([
      { action: 'Enable locks', detail: 'Impact: High', confidence: 'guessed' },
      { action: 'Block old mail' },
    ])
    expect(short(`# T\n\n## Gains\n\n${table}\n## 30-day plan\n\n- Do a\n`)).toEqual(['30/-/Do a'])
  })

  it('takes a heading above keys and values for the item, where they name none', () => {
    const table =
      '| Field | Value |\n|---|---|\n| Owner | HR |\n| Deadline | 2027-02-03 |\n| Description | With care |\n'
    expect(plan(`# T\n\n## Weeks 1–2\n\n### Action 2: Do a\n\n${table}`).items).toMatchObject([
      {
        action: 'Do a',
        horizonDays: 14,
        owners: ['HR'],
        dueOn: '2027-02-03',
        detail: 'Description: With care',
      },
    ])
  })

  it('reads a lone numbered step with an owner as a task, whatever its first word', () => {
    expect(
      plan('# T\n\n## 30-day plan\n\n1. Budget for a generator (Owner: CFO)\n').items,
    ).toMatchObject([{ action: 'Budget for a generator', owners: ['CFO'] }])
  })

  it('leaves out buttons, and says so', () => {
    const page =
      '<h1>T</h1><h2>30-day plan</h2><ul><li>Do a now</li></ul><ul><li><a href="#">Print</a></li><li><a href="#">Share</a></li></ul>'
    expect(plan(page, 'a.html')).toMatchObject({ items: [{ action: 'Do a now' }], unread: 2 })
  })

  it('takes bullets that are only headings for headings', () => {
    expect(
      short('# T\n\n## Roadmap\n\n1. **Days 1–10**\n   - Do a\n2. **Days 11–20**\n   - Do b\n'),
    ).toEqual(['10/-/Do a', '20/-/Do b'])
  })
})

describe('a plan below a heading that holds none', () => {
  it.each([
    ['Results', 'Days 1–30', '30'],
    ['Milestones and success measures', 'First 30 days', '30'],
    ['Ergebnisse', 'Tage 31–60', '60'],
  ])('%s → %s is read where there is no other, and marked as guessed', (above, heading, days) => {
    const { items } = plan(`# T\n## ${above}\n### ${heading}\n- Do a\n- Do b\n## End\n- c\n`)
    expect(items.map((item) => `${item.horizonDays}/${item.action}`)).toEqual([
      `${days}/Do a`,
      `${days}/Do b`,
    ])
    expect(items[0]?.confidence).toBe('guessed')
  })

  it.each([['Common mistakes'], ['FAQ'], ['Häufige Fehler'], ['Fragen'], ['Do not']])(
    '%s lets in none',
    (above) => {
      expect(plan(`# T\n## ${above}\n### First 30 days\n- Do a\n`).items).toEqual([])
    },
  )

  it('is warned of where there is another', () => {
    const found = plan('# T\n## 30-day plan\n- Do a\n## Results\n### Days 1–30\n- Do b\n')
    expect(found.items.map((item) => item.action)).toEqual(['Do a'])
    expect(found.warnings).toMatchObject([{ kind: 'outside', line: 6 }])
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

  it('does not cut a bullet inside its brackets', () => {
    expect(plan('T\n30-day plan\n- Do a (Owner: HR; Due: 2027-02-03)').items).toMatchObject([
      { action: 'Do a', owners: ['HR'], dueOn: '2027-02-03' },
    ])
  })

  it('reads brackets between a bold title and its text', () => {
    expect(
      plan('# T\n\n## 90-day plan\n\n- **Drill** (CISO, week 10) – all night\n- x\n').items[0],
    ).toMatchObject({
      ...{ action: 'Drill', owners: ['CISO'], horizonDays: 70, detail: 'all night' },
    })
  })

  it('passes over a label that only says on which day or in which month', () => {
    expect(short('# T\n\n## 90-day plan\n\n- **March**: Do a\n- Freitag: Do b\n')).toEqual([
      '90/-/Do a',
      '90/-/Do b',
    ])
  })

  it.each([
    [
      '| Horizon | Task |\n|---|---|\n| 30 days | Do a |\n| | Do b |\n| 60 days | Do c |\n| | Do d |',
      '30 30 60 60',
    ],
    ['| Zeitraum | Aufgabe |\n|---|---|\n| Woche 2 | A tun |\n| | B tun |', '14 14'],
    ['| Task | Horizon |\n|---|---|\n| Do a | 30 days |\n| Do b | |', '30 null'],
    ['| Horizon | Task |\n|---|---|\n| 30 days | Do a |\n| later | Do b |', '30 null'],
    ['| Horizon | Task |\n|---|---|\n| | Do a |\n| 30 days | Do b |', 'null 30'],
  ])('takes an empty cell left of the action for one that goes on: %s', (table, days) => {
    const { items } = plan(`T\nAction plan\n${table}\n`)
    expect(items.map((item) => String(item.horizonDays)).join(' ')).toBe(days)
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
