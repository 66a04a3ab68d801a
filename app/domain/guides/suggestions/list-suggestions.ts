/**
 * Every suggestion for the items of a guide, kind by kind, each with its reason. Pure: the same items
 * give the same suggestions, so a form that names one can be checked against what is suggested now.
 *
 *     listSuggestions({ items, text, roles, tasks }).map(({ key }) => key)
 *     // ['owner-role:018f…:018e…', 'cadence:0190…:quarterly', 'split:0190…:2']
 */
import {
  suggestFrameworkRefs,
  type FrameworkSuggestion,
} from '~/domain/frameworks/suggest-framework-refs'
import { horizonLabel } from '~/domain/tasks/plan-grouping'
import type { OrganisationRole } from '../templates/match-owner-role'
import { proposeOwnerRole } from '../templates/propose-owner-role'
import type { TemplateItemView } from '../templates/template-views'
import { cadenceOfText } from './cadence-of-text'
import { findDoubles } from './find-doubles'
import { findOverlaps } from './find-overlaps'
import { overlapKey } from './overlap-key'
import { quotedWords } from './same-thing'
import { splitItem } from './split-item'
import { suggestionKey, type FrameworkGround, type Suggestion } from './suggestion'

/** An unfinished task of a running plan. */
export interface RunningTask {
  id: string
  reference: number
  action: string
  outcome: string | null
  detail: string | null
  planId: string
  planTitle: string
}

export interface SuggestionInput {
  /** Those that are not dropped, in the guide's order. */
  items: readonly TemplateItemView[]
  /** The guide's text. */
  text: string
  roles: readonly OrganisationRole[]
  tasks: readonly RunningTask[]
}

export function listSuggestions(input: SuggestionInput): Suggestion[] {
  const { items, text, roles } = input
  return [
    ...items.flatMap((item) => ownerRoleSuggestion(item, roles)),
    ...items.flatMap(cadenceSuggestion),
    ...items.flatMap((item) => splitSuggestion(item, text)),
    ...doubleSuggestions(items),
    ...overlapSuggestions(input),
    ...items.flatMap(frameworkSuggestion),
  ]
}

const subjectOf = ({ id, action, version }: TemplateItemView) => ({
  itemId: id,
  action,
  stamp: String(version),
})

function ownerRoleSuggestion(
  item: TemplateItemView,
  roles: readonly OrganisationRole[],
): Suggestion[] {
  const { ownerRoleId, ownerRoleProposal } = item
  if (ownerRoleId !== null && ownerRoleProposal === null) return []
  const proposal =
    ownerRoleId !== null && ownerRoleProposal !== null
      ? { roleId: ownerRoleId, reason: ownerRoleProposal }
      : proposeOwnerRole(item, roles)
  const role = roles.find(({ id }) => id === proposal?.roleId)
  if (!proposal || !role) return []
  const key = suggestionKey('owner-role', item.id, role.id)
  const { reason } = proposal
  const [roleId, roleName] = [role.id, role.name]
  return [{ ...subjectOf(item), kind: 'owner-role', key, reason, roleId, roleName }]
}

function cadenceSuggestion(item: TemplateItemView): Suggestion[] {
  const found = item.cadence === null ? cadenceOfText(item.action, item.detail) : null
  if (!found) return []
  const { cadence, reason } = found
  const key = suggestionKey('cadence', item.id, cadence)
  return [{ ...subjectOf(item), kind: 'cadence', key, reason, cadence }]
}

function splitSuggestion(item: TemplateItemView, text: string): Suggestion[] {
  const parts = splitItem(item, text)?.map(({ action }) => action)
  if (!parts) return []
  const key = suggestionKey('split', item.id, String(parts.length))
  const reason = `${parts.length} parts of it each begin with something to do.`
  return [{ ...subjectOf(item), kind: 'split', key, reason, parts }]
}

function doubleSuggestions(items: readonly TemplateItemView[]): Suggestion[] {
  return findDoubles(items).map(({ firstStep, item, shared }) => ({
    ...subjectOf(firstStep),
    stamp: `${firstStep.version}.${item.version}`,
    kind: 'double',
    key: suggestionKey('double', firstStep.id, item.id),
    reason: `Both speak of ${quotedWords(shared)}.`,
    other: {
      id: item.id,
      action: item.action,
      horizonLabel: horizonLabel(item.horizonDays, item.stage),
    },
  }))
}

function overlapSuggestions({ items, tasks }: SuggestionInput): Suggestion[] {
  return findOverlaps(items, tasks).map(({ item, task, shared }) => {
    const { id, reference, action, planId, planTitle } = task
    return {
      ...subjectOf(item),
      kind: 'overlap',
      key: overlapKey(item.id, id),
      reason: `Both speak of ${quotedWords(shared)}.`,
      task: { id, reference, action, planId, planTitle },
    }
  })
}

function frameworkSuggestion(item: TemplateItemView): Suggestion[] {
  if (item.frameworkRefs.length > 0) return []
  const found = suggestFrameworkRefs(item)
  if (found.length === 0) return []
  return [
    {
      ...subjectOf(item),
      kind: 'framework',
      key: suggestionKey('framework', item.id),
      reason: found.map(({ reason }) => reason).join(' '),
      refs: found.map(({ ref }) => ref),
      grounds: groundsOf(found),
    },
  ]
}

/** The references in their order, under what they have in common. */
function groundsOf(found: readonly FrameworkSuggestion[]): FrameworkGround[] {
  const grounds = new Map<string, FrameworkGround>()
  for (const { ref, said, because } of found) {
    const ground = grounds.get(said) ?? { said, refs: [] }
    ground.refs.push({ ref, because })
    grounds.set(said, ground)
  }
  return [...grounds.values()]
}
