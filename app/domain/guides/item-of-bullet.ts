/**
 * Reads one bullet or numbered step of a plan section.
 *
 *     '- Detection: Set up alerts. Review logs.'      track "detection", action "Set up alerts"
 *     '- Deploy Tools: Use a SIEM.' under a track     action "Deploy Tools", detail "Use a SIEM."
 *     '- **Keys** - rotate yearly'                    action "Keys", detail "rotate yearly"
 *     '- Close forms. (Owner: Principal)'             action "Close forms", owner "Principal"
 *     '- 30 days: Close forms; train staff'           two items for day 30
 *     '- Incident commander: CTO'                     no task: a role and who has it
 */
import type { Stage, Track } from '~/domain/shared/vocabulary'
import { cleanText, sliceRichText } from './document-tree'
import type { Block, ListItem, RichText } from './document-tree'
import { dueAtEnd } from './due-date-in-words'
import type { DateInWords } from './due-date-in-words'
import { firstSentenceEnd } from './first-sentence'
import { horizonOfLabel } from './horizon-of-heading'
import { fieldsOfLine, takeInlineFields } from './inline-fields'
import { addField, ambiguousDate, newDraft } from './item-draft'
import type { ItemDraft } from './item-draft'
import { labelOfBullet, dashLabelOfBullet } from './label-of-bullet'
import type { PlanSection } from './plan-section'
import type { RoleTest } from './split-owners'
import { trackOfLabel } from './track-of-label'

/** A bullet with more parts than this is no list of actions. */
const mostParts = 40

export interface BulletContext {
  section: PlanSection
  /** The track of the heading above; null when there is none. */
  track: Track | null
  roleOf: RoleTest
  /** Whether the bullet is the only one of its list. */
  isAlone: boolean
}

export type BulletReading = { drafts: ItemDraft[] } | { leftOut: string }

/** What the bullet's label says about the item, and the text that is left to be the action. */
interface Opening {
  body: RichText
  track: Track | null
  horizonDays: number | null
  owner: string | null
  /** The label when it is itself the action. */
  title: RichText | null
}

/** The items of one bullet, or why it is none. */
export function readBullet(item: ListItem, context: BulletContext): BulletReading {
  const { rest, fields } = takeInlineFields(item.text)
  const text = sliceRichText(
    rest,
    /^\[[ xX]?\]\s*/.exec(rest.text)?.[0].length ?? 0,
    rest.text.length,
  )
  if (!/[\p{L}\p{N}]/u.test(text.text))
    return { leftOut: 'There are no words in it that say what to do.' }
  if (isRoleAssignment(text, context)) {
    return { leftOut: 'It says who has a role; it is no task.' }
  }
  const opening = openingOf(text, context)
  const parts = partsOfBody(opening, context)
  const drafts = parts.map((part) => draftOf(part, opening, context, item))
  const last = drafts.at(-1)
  if (last) addNested(last, item.children, context.roleOf)
  for (const draft of drafts) {
    for (const field of fields)
      addField(draft, field.meaning, field.key, field.value, context.roleOf)
  }
  return { drafts }
}

function openingOf(text: RichText, context: BulletContext): Opening {
  const plain: Opening = {
    body: text,
    track: context.track,
    horizonDays: null,
    owner: null,
    title: null,
  }
  const label = labelOfBullet(text)
  const known = label ?? dashLabelOfBullet(text)
  if (known && known.body.text !== '') {
    const track = context.track === null ? trackOfLabel(known.label.text) : null
    if (track) return { ...plain, body: known.body, track }
    const horizonDays = horizonOfLabel(known.label.text)
    if (horizonDays !== null) return { ...plain, body: known.body, horizonDays }
    if (context.roleOf(known.label.text) === 'full') {
      return { ...plain, body: known.body, owner: known.label.text }
    }
  }
  const isLabelTheAction =
    label && (label.isBold || isLabelled(context.section.stage, context.track))
  return isLabelTheAction ? { ...plain, body: label.body, title: label.label } : plain
}

function isLabelled(stage: Stage, track: Track | null): boolean {
  return stage === 'first-steps' || track !== null
}

/** A whole horizon in one bullet: "A; B; C". Only where nothing else stands beside it. */
function partsOfBody(opening: Opening, context: BulletContext): RichText[] {
  const { body } = opening
  const mayHoldSeveral = opening.title === null && (opening.horizonDays !== null || context.isAlone)
  if (!mayHoldSeveral || !body.text.includes(';')) return [body]
  const parts: RichText[] = []
  let from = 0
  for (const piece of body.text.split(';')) {
    const part = sliceRichText(body, from, from + piece.length)
    from += piece.length + 1
    if (part.text !== '') parts.push(part)
  }
  const areActions = parts.every((part) => part.text.split(/\s+/).length >= 2)
  return areActions && parts.length > 1 && parts.length <= mostParts ? parts : [body]
}

function draftOf(
  part: RichText,
  opening: Opening,
  context: BulletContext,
  item: ListItem,
): ItemDraft {
  const { section } = context
  const isWhole = part === opening.body
  const source = isWhole ? item.text.span : part.span
  const draft = opening.title
    ? newDraft(section, opening.track, opening.title.text, source)
    : sentenceDraft(part.text.replace(/^(?:and|und)\s+/i, ''), opening, section, source)
  if (opening.title && part.text !== '') {
    draft.lines.push(cleanText(part.text))
    setDue(draft, part.text, dueAtEnd(part.text))
  }
  draft.horizonDays = opening.horizonDays
  if (opening.owner !== null) draft.owners.push(opening.owner)
  return draft
}

function sentenceDraft(
  text: string,
  opening: Opening,
  section: PlanSection,
  source: ItemDraft['source'],
): ItemDraft {
  const end = firstSentenceEnd(text)
  const sentence = text.slice(0, end)
  const due = dueAtEnd(sentence)
  const action =
    due && due.from > 0 ? sentence.slice(0, due.from).replace(/[\s,;(–—-]+$/, '') : sentence
  const draft = newDraft(section, opening.track, action, source)
  if (due && due.from > 0) setDue(draft, sentence, due)
  const rest = cleanText(text.slice(end))
  if (rest !== '') draft.lines.push(rest)
  return draft
}

function setDue(draft: ItemDraft, text: string, due: DateInWords | null): void {
  if (!due) return
  draft.dueOn = due.date
  if (due.isAmbiguous) draft.guesses.push(ambiguousDate(text.slice(due.from)))
}

/** Nested bullets become lines of detail, except those that state a field: "Owner: HR". */
function addNested(draft: ItemDraft, children: readonly Block[], roleOf: RoleTest): void {
  for (const child of children) {
    if (child.kind === 'list') {
      for (const item of child.items) {
        addNestedText(draft, item.text.text, roleOf)
        addNested(draft, item.children, roleOf)
      }
    } else if (child.kind === 'paragraph' || child.kind === 'heading') {
      addNestedText(draft, child.text.text, roleOf)
    } else if (child.kind === 'group') addNested(draft, child.children, roleOf)
    else if (child.kind === 'table') {
      for (const row of child.rows) {
        draft.lines.push(row.cells.map((cell) => cleanText(cell.text)).join(' | '))
      }
    }
  }
}

function addNestedText(draft: ItemDraft, text: string, roleOf: RoleTest): void {
  const fields = fieldsOfLine(text)
  if (!fields) {
    const line = cleanText(text)
    if (line !== '') draft.lines.push(line)
    return
  }
  for (const field of fields) addField(draft, field.meaning, field.key, field.value, roleOf)
}

/** "Incident commander: CTO": what follows the label is a role and nothing else. */
function isRoleAssignment(text: RichText, context: BulletContext): boolean {
  const label = labelOfBullet(text)
  if (!label || label.body.text === '' || label.body.text.length > 60) return false
  if (trackOfLabel(label.label.text) !== null) return false
  return context.roleOf(label.body.text.replace(/[.\s]+$/, '')) === 'full'
}

/** Whether a bullet starts with its own horizon, "30 days: …": a list of such is a plan by itself. */
export function startsWithHorizon(item: ListItem): boolean {
  const label = labelOfBullet(item.text)
  return label !== null && label.body.text !== '' && horizonOfLabel(label.label.text) !== null
}
