import { expect, it } from 'vitest'
import type { SealedEntry } from './canonical-entry'
import type { Finding } from './check-chain'
import { describeFinding } from './describe-finding'

const at = '2026-12-01T08:00:00.000Z'
const later = '2026-12-03T08:00:00.000Z'
const entry = {} as SealedEntry

it.each<[Partial<Finding>, string]>([
  [
    { kind: 'changed', from: 7, to: 7, before: at, entry },
    `Entry 7 of ${at} was changed or replaced: it is not what was sealed (it says now: Tom did it).`,
  ],
  [
    { kind: 'missing', from: 5, to: 5, after: at, before: later },
    `Entry 5 is missing, between ${at} and ${later}.`,
  ],
  [
    { kind: 'missing', from: 1, to: 4, before: later },
    `Entries 1 to 4 are missing, before ${later}.`,
  ],
  [
    { kind: 'inserted', from: 6, to: 6, before: at },
    `Entry 6 of ${at} was inserted: the chain was not built on it.`,
  ],
  [
    { kind: 'renumbered', from: 7, to: 9 },
    'Entries 7 to 9 stand under another number than they were sealed under.',
  ],
  [
    { kind: 'cut-off', from: 8, to: 9, after: at },
    `Entries 8 to 9 are missing at the end, after ${at}.`,
  ],
])('%j', (finding, sentence) => {
  const whole = { after: null, before: null, entry: null, ...finding } as Finding
  expect(describeFinding(whole, () => 'Tom did it')).toBe(sentence)
})
