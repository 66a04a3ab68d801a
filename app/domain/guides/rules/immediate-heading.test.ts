import { describe, expect, it } from 'vitest'
import { readGuide } from '../read-guide'
import { namesImmediateSteps, namesTerm } from './immediate-heading'
import { sectionOfHeading } from './section-of-heading'
import { wordsOf } from '../vocabulary/phrase-test'
import { comparable } from '../vocabulary/vocabularies'

it.each([
  ['Immediate actions', true],
  ['Immediate steps: stop the leak', true],
  ['Immediate measures for the front desk', true],
  ['Sofortmaßnahmen', true],
  ['Sofortmaßnahmen für die Praxis', true],
  ['Immediate action plan', false],
  ['Immediate', false],
  ['Sofort', false],
])('%s: immediate steps? %s', (heading, expected) => {
  expect(namesImmediateSteps(wordsOf(comparable(heading)))).toBe(expected)
})

it.each([
  ['Short term', true],
  ['2. Mid-term measures', true],
  ['Langfristig', true],
  ['Kurzfristige Maßnahmen', true],
  ['Terms of use', false],
  ['30-day plan', false],
])('%s: a term? %s', (heading, expected) => {
  expect(namesTerm(heading)).toBe(expected)
})

it.each([
  ['Sofortmaßnahmen', 'first-steps'],
  ['Immediate actions', 'first-steps'],
  ['Sofortmaßnahmen (0–7 Tage)', 'plan'],
  ['Immediate actions (0–30 days)', 'plan'],
  ['Immediate', 'plan'],
  ['Sofort', 'plan'],
] as const)('%s opens %s', (heading, kind) => {
  expect(sectionOfHeading(heading).kind).toBe(kind)
})

describe('immediate steps', () => {
  const items = (text: string) =>
    readGuide({ text }).plan.items.map(({ stage, horizonDays }) => `${stage}/${horizonDays}`)

  it.each([
    ['Guide\nImmediate actions\n- Call the bank.\n30-day plan\n- Train staff.'],
    ['Leitfaden\nSofortmaßnahmen\n- Bank anrufen.\n30-Tage-Plan\n- Alle schulen.'],
  ])('are what to do first: %s', (text) => {
    expect(items(text)).toEqual(['first-steps/7', 'plan/30'])
  })

  it.each([
    ['Guide\nImmediate actions\n- Call the bank.\nShort term (0–30 days)\n- Train staff.'],
    ['Leitfaden\nSofortmaßnahmen\n- Bank anrufen.\nKurzfristig (0–30 Tage)\n- Alle schulen.'],
  ])('are a horizon beside others: %s', (text) => {
    expect(items(text)).toEqual(['plan/null', 'plan/30'])
  })

  it('are a part of the plan that they stand in', () => {
    expect(items('# Guide\n## 30-day plan\n### Immediate actions\n- Call the bank.')).toEqual([
      'plan/30',
    ])
    expect(
      items(
        'Guide\nAction plan\n| Task | Owner |\n|---|---|\n| Immediate actions | |\n| Call the bank | HR |',
      ),
    ).toEqual(['plan/null'])
  })
})
