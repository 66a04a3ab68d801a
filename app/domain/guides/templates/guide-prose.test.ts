import { expect, it } from 'vitest'
import { guideProse } from './guide-prose'
import { readMarkdown } from '../readers/read-markdown'

const guide = `# Spare keys

In short: count them.

## Who this is for

Whoever holds a key.

- Reception
- **The** owner

## What to do first

- Count the keys

## 90-day improvement plan

Here is what lasts.

### Prevention

| Owner | Action |
|---|---|
| HR | Buy a safe |

## Common mistakes

> Hiding one under the mat.

## Next step

Buy the safe.
`

it('keeps what stands around the plan, in order, without the title', () => {
  expect(guideProse(readMarkdown(guide))).toEqual({
    opening: [
      { heading: null, blocks: [{ kind: 'paragraph', text: 'In short: count them.' }] },
      {
        heading: 'Who this is for',
        blocks: [
          { kind: 'paragraph', text: 'Whoever holds a key.' },
          { kind: 'list', items: ['Reception', 'The owner'] },
        ],
      },
    ],
    closing: [
      {
        heading: 'Common mistakes',
        blocks: [{ kind: 'paragraph', text: 'Hiding one under the mat.' }],
      },
      { heading: 'Next step', blocks: [{ kind: 'paragraph', text: 'Buy the safe.' }] },
    ],
  })
})

it.each([
  ['', { opening: [], closing: [] }],
  ['# Only a title', { opening: [], closing: [] }],
  ['# T\n\n## 30-day plan\n\n- A\n- B', { opening: [], closing: [] }],
])('has nothing to say about %j', (text, expected) => {
  expect(guideProse(readMarkdown(text))).toEqual(expected)
})
