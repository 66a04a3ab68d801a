import { expect, it } from 'vitest'
import { readGuide } from './read-guide'
import { limitTree } from './limit-tree'
import { readText } from './readers/read-text'

it('leaves a document as it is', () => {
  const text = 'T\n30-day plan\n- Do it\n'
  const tree = readText(text)
  expect(limitTree(tree, text)).toBe(tree)
})

it.each([
  ['lines', `T\n${'30-day plan\n\n'.repeat(70_000)}`],
  ['rows', `T\n30-day plan\n| Task |\n|---|\n${'| Do it |\n'.repeat(70_000)}`],
  ['bullets', `T\n30-day plan\n${'- Do it\n'.repeat(70_000)}`],
])('cuts off what is too much and says so: %s', { timeout: 60_000 }, (_name, text) => {
  const { plan } = readGuide({ text })
  const { length } = text.trimEnd()
  const note = limitTree(readText(text), text).blocks.at(-1)
  if (note?.kind !== 'unreadable') throw new Error('nothing was cut off')
  expect(note.reason).toMatch(/^More than 60,000 parts/)
  expect(text.slice(note.span.start, note.span.start + 2)).toMatch(/^(?:30|\| |Do)/)
  expect(note.span.end).toBeGreaterThanOrEqual(length)
  expect(plan.items.length).toBeLessThan(2100)
})
