/**
 * The one entry to guides: bytes or pasted text in, the plan and the text it was read from out.
 *
 *     const { text, plan } = readGuide({ bytes, fileName: 'phishing.txt' })
 *     text.slice(plan.items[0].source.start, plan.items[0].source.end) // the guide's own words
 *
 * A guide without a plan is no error: it has no items and a warning that says why.
 */
import { decodeText, normalisePastedText } from './decode-text'
import { extractPlan } from './extract-plan'
import type { ExtractedPlan } from './extracted-plan'
import { guideFormatOf, guideReaders } from './formats'
import type { GuideFormat } from './formats'
import type { KnownRole } from './split-owners'

export type GuideInput = { fileName?: string; knownRoles?: readonly KnownRole[] } & (
  { bytes: Uint8Array } | { text: string }
)

export interface ReadGuide {
  format: GuideFormat
  /** The decoded text that every offset counts in; what a revision stores and hashes. */
  text: string
  plan: ExtractedPlan
}

/** Reads a guide. Throws Invalid when it is empty, too large or no text; the sentence says what to do. */
export function readGuide(input: GuideInput): ReadGuide {
  const text = 'bytes' in input ? decodeText(input.bytes) : normalisePastedText(input.text)
  const format = guideFormatOf(text, input.fileName)
  const tree = guideReaders[format](text)
  return { format, text, plan: extractPlan(tree, text, input.knownRoles) }
}
