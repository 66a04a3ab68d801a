/**
 * Collects what became no item, with its line and a reason, in the order of the document. Lines
 * outside the plan are kept apart until the whole document is read: only a guide that has a plan
 * somewhere gives a reason to mention them.
 */
import { cleanText } from '../document-tree'
import type { Span } from '../document-tree'
import type { ExtractWarning } from '../extracted-plan'
import { lineCounter } from '../readers/text-lines'

/** More warnings than this help nobody; the count of unread lines stays exact. */
const mostWarnings = 500
const longestExcerpt = 120

export class WarningLog {
  /** How many rows and bullets inside the plan became no item. */
  unread = 0
  private readonly found: { warning: ExtractWarning; isOutside: boolean }[] = []
  private outside = 0
  private readonly lineAt: (offset: number) => number

  constructor(private readonly source: string) {
    this.lineAt = lineCounter(source)
  }

  /** Whether no further warning is kept. */
  get isFull(): boolean {
    return this.found.length >= mostWarnings * 2
  }

  /** A row or bullet inside the plan that became no item. */
  leaveOut(span: Span, reason: string): void {
    this.unread++
    this.add('left-out', span, reason)
  }

  /** A sentence inside the plan that may be an action, though only rows and bullets are read. */
  noteProse(span: Span, reason: string): void {
    this.add('left-out', span, reason)
  }

  /** A row or bullet outside the plan that looks like one of its own. */
  noteOutside(span: Span, reason: string): void {
    if (this.outside++ < mostWarnings) this.add('outside', span, reason)
  }

  noteUnreadable(span: Span, reason: string): void {
    this.add('unreadable', span, reason)
  }

  /** What to show. `hasPlan`: whether the guide has a plan that lines could stand outside of. */
  warnings(hasPlan: boolean): ExtractWarning[] {
    return this.found
      .filter(({ isOutside }) => hasPlan || !isOutside)
      .map(({ warning }) => warning)
      .sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))
      .slice(0, mostWarnings)
  }

  private add(kind: ExtractWarning['kind'], source: Span, reason: string): void {
    if (this.isFull) return
    const text = cleanText(
      this.source.slice(source.start, Math.min(source.end, source.start + longestExcerpt)),
    )
    const warning = { kind, line: this.lineAt(source.start), source, text, reason }
    this.found.push({ warning, isOutside: kind === 'outside' })
  }
}
