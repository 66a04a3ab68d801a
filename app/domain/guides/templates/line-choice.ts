/**
 * What the form that makes an item of a line begins with: the words of the line, or of the part of it
 * that a remark is about, and the place in the plan that the heading above gives it.
 *
 *     remarkSpan([{ kind: 'left-out', start: 40, end: 61, … }], 1) // { start: 40, end: 61 }
 *     placeAbove(remarks, 40) // { heading: '90-day plan', stage: 'plan', horizonDays: 90, track: null }
 */
import type { Span } from '../document-tree'
import type { PlaceAbove, TemplateWarning } from './template-views'

/** Where the part of the text stands that the preview's remark with this number is about. */
export function remarkSpan(
  remarks: readonly TemplateWarning[],
  number: number | null | undefined,
): Span | null {
  if (!number) return null
  const remark = remarks.filter(({ kind }) => kind !== 'section')[number - 1]
  const { start = null, end = null } = remark ?? {}
  return start !== null && end !== null && end > start ? { start, end } : null
}

/** What the last heading of the plan before this place stands for; null before the first one. */
export function placeAbove(remarks: readonly TemplateWarning[], offset: number): PlaceAbove | null {
  const above = remarks
    .filter(({ start, place }) => place !== undefined && (start ?? Infinity) <= offset)
    .reduce<TemplateWarning | null>(
      (last, remark) => ((remark.start ?? 0) >= (last?.start ?? 0) ? remark : last),
      null,
    )
  return above?.place ? { heading: above.text, ...above.place } : null
}
