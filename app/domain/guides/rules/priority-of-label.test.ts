import { expect, it } from 'vitest'
import { priorityOfLabel, priorityOfTag } from './priority-of-label'

it.each([
  ['High', 'high'],
  ['🔴 Critical', 'high'],
  ['Medium priority', 'medium'],
  ['Priority: Low', 'low'],
  ['P1', 'high'],
  ['hoch', 'high'],
  ['Finance', null],
  ['', null],
] as const)('%s → %s', (label, priority) => {
  expect(priorityOfLabel(label)).toBe(priority)
})

it.each([
  ['High', 'high'],
  ['low priority', 'low'],
  ['should', null],
  ['must', null],
  ['MFA', null],
] as const)('the tag [%s] → %s', (tag, priority) => {
  expect(priorityOfTag(tag)).toBe(priority)
})
