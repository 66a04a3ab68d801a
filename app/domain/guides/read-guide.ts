/**
 * The one entry to guides: bytes or pasted text in, the plan and the text it was read from out.
 *
 *     const { text, plan } = readGuide({ bytes, fileName: 'phishing.txt' })
 *     text.slice(plan.items[0].source.start, plan.items[0].source.end) // the guide's own words
 *
 * A guide without a plan is no error: it has no items and a warning that says why.
 */
import { decodeText, ensureSize, ensureWords, normalisePastedText } from './readers/decode-text'
import { extractPlan } from './extractor/extract-plan'
import type { ExtractedPlan } from './extracted-plan'
import { guideFormatOf, guideReaders } from './formats'
import type { GuideFormat } from './formats'
import { limitTree } from './limit-tree'
import type { KnownRole } from './rules/split-owners'

export type GuideInput = {
  fileName?: string | undefined
  knownRoles?: readonly KnownRole[]
  /** Where it is known already, as for the HTML that a Word document was turned into. */
  format?: GuideFormat
} & ({ bytes: Uint8Array } | { text: string })

/** A text that is written anew may be so many times as long as the longest guide. */
const longestWritten = 4

export interface ReadGuide {
  format: GuideFormat
  /**
   * The text that every offset counts in; what a revision stores and hashes. Of HTML and Word
   * documents this is their plain text, of everything else what was uploaded, decoded.
   */
  text: string
  plan: ExtractedPlan
}

/** Reads a guide. Throws Invalid when it is empty, too large or no text; the sentence says what to do. */
export function readGuide(input: GuideInput): ReadGuide {
  const source = 'bytes' in input ? decodeText(input.bytes) : normalisePastedText(input.text)
  const format = input.format ?? guideFormatOf(source, input.fileName)
  const { text, tree } = guideReaders[format](source)
  ensureSize(text.length, longestWritten)
  ensureWords(text)
  return { format, text, plan: extractPlan(limitTree(tree, text), text, input.knownRoles) }
}
