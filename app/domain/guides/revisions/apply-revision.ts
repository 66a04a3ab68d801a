/**
 * What a guide's later version does to a plan that was started from the earlier one. Pure: it is
 * asked before, to show it, and again when it is done, so that nothing happens that was not shown.
 *
 *     planEffects(lines, tasks, rootOf)
 *     // Map { 'i7' => [{ kind: 'update', task, fields: ['outcome'], kept: [] }], 'i9' => [{ kind: 'add' }] }
 *
 * Only unfinished tasks change, and of them only the words: dates, people, comments, evidence and
 * states stay. What is gone from the guide is marked, not cancelled. What somebody wrote into a task
 * stays theirs until somebody chooses the guide's. Once it was applied, nothing is left to do.
 */
import { isSameWord, wordFields, wordText, type ItemWords, type WordField } from './item-fields'
import { mergedItem, saidOf, type MergedItem, type RevisionLine } from './revision-diff'
import { comparable } from '../vocabulary/vocabularies'
import { isFinished } from '~/domain/tasks/task'

/** A task of the plan, cancelled ones included. */
export interface PlanTask extends ItemWords {
  id: string
  reference: number
  templateItemId: string | null
  completedAt: Date | null
  cancelledAt: Date | null
  goneFromGuideAt: Date | null
  version: number
}

/** Somebody wrote something else into the task than the earlier version had. */
export interface KeptWord {
  field: WordField
  kept: string | null
  guide: string | null
}

export type TaskEffect =
  | { kind: 'add' }
  | { kind: 'update'; task: PlanTask; fields: WordField[]; kept: KeptWord[] }
  /** Done or cancelled: it stays as it is, whatever the guide says now. */
  | { kind: 'stay'; task: PlanTask }
  | { kind: 'mark-gone'; task: PlanTask }
  /** An earlier version had it, the one after not, and now it is there again. */
  | { kind: 'mark-back'; task: PlanTask }

/** What the guide changes in a plan; the others need no decision. */
export const isWork = ({ kind }: TaskEffect): boolean => kind !== 'stay'

/**
 * The effects by line; a line without any does nothing.
 *
 * @param rootOf the item of the earlier version that an item of a still earlier one became
 */
export function planEffects(
  lines: readonly RevisionLine[],
  tasks: readonly PlanTask[],
  rootOf: ReadonlyMap<string, string>,
): Map<string, TaskEffect[]> {
  const byItem = groupByItem(tasks, rootOf)
  const effects = new Map<string, TaskEffect[]>()
  for (const line of lines) {
    const own = [line.before?.id, line.after?.id].flatMap((id) => (id && byItem.get(id)) || [])
    const found = line.kind === 'new' ? effectsOfNew(line, own, tasks) : effectsOfOld(line, own)
    if (found.length > 0) effects.set(line.key, found)
  }
  return effects
}

function groupByItem(tasks: readonly PlanTask[], rootOf: ReadonlyMap<string, string>) {
  const byItem = new Map<string, PlanTask[]>()
  for (const task of tasks) {
    if (task.templateItemId === null) continue
    const itemId = rootOf.get(task.templateItemId) ?? task.templateItemId
    const list = byItem.get(itemId)
    if (list) list.push(task)
    else byItem.set(itemId, [task])
  }
  return byItem
}

function effectsOfNew(
  { after }: RevisionLine,
  own: readonly PlanTask[],
  tasks: readonly PlanTask[],
): TaskEffect[] {
  if (!after || after.isDropped || own.length > 0) return []
  const action = comparable(after.stands.action)
  const back = tasks.find(
    (task) => task.goneFromGuideAt && !isFinished(task) && comparable(task.action) === action,
  )
  return [back ? { kind: 'mark-back', task: back } : { kind: 'add' }]
}

function effectsOfOld(line: RevisionLine, own: readonly PlanTask[]): TaskEffect[] {
  if (line.kind === 'gone') return own.flatMap(effectOfGone)
  if (line.kind !== 'changed') return []
  return own.flatMap((task) => effectOfChanged(line, task) ?? [])
}

function effectOfGone(task: PlanTask): TaskEffect[] {
  if (isFinished(task)) return [{ kind: 'stay', task }]
  return task.goneFromGuideAt ? [] : [{ kind: 'mark-gone', task }]
}

/** A task that points at the later item already took it over. */
function effectOfChanged(line: RevisionLine, task: PlanTask): TaskEffect | null {
  const target = mergedItem(line)
  if (!target || !line.before || task.templateItemId === line.after?.id) return null
  if (isFinished(task)) return { kind: 'stay', task }
  const differing = wordFields.filter(
    (field) => line.guideFields.includes(field) && !isSameWord(task, target, field),
  )
  const versions = [line.before.stands, saidOf(line.before)]
  const isUntouched = (field: WordField) =>
    versions.some((version) => isSameWord(task, version, field))
  const fields = differing.filter(isUntouched)
  const kept = differing
    .filter((field) => !isUntouched(field))
    .map((field) => ({ field, kept: wordText(task, field), guide: wordText(target, field) }))
  return fields.length + kept.length > 0 ? { kind: 'update', task, fields, kept } : null
}

/** The columns of a task that take over the given fields. */
export function wordColumns(target: MergedItem, fields: readonly WordField[]): Partial<ItemWords> {
  const { stage, horizonDays } = target
  return Object.assign(
    {},
    ...fields.map((field) =>
      field === 'horizon' ? { stage, horizonDays } : { [field]: target[field] },
    ),
  ) as Partial<ItemWords>
}

/**
 * The later item that each unfinished task belongs to from now on, for the tasks that take it over:
 * what is unchanged, what is applied, and what somebody keeps their own words in.
 *
 * @param isChosen whether a line is applied; of one that is not, the task stays with the earlier item
 */
export function nextItems(
  lines: readonly RevisionLine[],
  tasks: readonly PlanTask[],
  rootOf: ReadonlyMap<string, string>,
  isChosen: (key: string) => boolean,
): { taskId: string; itemId: string }[] {
  const effects = planEffects(lines, tasks, rootOf)
  const byItem = groupByItem(tasks, rootOf)
  return lines.flatMap(({ key, before, after }) => {
    if (!before || !after) return []
    if (!isChosen(key) && (effects.get(key) ?? []).some(isWork)) return []
    return (byItem.get(before.id) ?? [])
      .filter((task) => !isFinished(task))
      .map(({ id }) => ({ taskId: id, itemId: after.id }))
  })
}
