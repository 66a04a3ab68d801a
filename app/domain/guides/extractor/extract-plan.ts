/**
 * Reads the plan out of a document tree: settles what is true of the document as a whole, then walks
 * its blocks. Pure; knows no file format.
 *
 *     extractPlan(readText('Guide\n30-day plan\n- Rotate keys. Log it.'), text).items
 *     // [{ stage: 'plan', horizonDays: 30, action: 'Rotate keys', detail: 'Log it.', … }]
 *
 * Each row or bullet inside a plan section becomes an item or a warning; text outside never
 * becomes an item.
 */
import type { DocumentTree, Heading } from '../document-tree'
import { putDayFirst } from '../rules/due-date-in-words'
import type { ExtractedPlan, ExtractWarning } from '../extracted-plan'
import { frameworksNamed } from '../rules/frameworks-named'
import { finishItem } from './item-draft'
import { splitOwnersOfGuide } from '../rules/owners-of-guide'
import type { PlanRecord } from './plan-record'
import { PlanWalk } from './plan-walk'
import { rolesOfLegend } from '../rules/roles-of-legend'
import { roleTest } from '../rules/split-owners'
import type { KnownRole } from '../rules/split-owners'
import { textsOfTree } from './texts-of-tree'
import { titleOf } from '../rules/title-of'

/**
 * The plan in `tree`, which was read from `text`. `knownRoles` are the organisation's own roles:
 * they decide where an owner cell names two people. Never throws.
 */
export function extractPlan(
  tree: DocumentTree,
  text: string,
  knownRoles: readonly KnownRole[] = [],
): ExtractedPlan {
  const title = titleOf(tree)
  const texts = textsOfTree(tree)
  const roleOf = roleTest([...knownRoles, ...rolesOfLegend(tree)])
  const known = { roleOf, isDayFirst: putDayFirst(texts) }
  const isLoose = !hasHeadingBeside(tree, title.headings)
  const walk = (titles: readonly Heading[], isLenient = false) =>
    new PlanWalk(text, known, titles, isLoose, isLenient).read(tree.blocks)
  let found = walk(title.headings)
  if (found.drafts.length === 0 && title.headings.length > 0) {
    const withTitle = walk(title.headings.slice(1))
    if (withTitle.drafts.length > 0) found = withTitle
  }
  if (found.drafts.length === 0 && found.hasPlanHeading) {
    const lenient = walk(title.headings, true)
    if (lenient.drafts.length > 0) found = lenient
  }
  const isEmpty = found.drafts.length === 0
  const warnings = found.log.warnings(found.hasPlanHeading || !isEmpty)
  return {
    title: title.text,
    frameworks: frameworksNamed([title.text ?? '', ...texts]),
    items: splitOwnersOfGuide(found.drafts.map(finishItem), roleOf),
    sections: found.sections,
    warnings: isEmpty ? [noPlanWarning(found), ...warnings] : warnings,
    unread: found.log.unread,
  }
}

function hasHeadingBeside(tree: DocumentTree, titles: readonly Heading[]): boolean {
  const beside = new Set<unknown>(titles)
  return tree.blocks.some((block) => block.kind === 'heading' && !beside.has(block))
}

function noPlanWarning(found: PlanRecord): ExtractWarning {
  const reason = found.hasPlanHeading
    ? 'There is a heading of a plan, but no table row, bullet or numbered step below it that says what to do.'
    : found.hasHeading
      ? 'No heading names a plan: none says what to do first, or gives a number of days, weeks or months.'
      : 'No headings were found, so nothing says where a plan starts.'
  return {
    kind: 'no-plan',
    line: null,
    source: null,
    text: '',
    reason: `No plan was found. ${reason}`,
  }
}
