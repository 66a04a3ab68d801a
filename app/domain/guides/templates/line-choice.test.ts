import { describe, expect, it } from 'vitest'
import { placeAbove, remarkSpan } from './line-choice'
import type { TemplateWarning } from './template-views'

const remark = (start: number, more: Partial<TemplateWarning> = {}): TemplateWarning => ({
  ...{ kind: 'left-out', line: 1, text: 'words', message: 'why', start, end: start + 10 },
  ...more,
})
const section = (start: number, horizonDays: number): TemplateWarning =>
  remark(start, {
    kind: 'section',
    text: `${horizonDays}-day plan`,
    place: { stage: 'plan', horizonDays, track: null },
  })

describe('the part of the text that a remark is about', () => {
  const remarks = [section(0, 30), remark(40), remark(60), remark(80, { start: null, end: null })]
  it.each([
    [1, { start: 40, end: 50 }],
    [2, { start: 60, end: 70 }],
    [3, null],
    [4, null],
    [null, null],
  ])('number %s', (number, expected) => {
    expect(remarkSpan(remarks, number)).toEqual(expected)
  })
})

describe('the place that the heading above gives', () => {
  const remarks = [remark(5), section(100, 90), section(20, 30)]
  it.each([
    [10, null],
    [30, 30],
    [100, 90],
    [500, 90],
  ])('at %s', (offset, horizonDays) => {
    expect(placeAbove(remarks, offset)?.horizonDays ?? null).toBe(horizonDays)
  })

  it('names the heading, and passes over those that were imported before places were kept', () => {
    expect(placeAbove(remarks, 30)?.heading).toBe('30-day plan')
    expect(placeAbove([remark(20, { kind: 'section' })], 30)).toBeNull()
  })
})
