import { expect, it } from 'vitest'
import { trackOfHeading, trackOfLabel } from './track-of-label'

it.each([
  ['Prevention', 'prevention'],
  ['DETECTION:', 'detection'],
  ['🔔 Response', 'response'],
  ['3. Recovery', 'recovery'],
  ['Governance actions', 'governance'],
  ['Prävention', 'prevention'],
  ['Erkennung', 'detection'],
  ['Response times', null],
  ['Data recovery', null],
  ['', null],
] as const)('the label %s stands for %s', (label, track) => {
  expect(trackOfLabel(label)).toBe(track)
})

it.each([
  ['Prevention: Close the doors', 'prevention'],
  ['Recovery (Days 61–90)', 'recovery'],
  ['Detection – earlier', 'detection'],
  ['Prevent-all filter', null],
] as const)('the heading %s stands for %s', (heading, track) => {
  expect(trackOfHeading(heading)).toBe(track)
})
