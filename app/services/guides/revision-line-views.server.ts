import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { isWork, type TaskEffect } from '~/domain/guides/revisions/apply-revision'
import { itemFieldLabel } from '~/domain/guides/revisions/item-fields'
import type { RevisionLine } from '~/domain/guides/revisions/revision-diff'
import { takenKey } from '~/domain/guides/revisions/revision-inputs'
import {
  describeEffect,
  type EffectView,
  type RevisionLineView,
  type RevisionPlanView,
} from '~/domain/guides/revisions/revision-views'
import { horizonLabel } from '~/domain/tasks/plan-grouping'
import { db } from '~/infra/database/database.server'
import type { LoadedRevision } from './load-revision.server'
import type { ConcernedPlan, PlannedEffects } from './revision-plans.server'
import { responsibleFinder } from './add-revision-tasks.server'

export interface PlannedPlan {
  plan: ConcernedPlan
  planned: PlannedEffects
}

/** The lines as the page shows them, each with what it does to the plans. */
export async function lineViews(
  actor: Actor,
  { before, after, lines }: LoadedRevision,
  plans: readonly PlannedPlan[],
  today: CalendarDate,
): Promise<RevisionLineView[]> {
  const names = await peopleOfRoles(actor)
  return lines.flatMap((line) => {
    const item = line.after ?? line.before
    if (!item) return []
    const { stands } = item
    return {
      key: line.key,
      kind: line.kind,
      action: stands.action,
      place: [horizonLabel(stands.horizonDays, stands.stage), stands.ownerRoleName]
        .filter(Boolean)
        .join(' · '),
      outcome: stands.outcome,
      isDropped: item.isDropped || (line.before?.isDropped ?? false),
      templateId: line.after ? after.id : before.id,
      itemId: item.id,
      changes: line.changes,
      effects: plans.flatMap((plan) => effectViews(line, plan, { names, today })),
    }
  })
}

interface Naming {
  /** Who answers for an owner role today. */
  names: (ownerRoleId: string | null) => string | null
  today: CalendarDate
}

function effectViews(
  line: RevisionLine,
  { plan, planned }: PlannedPlan,
  { names, today }: Naming,
): EffectView[] {
  const role = line.after?.stands
  return (planned.effects.get(line.key) ?? []).map((effect) => ({
    planId: plan.id,
    sentence: describeEffect(effect, {
      today,
      dueOn: planned.dates.get(line.key),
      ownerRoleName: role?.ownerRoleName ?? null,
      responsibleName: names(role?.ownerRoleId ?? null),
    }),
    taskId: 'task' in effect && plan.isRunning ? effect.task.id : null,
    choices: choicesOf(effect),
    isWork: isWork(effect),
  }))
}

const choicesOf = (effect: TaskEffect): EffectView['choices'] =>
  effect.kind === 'update'
    ? effect.kept.map(({ field, kept, guide }) => ({
        name: takenKey(effect.task.id, field),
        field: itemFieldLabel[field],
        ...{ kept, guide },
      }))
    : []

async function peopleOfRoles(actor: Actor): Promise<Naming['names']> {
  const responsibleOf = await responsibleFinder(db(), actor)
  const people = await db().person.findMany({
    where: { organisationId: actor.organisationId },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (ownerRoleId) => names.get(responsibleOf(ownerRoleId) ?? '') ?? null
}

/** The plans with how much the version does to each. */
export function planViews(
  { after }: LoadedRevision,
  plans: readonly PlannedPlan[],
): RevisionPlanView[] {
  return plans.map(({ plan, planned }) => {
    const effects = [...planned.effects.values()].flat()
    const count = (kind: TaskEffect['kind']) =>
      effects.filter((found) => found.kind === kind).length
    const isFollowing = plan.templateId === after.id
    return {
      ...{ id: plan.id, title: plan.title, isRunning: plan.isRunning, isFollowing },
      isUpToDate: isFollowing && !effects.some(isWork),
      seen: planned.seen,
      added: count('add'),
      updated: count('update'),
      gone: count('mark-gone'),
      back: count('mark-back'),
      staying: count('stay'),
    }
  })
}
