/**
 * The part of a guide's text that a page shows. Guides are some pages long and are shown whole; of a
 * text too long for a page the stretch around one place is cut out, at line ends.
 *
 *     textWindow('a\nb\nc', 2, 100) // { start: 0, text: 'a\nb\nc' }
 */

/** Characters that a page shows at most; a guide of forty pages fits. */
export const longestShownText = 150_000

/** The stretch of at most `size` characters around offset `around`, and where it begins. */
export function textWindow(
  text: string,
  around: number,
  size = longestShownText,
): { start: number; text: string } {
  if (text.length <= size) return { start: 0, text }
  const wanted = Math.max(0, Math.min(around - Math.floor(size / 4), text.length - size))
  const start = wanted === 0 ? 0 : lineStartAt(text, wanted)
  const end = Math.min(text.length, wanted + size)
  const lastBreak = end === text.length ? end : text.lastIndexOf('\n', end)
  return { start, text: text.slice(start, lastBreak > start ? lastBreak : end) }
}

/** The start of the next line after `offset`, or `offset` itself inside one endless line. */
function lineStartAt(text: string, offset: number): number {
  const next = text.indexOf('\n', offset)
  return next === -1 || next - offset > 2_000 ? offset : next + 1
}
