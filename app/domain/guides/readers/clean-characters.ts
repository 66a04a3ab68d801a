/**
 * Takes out of a text what nobody sees: byte order marks, soft hyphens, zero-width spaces; and what
 * is no character at all. Every reader's text has gone through here.
 *
 *     cleanCharacters('pre\u00ADvention') // 'prevention'
 */

/** The text without invisible hints; what is no character becomes the replacement character. */
export function cleanCharacters(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[^\P{Cc}\t\n]/gu, '\uFFFD')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}
