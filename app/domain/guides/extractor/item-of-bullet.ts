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
import type { Priority, Track } from '~/domain/shared/vocabulary'
import { cleanText, sliceRichText } from '../document-tree'
import type { Block, ListItem, RichText, Span } from '../document-tree'
import { datesInWords, dueAtEnd } from '../rules/due-date-in-words'
import type { DateInWords } from '../rules/due-date-in-words'
import { firstSentenceEnd } from '../rules/first-sentence'
import { horizonOfBulletLabel } from '../rules/horizon-of-heading'
import { horizonsIn } from '../rules/horizons-in-words'
import { fieldsOfLine, takeBracketAtStart, takeInlineFields } from './inline-fields'
import type { InlineField } from './inline-fields'
import { addField, ambiguousDate, newDraft, withoutSymbols } from './item-draft'
import type { GuideKnowledge, ItemDraft } from './item-draft'
import { isPlaceholder } from './item-of-row'
import { dashLabelOfBullet, isStepNumber, labelOfBullet, namesTime } from '../rules/label-of-bullet'
import type { PlanSection } from './plan-section'
import { priorityOfTag } from '../rules/priority-of-label'
import { startsWithVerb } from '../rules/prose-actions'
import { trackOfLabel } from '../rules/track-of-label'
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

/** "Total: 12 hours" */
const totals = new RegExp(
  `^(?:${phraseSource(vocabularyWords((words) => words.totals))})(?![\\p{L}\\p{N}])`,
  'iu',
)
/** A box to tick, typed or drawn. */
const boxMark = /^(?:\[[ xX]?\]|[☐☑☒⬜❏❑])\s*/u
const joinerAtStart = new RegExp(
  `^(?:${phraseSource(vocabularyWords((words) => words.joiners))})\\s+`,
  'iu',
)
/** A bullet with more parts than this is no list of actions. */
const mostParts = 40

export interface BulletContext {
  section: PlanSection
  /** The track of the heading above; null when there is none. */
  track: Track | null
  /** Whether the heading above names tracks, so that a bullet's label is its action. */
  isOfTracks: boolean
  known: GuideKnowledge
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
  priority: Priority | null
  /** The label when it is itself the action. */
  title: RichText | null
}

/** The items of one bullet, or why it is none. */
export function readBullet(item: ListItem, context: BulletContext): BulletReading {
  const { known } = context
  const whole = openingOf(withoutMark(item.text), context)
  const parts = partsOfBody(whole, context)
  if (parts.length > 1) return { drafts: readParts(parts, whole, item, context) }
  const { rest, fields } = takeInlineFields(item.text, known)
  const text = withoutMark(rest)
  if (/\?\s*$/.test(text.text)) return { leftOut: 'It is a question.' }
  if (/^\s*[❌✗✘🚫⛔]/u.test(text.text)) return { leftOut: 'It says what not to do.' }
  const opening = openingBeside(fields, text, context)
  if (!saysSomething(opening) || isAnswer(text)) {
    return { leftOut: 'There are no words in it that say what to do.' }
  }
  if (isRoleAssignment(text, known)) return { leftOut: 'It says who has a role; it is no task.' }
  const inBody = opening.title === null ? null : takeBracketAtStart(opening.body, known)
  const body = inBody?.rest ?? opening.body
  const draft = draftOf(body, { ...opening, body }, context, item.text.span)
  addNested(draft, item.children, known)
  addFields(draft, [...(inBody?.fields ?? []), ...fields], known)
  return { drafts: [draft] }
}

/** "A (Owner: HR); B": each part with what it says about itself. */
function readParts(
  parts: readonly RichText[],
  opening: Opening,
  item: ListItem,
  context: BulletContext,
): ItemDraft[] {
  const drafts = parts.map((part) => {
    const { rest, fields } = takeInlineFields(part, context.known)
    const draft = draftOf(rest, { ...opening, body: rest }, context, part.span)
    addFields(draft, fields, context.known)
    return draft
  })
  const last = drafts.at(-1)
  if (last) addNested(last, item.children, context.known)
  return drafts
}

function withoutMark(text: RichText): RichText {
  const mark = boxMark.exec(text.text.slice(0, 10))
  return mark ? sliceRichText(text, mark[0].length, text.text.length) : text
}

function addFields(draft: ItemDraft, fields: readonly InlineField[], known: GuideKnowledge): void {
  for (const { meaning, key, value, guess } of fields) {
    addField(draft, meaning, key, value, known)
    if (guess) draft.guesses.push(guess)
  }
}

/** "**Password manager** – everyone moves (Owner: CTO)" says who, so its label is no owner. */
function openingBeside(
  fields: readonly InlineField[],
  text: RichText,
  context: BulletContext,
): Opening {
  const opening = openingOf(text, context)
  if (opening.owner === null || !fields.some(({ meaning }) => meaning === 'owner')) return opening
  return openingOf(text, { ...context, known: { ...context.known, roleOf: () => null } })
}

function openingOf(text: RichText, context: BulletContext): Opening {
  const plain: Opening = {
    body: text,
    track: context.track,
    horizonDays: null,
    owner: null,
    priority: null,
    title: null,
  }
  const label = labelOfBullet(text)
  const known = label ?? dashLabelOfBullet(text)
  if (known && known.body.text !== '') {
    const opening = openingOfKnown(known.label.text, plain, context)
    if (opening) return { ...opening, body: known.body }
    if (isStepNumber(known.label.text) || namesTime(known.label.text)) {
      return openingOf(known.body, context)
    }
  }
  const isLabelTheAction = label && (label.isBold || isLabelled(context))
  return isLabelTheAction ? { ...plain, body: label.body, title: label.label } : plain
}

/** A label that says when, who or in which track: "Detection", "30 days", "HR", "Recovery (HR)". */
function openingOfKnown(label: string, plain: Opening, context: BulletContext): Opening | null {
  const { roleOf } = context.known
  const priority = priorityOfTag(withoutSymbols(label))
  if (priority) return { ...plain, priority }
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/.exec(label)
  const owner = bracket && roleOf(bracket[2] ?? '') === 'full' ? (bracket[2] ?? null) : null
  const name = owner === null ? label : (bracket?.[1] ?? label)
  const track = context.track === null ? trackOfLabel(name) : null
  if (track) return { ...plain, track, owner }
  const horizonDays = horizonOfBulletLabel(label)
  if (horizonDays !== null) return { ...plain, horizonDays }
  const isTitle = isLabelled(context) || startsWithVerb(label)
  return !isTitle && roleOf(label) === 'full' ? { ...plain, owner: label } : null
}

/** Whether a bullet's label is its action, since the headings above say all else. */
export function isLabelled({
  section,
  isOfTracks,
}: Pick<BulletContext, 'section' | 'isOfTracks'>): boolean {
  return section.stage === 'first-steps' || isOfTracks
}

/** Words to be the action, and not only a date, a time or a placeholder: "Client: [name]". */
function saysSomething({ body, title }: Opening): boolean {
  if (isPlaceholder(body.text)) return false
  if (title !== null) return /[\p{L}\p{N}]/u.test(title.text)
  if (body.text.length > 120) return true
  if (!/\d/.test(body.text)) return /\p{L}|\p{N}/u.test(body.text)
  let rest = comparable(body.text)
  for (const found of [datesInWords, horizonsIn]) {
    for (const { from, to } of found(rest).reverse()) rest = rest.slice(0, from) + rest.slice(to)
  }
  return /\p{L}{2}/u.test(rest.replace(totals, ''))
}

/** "$5K–$15K (optional)", "~ 300 €" */
const amount =
  /^[~<>≈\s]*(?:[$€£]\s?\d[\d.,]*\s?[km]?|\d[\d.,]*\s?[km]?\s?[€£])(?:\s*[-–]\s*[$€£]?\s?\d[\d.,]*\s?[km]?\s?[€£]?)?(?:\s*\([^()]*\))?\.?$/i

/** "Defined: No", "Approved: TBD", "Licences: $300": an answer behind a colon. */
function isAnswer(text: RichText): boolean {
  const label = labelOfBullet(text)
  if (label === null || startsWithVerb(label.label.text)) return false
  const { text: body } = label.body
  return isPlaceholder(body) || (body.length < 80 && amount.test(body))
}

/** A whole horizon in one bullet: "A; B; C". Only where nothing else stands beside it. */
function partsOfBody(opening: Opening, context: BulletContext): RichText[] {
  const { body } = opening
  const mayHoldSeveral = opening.title === null && (opening.horizonDays !== null || context.isAlone)
  if (!mayHoldSeveral || !body.text.includes(';')) return [body]
  const parts: RichText[] = []
  let from = 0
  for (const to of [...semicolonsIn(body.text), body.text.length]) {
    const part = sliceRichText(body, from, to)
    from = to + 1
    if (part.text !== '') parts.push(part)
    if (parts.length > mostParts) return [body]
  }
  const areActions = parts.every((part) => part.text.split(/\s+/).length >= 2)
  return areActions && parts.length > 1 ? parts : [body]
}

/** Where the semicolons stand that are not in brackets. From the end, so that each sign is seen once. */
function semicolonsIn(text: string): number[] {
  const found: number[] = []
  let isInBracket = false
  for (let at = text.length - 1; at >= 0; at--) {
    const character = text[at]
    if (character === ')' || character === '(') isInBracket = character === ')'
    else if (character === ';' && !isInBracket) found.push(at)
  }
  return found.reverse()
}

function draftOf(
  part: RichText,
  opening: Opening,
  context: BulletContext,
  source: Span,
): ItemDraft {
  const { section, known } = context
  const draft = opening.title
    ? newDraft(section, opening.track, opening.title.text, source)
    : sentenceDraft(part.text.replace(joinerAtStart, ''), opening, context, source)
  if (opening.title && part.text !== '') {
    draft.lines.push(cleanText(part.text))
    setDue(draft, part.text, dueAtEnd(part.text, known.isDayFirst))
  }
  draft.horizonDays = opening.horizonDays
  draft.priority = opening.priority
  if (opening.owner !== null) {
    draft.owners.push(opening.owner)
    draft.guesses.push(`“${opening.owner}”, which stands before the action, is taken as its owner.`)
  }
  return draft
}

function sentenceDraft(
  text: string,
  opening: Opening,
  { section, known }: BulletContext,
  source: ItemDraft['source'],
): ItemDraft {
  const end = firstSentenceEnd(text)
  const sentence = text.slice(0, end)
  const due = dueAtEnd(sentence, known.isDayFirst)
  const action =
    due && due.from > 0 ? sentence.slice(0, due.from).replace(/[\s,;(–—-]+$/, '') : sentence
  const draft = newDraft(section, opening.track, action.replace(/\s*:\s*$/, ''), source)
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
function addNested(draft: ItemDraft, children: readonly Block[], known: GuideKnowledge): void {
  for (const child of children) {
    if (child.kind === 'list') {
      for (const item of child.items) {
        addNestedText(draft, item.text.text, known)
        addNested(draft, item.children, known)
      }
    } else if (child.kind === 'paragraph' || child.kind === 'heading') {
      addNestedText(draft, child.text.text, known)
    } else if (child.kind === 'group') addNested(draft, child.children, known)
    else if (child.kind === 'table') {
      for (const row of child.rows) {
        draft.lines.push(row.cells.map((cell) => cleanText(cell.text)).join(' | '))
      }
    }
  }
}

function addNestedText(draft: ItemDraft, text: string, known: GuideKnowledge): void {
  const fields = fieldsOfLine(text)
  if (!fields) {
    const line = cleanText(text).replace(boxMark, '')
    if (line !== '') draft.lines.push(line)
    return
  }
  for (const field of fields) addField(draft, field.meaning, field.key, field.value, known)
}

/** "Incident commander: CTO": what follows the label is a role and nothing else. */
export function isRoleAssignment(text: RichText, { roleOf }: GuideKnowledge): boolean {
  const label = labelOfBullet(text)
  if (!label || label.body.text === '' || label.body.text.length > 60) return false
  if (trackOfLabel(label.label.text) !== null) return false
  const isSentence = startsWithVerb(label.body.text) && label.body.text.split(/\s+/).length > 2
  return !isSentence && roleOf(label.body.text.replace(/[.\s]+$/, '')) === 'full'
}
