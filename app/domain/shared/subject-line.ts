/**
 * Text written by people becomes part of a mail header here, so it is reduced to one line: line
 * breaks and control characters end nothing and start nothing, and direction overrides cannot
 * dress the rest of the line up.
 *
 *     subjectLine('Overdue: a\r\nBcc: x@example.com') // 'Overdue: a Bcc: x@example.com'
 *     shorten('Review every vendor account', 16)      // 'Review every…'
 */

/** Control characters and line separators (C0, C1, U+2028, U+2029). */
// eslint-disable-next-line no-control-regex -- removing control characters is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
/** Invisible marks that reorder what is shown: embeddings, overrides and isolates. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g

/** Phones show about forty characters of a subject and desktop clients about eighty. */
const SUBJECT_LENGTH = 100

/** One line of readable text: no control characters, no runs of spaces, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').replace(DIRECTION, '').replace(/\s+/gu, ' ').trim()
}

/**
 * At most `length` characters, cut between words where that loses less than a third, ending in an
 * ellipsis when something was cut. Characters are counted as code points, so none is halved.
 */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  if (characters.length <= length) return text
  const cut = characters.slice(0, length - 1).join('')
  const space = cut.lastIndexOf(' ')
  const kept = space > cut.length * (2 / 3) ? cut.slice(0, space) : cut
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`
}

/** A subject without line breaks, at most a hundred characters long. */
export function subjectLine(text: string): string {
  return shorten(oneLine(text), SUBJECT_LENGTH)
}
