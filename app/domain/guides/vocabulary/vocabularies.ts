/**
 * All languages at once: a guide is matched against every one, so nobody has to say which language
 * it is in, and a German guide with English track names works.
 *
 *     vocabularyWords((language) => language.joiners) // ['and', 'und', 'sowie']
 *     phrasePattern(['action plan']).test('Our Action-Plan') // true
 */
import { german } from './de'
import { english } from './en'
import type { Vocabulary } from './vocabulary'

export const vocabularies: readonly Vocabulary[] = [english, german]

/** One list of the words that every language gives for the same thing, each once. */
export function vocabularyWords(pick: (language: Vocabulary) => readonly string[]): string[] {
  return [...new Set(vocabularies.flatMap(pick).flatMap(spellingsOf))]
}

const withoutUmlaut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/** A word as it is listed, as the Swiss write it, and without umlauts: "maßnahme", "massnahme". */
function spellingsOf(word: string): string[] {
  const swiss = word.replaceAll('ß', 'ss')
  const plain = swiss.replace(/[äöü]/g, (letter) => withoutUmlaut[letter] ?? letter)
  return [word, swiss, plain]
}

/** The alternatives as the source of a regular expression, longest first, spaces matching hyphens too. */
export function phraseSource(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '[\\s-]'))
    .join('|')
}

/** Matches any of the phrases as whole words, anywhere; with `at: 'start'` only at the start. */
export function phrasePattern(
  phrases: readonly string[],
  at: 'start' | 'anywhere' = 'anywhere',
): RegExp {
  const before = at === 'start' ? '^' : '(?<![\\p{L}\\p{N}])'
  return new RegExp(`${before}(?:${phraseSource(phrases)})(?![\\p{L}\\p{N}])`, 'iu')
}

/**
 * The form in which short texts (headings, labels, cells) are compared: lower case, straight quotes
 * and plain hyphens, one space between words.
 */
export function comparable(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/ {2,}/g, ' ').trim().toLowerCase()
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** A lookup from every comparable phrase to what it stands for, all languages together. */
export function phraseLookup<Meaning extends string>(
  pick: (language: Vocabulary) => Record<Meaning, readonly string[]>,
): ReadonlyMap<string, Meaning> {
  const lookup = new Map<string, Meaning>()
  for (const language of vocabularies) {
    for (const [meaning, phrases] of Object.entries(pick(language)) as [Meaning, string[]][]) {
      for (const phrase of phrases.flatMap(spellingsOf)) {
        if (!lookup.has(phrase)) lookup.set(phrase, meaning)
      }
    }
  }
  return lookup
}
