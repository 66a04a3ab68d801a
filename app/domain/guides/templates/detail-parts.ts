/**
 * The detail of an item in parts that each say one thing. The importer keeps columns and keys that
 * have no place of their own as “Column: value”, one behind the other; people read them better one
 * below the other.
 *
 *     detailParts('At each desk. Evidence to collect: a photograph; Cost: none')
 *     // [{ label: null, text: 'At each desk.' }, { label: 'Evidence to collect', text: 'a photograph' },
 *     //  { label: 'Cost', text: 'none' }]
 *
 * A part that only lists references which the item has anyway is left out: they are shown as such.
 */
import { frameworkRefCode, frameworkRefLabel } from '~/domain/frameworks/framework-ref'

export interface DetailPart {
  /** The column or key; null for the item's own words. */
  label: string | null
  text: string
}

/** A column's name: a few words that begin with a capital letter, up to a colon. */
const labelled = /^(\p{Lu}[\p{L}\p{N}\p{M}()&/ -]{1,39}): (?=\S)/u
/** Behind a semicolon or the end of a sentence. */
const joint = /(?:;|(?<=[.!?])) (?=\p{Lu}[\p{L}\p{N}\p{M}()&/ -]{1,39}: \S)/u

export function detailParts(
  detail: string | null | undefined,
  frameworkRefs: readonly string[] = [],
): DetailPart[] {
  const shown = new Set(
    frameworkRefs.flatMap((ref) => [frameworkRefLabel(ref), frameworkRefCode(ref)]),
  )
  const isShown = (text: string) => text.split(/[,;]\s*/).every((part) => shown.has(part.trim()))
  const parts: DetailPart[] = []
  for (const line of (detail ?? '').split('\n')) {
    for (const text of line.split(joint)) {
      const label = labelled.exec(text)?.[1] ?? null
      const value = label === null ? text : text.slice(label.length + 2)
      if (label !== null && isShown(value)) continue
      const last = parts.at(-1)
      // The item's own words keep their lines.
      if (label === null && last?.label === null) last.text += `\n${text}`
      else parts.push({ label, text: value })
    }
  }
  return parts
    .map(({ label, text }) => ({ label, text: text.trim() }))
    .filter(({ text }) => text !== '')
}
