import { expect, it } from 'vitest'
import type { Block } from '../document-tree'
import { leadInOf, meaningOfLeadIn } from './lead-in'
import { readInline } from '../readers/read-inline'

const rich = (text: string) => readInline(text, 0, text.length)
const list: Block = { kind: 'list', isOrdered: false, isOfLinks: false, items: [] }
const before = (text: string, next?: Block) => leadInOf(rich(text), next)?.text ?? null

it.each([
  ['In the first week:', undefined, 'In the first week:'],
  ['By day 60 it runs. Now add two more:', list, 'Now add two more:'],
  ['**Days 1–30 (June)** — goal: nothing', list, 'Days 1–30 (June)'],
  ['**Days 1–30 (June)** — goal: nothing', undefined, null],
  ['Acceptance', list, 'Acceptance'],
  ['Acceptance', undefined, null],
  ['It rains all day.', list, null],
  ['The clerk keeps the key', list, null],
])('%s', (text, next, expected) => {
  expect(before(text, next)).toBe(expected)
})

it.each([
  ['Recommended actions:', 'plan'],
  ['Our recommended actions were written in spring:', 'unknown'],
  ['Your day 30 report should cover:', 'aside'],
  ['For the whole story, see:', 'no-plan'],
  ['By day 90, we will have:', 'aside'],
] as const)('%s opens %s', (words, kind) => {
  expect(meaningOfLeadIn(words).kind).toBe(kind)
})
