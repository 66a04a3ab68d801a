/**
 * A guide's earlier version against its later one, in three ways at once: what the guide said, what
 * it says, and what people made of its items in between. What nobody edited follows the guide; what
 * somebody edited stays theirs; where both changed the same field a person chooses, and theirs is
 * kept until they do.
 *
 *     const lines = revisionLines(compareItems(before, after), false)
 *     lines[0] // { kind: 'changed', changes: [{ field: 'outcome', before: …, after: …, kept: … }], … }
 *     mergedItem(lines[0], new Set(['outcome'])) // the item with the guide's outcome
 */
import type { Cadence } from '~/domain/shared/vocabulary'
import type { ItemComparison } from './compare-items'
import {
  fieldText,
  isSameField,
  itemFields,
  type ComparableItem,
  type ItemField,
} from './item-fields'

/** An item with the owner role it got. */
export interface SaidItem extends ComparableItem {
  ownerRoleId: string | null
  ownerRoleName: string | null
  /** Why the role is proposed; null where the guide or a person settled it. */
  ownerRoleProposal: string | null
  frameworkRefs: readonly string[]
}

/** An item of a template with both: what its guide says, and what stands there now. */
export interface RevisionItem {
  id: string
  version: number
  position: number
  /** As its guide has it; null for an item that somebody added. */
  guide: SaidItem | null
  stands: SaidItem & { cadence: Cadence | null }
  isDropped: boolean
  sourceStart: number | null
  sourceEnd: number | null
}

/** `carried` is an item that somebody added by hand; the later version keeps those of the earlier. */
export const revisionKinds = ['new', 'changed', 'gone', 'carried', 'unchanged'] as const
export type RevisionKind = (typeof revisionKinds)[number]

export interface FieldChange {
  field: ItemField
  /** What the guide said and says. They are the same where only people changed it. */
  before: string | null
  after: string | null
  /** What people wrote in its place, where they did and it is not what the guide says now. */
  kept: string | null
  /** The guide changed what people had changed: somebody has to choose. */
  isChoice: boolean
}

export interface RevisionLine {
  /** The later item's id, or the earlier one's where there is no later. */
  key: string
  kind: RevisionKind
  before: RevisionItem | null
  after: RevisionItem | null
  /** Fields that the guide changed, and fields that people changed. */
  changes: FieldChange[]
  /** The fields that the guide changed. */
  guideFields: ItemField[]
  /** The later version was taken over: what stands in it is what was chosen. */
  isAdopted: boolean
}

/** What the guide says of an item, or, of one that somebody added, what they wrote. */
export const saidOf = (item: RevisionItem): SaidItem => item.guide ?? item.stands

/** The pairs first, then what is new, then what is gone or carried over, each in its guide's order. */
export function revisionLines(
  { pairs, added, gone }: ItemComparison<RevisionItem, RevisionItem>,
  isAdopted: boolean,
): RevisionLine[] {
  const plain = { changes: [], guideFields: [], isAdopted }
  return [
    ...pairs.map(({ before, after }) => pairLine(before, after, isAdopted)),
    ...added.map((after) => {
      const kind = after.guide === null ? ('carried' as const) : ('new' as const)
      return { key: after.id, kind, before: null, after, ...plain }
    }),
    ...gone.map((before) => {
      const kind = before.guide === null ? ('carried' as const) : ('gone' as const)
      return { key: before.id, kind, before, after: null, ...plain }
    }),
  ]
}

function pairLine(before: RevisionItem, after: RevisionItem, isAdopted: boolean): RevisionLine {
  const isOwn = before.guide === null && after.guide === null
  const changes = itemFields.flatMap((field) => changeOf(field, before, after, isAdopted) ?? [])
  const guideFields = itemFields.filter((field) => !isOwn && isGuideChange(field, before, after))
  const kind = isOwn ? 'carried' : guideFields.length > 0 ? 'changed' : 'unchanged'
  return { key: after.id, kind, before, after, changes, guideFields, isAdopted }
}

const isGuideChange = (field: ItemField, before: RevisionItem, after: RevisionItem) =>
  !isSameField(saidOf(before), saidOf(after), field)

function changeOf(
  field: ItemField,
  before: RevisionItem,
  after: RevisionItem,
  isAdopted: boolean,
): FieldChange | null {
  const isChanged = isGuideChange(field, before, after)
  const { value, isChoice } = isAdopted
    ? { value: after.stands, isChoice: false }
    : fieldAfter(field, before, after)
  const kept = isKept(field, value, saidOf(after)) ? standsText(value, field) : null
  if (!isChanged && kept === null) return null
  const [was, is] = [fieldText(saidOf(before), field), fieldText(saidOf(after), field)]
  return { field, before: was, after: is, kept, isChoice }
}

const isKept = (field: ItemField, value: SaidItem, said: SaidItem) =>
  field === 'owner' ? isOwnerEdited(value, said) : !isSameField(value, said, field)

/** A person's choice of an owner is a role, whatever names the guide wrote. */
const standsText = (item: SaidItem, field: ItemField): string =>
  (field === 'owner' ? item.ownerRoleName : fieldText(item, field)) ?? 'Nothing'

/**
 * Whose value a field gets when the later version is taken over: the later item's own where somebody
 * edited that or nobody edited either, else what they made of the earlier one.
 */
function fieldAfter(
  field: ItemField,
  before: RevisionItem,
  after: RevisionItem,
): { value: RevisionItem['stands']; isChoice: boolean } {
  if (isEdited(after, field) || !isEdited(before, field)) {
    return { value: after.stands, isChoice: false }
  }
  const isSettled = isSameStanding(field, before.stands, after.stands)
  return { value: before.stands, isChoice: !isSettled && isGuideChange(field, before, after) }
}

/** Whether somebody wrote something else than the guide says; all of an item they added is theirs. */
export function isEdited({ guide, stands }: RevisionItem, field: ItemField): boolean {
  if (guide === null) return true
  return field === 'owner' ? isOwnerEdited(stands, guide) : !isSameField(stands, guide, field)
}

/** A role that is only proposed was chosen by nobody; one that was confirmed is somebody's choice. */
const isOwnerEdited = (stands: SaidItem, guide: SaidItem) =>
  stands.ownerRoleProposal === null &&
  (stands.ownerRoleId !== guide.ownerRoleId || guide.ownerRoleProposal !== null)

const isSameStanding = (field: ItemField, a: SaidItem, b: SaidItem) =>
  field === 'owner' ? a.ownerRoleId === b.ownerRoleId : isSameField(a, b, field)

/** What stands in the later item once the version is taken over. */
export type MergedItem = RevisionItem['stands'] & { isDropped: boolean }

/** @param taken the fields of a choice that get the guide's value instead of people's */
export function mergedItem(
  { before, after, isAdopted }: RevisionLine,
  taken: ReadonlySet<ItemField> = new Set(),
): MergedItem | null {
  if (after === null) return null
  const { isDropped, stands } = after
  if (before === null || isAdopted) return { ...stands, isDropped }
  const source = (field: ItemField) => {
    const { value, isChoice } = fieldAfter(field, before, after)
    return isChoice && taken.has(field) ? after.stands : value
  }
  const owner = source('owner')
  return {
    action: source('action').action,
    outcome: source('outcome').outcome,
    detail: source('detail').detail,
    stage: source('horizon').stage,
    horizonDays: source('horizon').horizonDays,
    track: source('track').track,
    priority: source('priority').priority,
    dueOn: source('date').dueOn,
    owners: stands.owners,
    ownerRoleId: owner.ownerRoleId,
    ownerRoleName: owner.ownerRoleName,
    ownerRoleProposal: owner.ownerRoleProposal,
    frameworkRefs: mergedRefs(before, after),
    cadence: stands.cadence ?? before.stands.cadence,
    isDropped: isDropped || before.isDropped,
  }
}

/** What the later version names, with what people added to the earlier one and without what they took out. */
function mergedRefs(before: RevisionItem, after: RevisionItem): string[] {
  const named = before.guide?.frameworkRefs ?? []
  const kept = before.stands.frameworkRefs
  const addedByHand = kept.filter((ref) => !named.includes(ref))
  const removedByHand = named.filter((ref) => !kept.includes(ref))
  const all = [...after.stands.frameworkRefs, ...addedByHand]
  return [...new Set(all)].filter((ref) => !removedByHand.includes(ref))
}

/** How many lines there are of each kind. */
export function countKinds(
  lines: readonly Pick<RevisionLine, 'kind'>[],
): Record<RevisionKind, number> {
  const counts = { new: 0, changed: 0, gone: 0, carried: 0, unchanged: 0 }
  for (const { kind } of lines) counts[kind] += 1
  return counts
}
