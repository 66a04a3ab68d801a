/**
 * The lines of a text with their offsets, without copying the text.
 *
 *     textLines('a\nbc') // [{ start: 0, end: 1 }, { start: 2, end: 4 }]
 *     lineCounter('a\nbc')(3) // 2
 */
import type { Span } from '../document-tree'

/**
 * Every line of the text, or of the part of it at `part`, its end before the line feed. Line ends
 * are `\n` alone; decoding saw to that.
 */
export function textLines(text: string, part: Span = { start: 0, end: text.length }): Span[] {
  const lines: Span[] = []
  let start = part.start
  for (;;) {
    const end = text.indexOf('\n', start)
    if (end === -1 || end >= part.end) {
      lines.push({ start, end: part.end })
      return lines
    }
    lines.push({ start, end })
    start = end + 1
  }
}

/** A function from an offset to its line number, counted from 1; each call is a binary search. */
export function lineCounter(text: string): (offset: number) => number {
  let starts: number[] | null = null
  return (offset) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
