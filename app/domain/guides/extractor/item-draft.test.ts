import { expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const detailOf = (priority: string) => {
  const text = `# T\n\n## 30-day plan\n\n| Action | Priority |\n|---|---|\n| Do a | ${priority} |\n`
  const [item] = readGuide({ text, fileName: 'a.md' }).plan.items
  return [item?.priority, item?.detail]
}

it.each([
  ['High', 'high', null],
  ['', null, null],
  ['–', null, null],
  ['...', null, null],
  ['whenever', null, 'Priority: whenever'],
  ['◆', null, 'Priority: ◆'],
])(
  'reads %o as a priority or keeps it, and says nothing of an empty one',
  (cell, priority, detail) => {
    expect(detailOf(cell)).toEqual([priority, detail])
  },
)
