import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { maxDate, type CalendarDate } from '~/domain/calendar/calendar-date'
import { launchProblems } from '~/domain/plans/launch-problems'
import type { PlanLaunchView } from '~/domain/plans/plan-views'
import { db } from '~/infra/database/database.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { loadPeopleToday } from '../people/people-today.server'
import { listSweepPeople } from '../reminders/load-sweep.server'
import { draftHead } from './draft-head.server'
import { listDraftTasks } from './draft-tasks.server'
import { forecastLaunch } from './forecast-launch.server'
import { getDraftPlan } from './get-plan.server'
import { giveOut, type GivenTask } from './give-out.server'

/**
 * The page before the launch: what stands against it, who gets how much, and every email that the
 * launch and the 30 days after it will send. Nothing is written.
 */
export async function getPlanLaunch(actor: Actor, planId: string): Promise<PlanLaunchView> {
  ensureCan(actor, 'plan:start')
  const plan = await getDraftPlan(db(), actor, planId)
  const organisation = await getOrganisation(db(), actor.organisationId)
  const { calendar, today } = organisation
  const tasks = await listDraftTasks(db(), plan)
  const roles = await db().ownerRole.findMany({
    where: { organisationId: actor.organisationId },
  })
  const people = await listSweepPeople(actor.organisationId)
  const given = giveOut(tasks, roles, await loadPeopleToday(db(), actor, today))
  const days = await forecastLaunch(plan, organisation, given, people)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    plan: draftHead(plan, tasks.length, today),
    endsOn: tasks.reduce<CalendarDate | null>(
      (last, { dueOn }) => (last ? maxDate(last, dueOn) : dueOn),
      null,
    ),
    problems: launchProblems({ plan, tasks, roles, calendar, today }),
    shares: sharesOf(given, names),
    days,
    mailCount: days.reduce((count, { mails }) => count + mails.length, 0),
  }
}

function sharesOf(given: readonly GivenTask[], names: ReadonlyMap<string, string>) {
  const counts = new Map<string | null, number>()
  for (const { responsibleId } of given) {
    counts.set(responsibleId, (counts.get(responsibleId) ?? 0) + 1)
  }
  return [...counts]
    .map(([id, taskCount]) => ({ name: id && (names.get(id) ?? null), taskCount }))
    .sort((a, b) => b.taskCount - a.taskCount)
}
