import { expect, it } from 'vitest'
import { namesPart, trackOfHeading, trackOfLabel } from './track-of-label'

it.each([
  ['Prevention', 'prevention'],
  ['DETECTION:', 'detection'],
  ['🔔 Response', 'response'],
  ['3. Recovery', 'recovery'],
  ['Governance actions', 'governance'],
  ['Prävention', 'prevention'],
  ['Erkennung', 'detection'],
  ['Governance and compliance', 'governance'],
  ['Backup & Recovery', 'recovery'],
  ['Track: Response', 'response'],
  ['Bereich: Reaktion', 'response'],
  ['Steuerung und Richtlinien', 'governance'],
  ['Detection and response', null],
  ['Prevention and parking', null],
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

it.each([
  ['Detection and response', true],
  ['Protect / Detect', true],
  ['Identify (Days 1–30)', true],
  ['Erkennung und Reaktion', true],
  ['Detection', false],
  ['Backup and restore', false],
])('whether %s names a part that is no one track: %s', (label, isPart) => {
  expect(namesPart(label)).toBe(isPart)
})
