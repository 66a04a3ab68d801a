/**
 * The plan of a text that was imported before, as its revision stores it: the same offsets. It says
 * what the guide itself says, whatever people made of the items since. Of pages, Word documents and
 * registers the revision has the plain text that was written from them, and that is read as text.
 *
 *     rereadGuide({ text: revision.text, format: revision.format }).items
 */
import { extractPlan } from './extractor/extract-plan'
import type { ExtractedPlan } from './extracted-plan'
import { guideReaders, type GuideFormat } from './formats'
import type { KnownRole } from './rules/split-owners'

export function rereadGuide(
  { text, format }: { text: string; format: string },
  knownRoles: readonly KnownRole[] = [],
): ExtractedPlan {
  const reader: GuideFormat = format === 'markdown' ? 'markdown' : 'text'
  const read = guideReaders[reader](text)
  return extractPlan(read.tree, read.text, knownRoles)
}
