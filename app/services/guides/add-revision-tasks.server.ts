import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { RevisionLine } from '~/domain/guides/revisions/revision-diff'
import { sourceSentence } from '~/domain/guides/templates/source-sentence'
import { resolveResponsible } from '~/domain/tasks/resolve-responsible'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import {
  getOrganisation,
  type OrganisationSettings,
} from '../organisations/get-organisation.server'
import { loadPeopleToday } from '../people/people-today.server'
import { takeReferences } from '../plans/start-plan.server'
import { noteAssignments } from '../reminders/note-assignments.server'
import type { ConcernedPlan } from './revision-plans.server'

interface NewTasks {
  plan: ConcernedPlan
  settings: Pick<OrganisationSettings, 'today'>
  /** Lines whose later item becomes a task. */
  lines: readonly RevisionLine[]
  dates: ReadonlyMap<string, CalendarDate>
  /** The later version's text. */
  text: string
}

/**
 * Makes tasks of items that are new in a guide. In a running plan they are launched at once, and
 * whoever answers for them hears of it as at a launch; in a draft they wait for its launch.
 */
export async function addRevisionTasks(
  tx: Transaction,
  actor: Actor,
  { plan, settings, lines, dates, text }: NewTasks,
): Promise<void> {
  if (lines.length === 0) return
  const responsibleOf = await responsibleFinder(tx, actor)
  const first = await takeReferences(tx, actor.organisationId, lines.length)
  const last = await tx.task.aggregate({ where: { planId: plan.id }, _max: { position: true } })
  const position = (last._max.position ?? -1) + 1
  const tasks = lines.flatMap((line, index) => {
    const dueOn = dates.get(line.key)
    if (!line.after || !dueOn) return []
    return {
      ...newTask(line.after, dueOn, text),
      organisationId: actor.organisationId,
      planId: plan.id,
      ...{ reference: first + index, position: position + index },
      responsibleId: plan.isRunning ? responsibleOf(line.after.stands.ownerRoleId) : null,
      launchedAt: plan.isRunning ? now() : null,
    }
  })
  await tx.task.createMany({ data: tasks })
  for (const { id, action } of tasks) {
    await recordActivity(tx, actor, {
      type: 'task.added-from-guide',
      ...{ planId: plan.id, taskId: id },
      payload: { planId: plan.id, taskId: id, action },
    })
  }
  await noteAssignments(tx, {
    organisationId: actor.organisationId,
    onDate: settings.today,
    assignments: tasks.flatMap(({ id, responsibleId }) =>
      responsibleId ? [{ taskId: id, planId: plan.id, personId: responsibleId }] : [],
    ),
  })
}

function newTask(
  { id, stands, sourceStart, sourceEnd }: NonNullable<RevisionLine['after']>,
  dueOn: CalendarDate,
  text: string,
) {
  const { stage, horizonDays, track, priority, action, outcome, detail } = stands
  return {
    id: newId(),
    templateItemId: id,
    ...{ stage, horizonDays, track, priority, action, outcome, detail },
    ...{ frameworkRefs: [...stands.frameworkRefs], cadence: stands.cadence },
    why: sourceSentence(text, sourceStart, sourceEnd),
    ownerRoleId: stands.ownerRoleId,
    dueOn: fromCalendarDate(dueOn),
    proposedDueOn: fromCalendarDate(dueOn),
    createdAt: now(),
  }
}

/** Who answers today for a task of an owner role. */
export async function responsibleFinder(tx: Transaction, { organisationId }: Actor) {
  const roles = await tx.ownerRole.findMany({ where: { organisationId } })
  const { today } = await getOrganisation(tx, organisationId)
  const people = await loadPeopleToday(tx, { organisationId }, today)
  return (ownerRoleId: string | null) =>
    resolveResponsible({
      assigneeId: null,
      ownerRole: roles.find(({ id }) => id === ownerRoleId) ?? null,
      dueOn: null,
      people,
    })
}
