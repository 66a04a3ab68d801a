import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import {
  isWork,
  nextItems,
  wordColumns,
  type TaskEffect,
} from '~/domain/guides/revisions/apply-revision'
import { itemFieldLabel, wordFields, type WordField } from '~/domain/guides/revisions/item-fields'
import { mergedItem, type RevisionLine } from '~/domain/guides/revisions/revision-diff'
import { takenFields } from '~/domain/guides/revisions/revision-inputs'
import type { PlanOutcome } from '~/domain/guides/revisions/revision-views'
import { sourceSentence } from '~/domain/guides/templates/source-sentence'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import type { OrganisationSettings } from '../organisations/get-organisation.server'
import { addRevisionTasks } from './add-revision-tasks.server'
import type { LoadedRevision } from './load-revision.server'
import { planRevision, type ConcernedPlan } from './revision-plans.server'

export interface PlanChoice {
  /** Whether a line goes into the plan. */
  isChosen: (key: string) => boolean
  /** The fields in which the guide's words win over what people wrote into a task; see `takenKey`. */
  taken: ReadonlySet<string>
}

/** What is done to one task, with the line it comes from. */
type Step<Kind extends TaskEffect['kind']> = { line: RevisionLine } & Extract<
  TaskEffect,
  { kind: Kind }
>

/**
 * Brings one plan, which the caller has locked, to the later version that was taken over. New items
 * become tasks, changed ones change the words of unfinished tasks, what is gone is marked. Applied
 * again, it finds nothing left to do.
 */
export async function applyRevisionToPlan(
  tx: Transaction,
  actor: Actor,
  revision: LoadedRevision,
  {
    plan,
    settings,
    choice,
  }: { plan: ConcernedPlan; settings: OrganisationSettings; choice: PlanChoice },
): Promise<PlanOutcome> {
  ensureCan(actor, plan.isRunning ? 'task:edit' : 'plan:start')
  const { lines, rootOf, after } = revision
  const planned = await planRevision(tx, revision, plan, settings)
  const steps = lines
    .filter(({ key }) => choice.isChosen(key))
    .flatMap((line) => (planned.effects.get(line.key) ?? []).map((effect) => ({ line, ...effect })))
    .filter(isWork)
  const ofKind = <Kind extends TaskEffect['kind']>(kind: Kind) =>
    steps.filter((step): step is Step<Kind> => step.kind === kind)
  const outcome: PlanOutcome = {
    ...{ planId: plan.id, title: plan.title, isRunning: plan.isRunning },
    added: ofKind('add').length,
    updated: 0,
    gone: ofKind('mark-gone').length,
    back: ofKind('mark-back').length,
  }
  if (steps.length === 0 && plan.templateId === after.id) return outcome
  for (const step of ofKind('update')) {
    const isUpdated = await updateTask(tx, actor, { plan, step, text: after.text, choice })
    if (isUpdated) outcome.updated += 1
  }
  await markGone(tx, actor, plan, ofKind('mark-gone'))
  await markBack(tx, actor, ofKind('mark-back'))
  const moves = nextItems(lines, planned.tasks, rootOf, choice.isChosen)
  await moveTasks(tx, actor, moves)
  const added = ofKind('add').map(({ line }) => line)
  await addRevisionTasks(tx, actor, {
    plan,
    settings,
    lines: added,
    dates: planned.dates,
    text: after.text,
  })
  await finish(tx, actor, revision, { plan, outcome })
  return outcome
}

/** The plan follows the later version from now on; forms that show it are stale. */
async function finish(
  tx: Transaction,
  { organisationId, personId }: Actor,
  { after }: LoadedRevision,
  { plan, outcome }: { plan: ConcernedPlan; outcome: PlanOutcome },
): Promise<void> {
  await tx.plan.updateMany({
    where: { id: plan.id, organisationId },
    data: { templateId: after.id, version: { increment: 1 } },
  })
  const { added, updated, gone } = outcome
  await recordActivity(
    tx,
    { organisationId, personId },
    {
      type: 'guide.revision-applied',
      planId: plan.id,
      payload: {
        ...{ planId: plan.id, title: plan.title, templateId: after.id, guideTitle: after.title },
        ...{ addedCount: added + outcome.back, changedCount: updated, goneCount: gone },
      },
    },
  )
}

interface Update {
  plan: ConcernedPlan
  step: Step<'update'>
  text: string
  choice: PlanChoice
}

/** @returns whether any word of the task changed */
async function updateTask(
  tx: Transaction,
  actor: Actor,
  { plan, step: { line, task, fields, kept }, text, choice }: Update,
): Promise<boolean> {
  const taken = takenFields<WordField>(choice.taken, task.id, wordFields)
  const changed = [...fields, ...kept.map(({ field }) => field).filter((field) => taken.has(field))]
  const target = mergedItem(line)
  if (changed.length === 0 || !target || !line.after) return false
  await tx.task.updateMany({
    where: { id: task.id, organisationId: actor.organisationId },
    data: {
      ...wordColumns(target, changed),
      why: sourceSentence(text, line.after.sourceStart, line.after.sourceEnd),
      version: { increment: 1 },
    },
  })
  const action = changed.includes('action') ? target.action : task.action
  await recordActivity(tx, actor, {
    type: 'task.edited',
    ...{ planId: plan.id, taskId: task.id },
    payload: {
      ...{ planId: plan.id, taskId: task.id, action },
      fields: wordFields
        .filter((field) => changed.includes(field))
        .map((field) => itemFieldLabel[field]),
    },
  })
  return true
}

async function markGone(
  tx: Transaction,
  actor: Actor,
  { id: planId }: ConcernedPlan,
  steps: readonly Step<'mark-gone'>[],
): Promise<void> {
  await tx.task.updateMany({
    where: { id: { in: steps.map(({ task }) => task.id) }, organisationId: actor.organisationId },
    data: { goneFromGuideAt: now(), version: { increment: 1 } },
  })
  for (const { task } of steps) {
    await recordActivity(tx, actor, {
      type: 'task.gone-from-guide',
      ...{ planId, taskId: task.id },
      payload: { planId, taskId: task.id, action: task.action },
    })
  }
}

async function markBack(
  tx: Transaction,
  { organisationId }: Actor,
  steps: readonly Step<'mark-back'>[],
): Promise<void> {
  for (const { task, line } of steps) {
    await tx.task.updateMany({
      where: { id: task.id, organisationId },
      data: {
        ...{ goneFromGuideAt: null, templateItemId: line.after?.id ?? null },
        version: { increment: 1 },
      },
    })
  }
}

/** Nobody sees which item a task points at, so forms that show it stay fresh. */
async function moveTasks(
  tx: Transaction,
  { organisationId }: Actor,
  moves: readonly { taskId: string; itemId: string }[],
): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ taskId, itemId }) => Prisma.sql`(${taskId}::uuid, ${itemId}::uuid)`)
  await tx.$executeRaw`
    update task set template_item_id = move.item_id
      from (values ${Prisma.join(rows)}) as move (id, item_id)
     where task.id = move.id and task.organisation_id = ${organisationId}::uuid`
}
