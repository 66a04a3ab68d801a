import { expect, it } from 'vitest'
import { extractPlan } from '../extractor/extract-plan'
import { readText } from '../readers/read-text'

const ownersIn = (...cells: string[]) => {
  const rows = cells.map((cell, index) => `| ${cell} | Walk round ward ${index + 1} |`)
  const text = ['30-day plan', '| Owner | Action |', '|---|---|', ...rows].join('\n')
  return extractPlan(readText(text), text).items.map(({ owners, guesses }) => ({ owners, guesses }))
}

it('splits a cell whose parts own other items alone', () => {
  const [, , shared] = ownersIn('Sheriff', 'Evidence Room', 'Sheriff / Evidence Room')
  expect(shared).toEqual({ owners: ['Sheriff', 'Evidence Room'], guesses: [] })
  const [, withRole] = ownersIn('Evidence Room', 'Evidence Room and IT Manager')
  expect(withRole!.owners).toEqual(['Evidence Room', 'IT Manager'])
})

it('keeps it as one where a part stands nowhere alone', () => {
  const [, shared] = ownersIn('Sheriff', 'Sheriff / Evidence Room')
  expect(shared!.owners).toEqual(['Sheriff / Evidence Room'])
  expect(shared!.guesses.join()).toMatch(/more than one owner/)
})
