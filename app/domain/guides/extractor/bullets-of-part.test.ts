import { describe, expect, it } from 'vitest'
import { placesOfBullets } from './bullets-of-part'
import { readGuide } from '../read-guide'
import type { List, ListItem } from '../document-tree'
import { readMarkdown } from '../readers/read-markdown'

function bulletsOf(markdown: string): readonly ListItem[] {
  const list = readMarkdown(markdown).blocks.find((block): block is List => block.kind === 'list')
  return list?.items ?? []
}

const plan = (lines: string) =>
  readGuide({ text: `# T\n\n## Phase 1 (Days 1–30)\n\n${lines}\n`, fileName: 'a.md' }).plan

describe('placesOfBullets', () => {
  it.each([
    [
      'a heading with a list of its own',
      '- Tasks:\n  - Do a\n- Records: the wiki',
      'heading beside',
    ],
    [
      'a heading before the others',
      '- Goal: calm\n- Actions:\n- Do a\n- Do b',
      'beside heading task task',
    ],
    ['a heading in bold', '- **Key actions**\n  1. Do a\n- **Budget**: none', 'heading beside'],
    ['German', '- Ziel: Ruhe\n- Maßnahmen:\n- Tür schließen', 'beside heading task'],
    ['a description beside tasks', '- Rotate keys\n- Success criteria: no old key', 'task beside'],
    ['a form to fill in', '- Evidence required:\n- Planned date:', 'empty empty'],
    ['tasks with a colon', '- Close ports: all of them\n- Check these:', 'task task'],
    ['tasks with details', '- Train staff:\n  - at the desk\n- Rotate keys', 'task task'],
  ])('tells %s', (_name, markdown, places) => {
    expect(placesOfBullets(bulletsOf(markdown), false).join(' ')).toBe(places)
  })

  it('leaves a label that is an action alone, except above the name of the tasks', () => {
    const bullets = bulletsOf('- Purpose: say why\n- Outcome: measure it')
    expect(placesOfBullets(bullets, true)).toEqual(['task', 'task'])
    const announced = bulletsOf('- Purpose: say why\n- Tasks:\n- Measure it')
    expect(placesOfBullets(announced, true)).toEqual(['beside', 'heading', 'task'])
  })
})

describe('a part of a plan in one list', () => {
  it('gives the tasks below the bullet that names them, with what is nested below each', () => {
    const { items, warnings } = plan(
      [
        '- **Objective**: Know every device.',
        '- **Tasks**:',
        '  1. **Count the devices (shelf 4)**:',
        '     - Walk through each room.',
        '     - **Deliverable**: A list.',
        '     - **Responsible**: IT Manager.',
        '- **Standard**: Chapter 4.',
      ].join('\n'),
    )
    expect(items).toMatchObject([
      {
        ...{ action: 'Count the devices (shelf 4)', detail: 'Walk through each room.' },
        ...{ outcome: 'A list', owners: ['IT Manager'], horizonDays: 30 },
      },
    ])
    expect(warnings.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'left-out: **Objective**: Know every device.',
      'left-out: **Standard**: Chapter 4.',
    ])
  })

  it('says of a form that nothing stands behind its colons', () => {
    const { items, warnings } = plan('- Do a\n- [ ] Defined: No\n- Actual date:\n')
    expect(items.map(({ action }) => action)).toEqual(['Do a'])
    expect(warnings.map(({ reason }) => reason)).toEqual([
      'There are no words in it that say what to do.',
      'Nothing stands behind its colon.',
    ])
  })
})
