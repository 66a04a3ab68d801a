/**
 * A list of phrases written as text with commas, so that a language's file stays readable.
 *
 *     phrases(`do first, first steps,
 *       start here`) // ['do first', 'first steps', 'start here']
 */
export function phrases(text: string): string[] {
  return text
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '')
}
