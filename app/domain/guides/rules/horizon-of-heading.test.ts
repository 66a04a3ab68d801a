import { describe, expect, it } from 'vitest'
import {
  horizonOfBulletLabel,
  horizonOfCell,
  horizonOfHeading,
  horizonOfLabel,
} from './horizon-of-heading'

describe('horizonOfHeading', () => {
  it.each([
    ['30-day action plan: Fences and Paper', 30],
    ['90-Day Improvement Plan for School Networks', 90],
    ['180 days', 180],
    ['Days 31–60', 60],
    ['Days 31-60 (assessment)', 60],
    ['Day 1 to Day 30', 30],
    ['Week 5', 35],
    ['Innert 10 Tagen', 10],
    ['2. Etappe (Woche 6)', 42],
    ['Weeks 9–10', 70],
    ['Week 6 – First calls', 42],
    ['Month 2', 60],
    ['Month 4: After the audit', 120],
    ['Phase 2 (Days 6–18)', 18],
    ['Short term (0–30 days)', 30],
    ['Long term (90–180 days)', 180],
    ['Your first 30 days', 30],
    ['First month: basics', 30],
    ['4. 30-day plan', 30],
    ['IV) Days 31–60', 60],
    ['[Days 31–60]', 60],
    ['[1] First 30 days', 30],
    ['🚨 [2] Days 31–60', 60],
    ['① First 30 days', 30],
    ['❷ [Days 31–60] 🩺', 60],
    ['3️⃣ 90 days', 90],
    ['🚨 Immediate (0–7 days)', 7],
    ['Stabilise – Days 1 to 30', 30],
    ['Immediate (this week)', 7],
    ['This month', 30],
    ['Diese Woche', 7],
    ['0–3 Mon.', 90],
    ['Two-week sprint', 14],
    ['Within 24 hours', 1],
    ['30-Tage-Plan', 30],
    ['Die ersten 90 Tage', 90],
    ['Tage 31–60', 60],
    ['Woche 5', 35],
    ['Monat 2', 60],
  ])('%s ends on day %i', (heading, days) => {
    expect(horizonOfHeading(heading)).toMatchObject({ days, isSeveral: false })
  })

  it.each(['30/60/90-day plan', 'Our 30, 60 and 90 day roadmap', 'The 30-60-90 plan'])(
    '%s names several',
    (heading) => {
      expect(horizonOfHeading(heading)).toMatchObject({ days: null, isSeveral: true })
    },
  )

  it.each([
    'Immediate',
    'Action plan',
    'Security roadmap',
    'Phase 1: Discovery',
    'Sofortmaßnahmen',
  ])('%s opens a plan without a length', (heading) => {
    expect(horizonOfHeading(heading)).toMatchObject({ days: null, isSeveral: false })
  })

  it.each([
    'Prevention',
    'Outage of 3 days at a clinic',
    'Recovery in 90 minutes',
    'Incident response plan',
    'Room 30',
    'Daytime staffing',
    'The year 2027 in days gone by',
  ])('%s is no heading of a plan', (heading) => {
    expect(horizonOfHeading(heading)).toBeNull()
  })

  it('reads a hostile heading quickly', () => {
    expect(horizonOfHeading('the first '.repeat(19))).toBeNull()
    expect(horizonOfHeading('30-'.repeat(60))).toBeNull()
  })
})

it.each([
  ['30d', 30],
  ['6 w', 42],
  ['3M', 90],
  ['T1', null],
  ['30 kg', null],
])('%s as a label', (label, days) => {
  expect(horizonOfBulletLabel(label)).toBe(days)
})

it.each([
  ['0–48h', 2],
  ['72h', 3],
  ['W5–6', 42],
  ['M1-T2', null],
  ['D+30', 30],
])('%s in a cell', (cell, days) => {
  expect(horizonOfCell(cell)).toBe(days)
})

describe('horizonOfLabel', () => {
  it.each([
    ['30 days', 30],
    ['Week 5', 35],
    ['Day 14', 14],
    ['by day 30', 30],
    ['within 2 weeks', 14],
    ['60 Tage', 60],
  ])('%s gives %i', (label, days) => {
    expect(horizonOfLabel(label)).toBe(days)
  })

  it.each(['Q3', 'ongoing', 'Keep logs for 30 days in the archive', '', '2027-03-01'])(
    '%s gives none',
    (label) => {
      expect(horizonOfLabel(label)).toBeNull()
    },
  )
})
