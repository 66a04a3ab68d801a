import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { sortByNeed, type OrganisationOverview } from '~/domain/access/organisation-views'
import { planProgress } from '~/domain/progress/plan-progress'
import { planStatus } from '~/domain/progress/plan-status'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { countTasks } from '../progress/count-tasks.server'
import { listRunningPlans } from '../progress/list-running-plans.server'
import { isReviewVisible } from '../plans/visible-plans.server'
import { listOwnOrganisations, type OwnOrganisation } from './own-organisations.server'

/**
 * Every organisation of the account in a line, where help is needed most first. Each is counted as
 * the person that the account is there, so nobody sees more of an organisation here than within it.
 */
export async function listOrganisationOverviews(actor: Actor): Promise<OrganisationOverview[]> {
  const organisations = await listOwnOrganisations(actor)
  const lines = await Promise.all(
    organisations.map((organisation) => overviewOf(organisation, actor.organisationId)),
  )
  return sortByNeed(lines)
}

async function overviewOf(
  { id, name, actor }: OwnOrganisation,
  currentId: string,
): Promise<OrganisationOverview> {
  ensureCan(actor, 'dashboard:read')
  const { plans, today, timeZone } = await listRunningPlans(db(), actor)
  const planIds = plans.map((plan) => plan.id)
  const scope = { organisationId: id, planIds, detailedIds: [], today, timeZone }
  const counts = await countTasks(db(), scope)
  return {
    ...{ id, name, today, permissionRole: actor.permissionRole, isCurrent: id === currentId },
    plans: plans.map(({ id: planId, startsOn }) => {
      const rows = counts.get(planId)!.byPart
      const progress = planProgress({ rows, today, startsOn, ownerRoleName: () => '' })
      const { total, done, overdue, blocked } = progress
      return { status: planStatus(progress).status, total, done, overdue, blocked }
    }),
    ...(await ownPart(actor, today)),
  }
}

async function ownPart(
  actor: Actor,
  today: CalendarDate,
): Promise<Pick<OrganisationOverview, 'myOpenCount' | 'myOverdueCount' | 'nextReviewOn'>> {
  const { organisationId, personId } = actor
  const rows = await read<
    Pick<OrganisationOverview, 'myOpenCount' | 'myOverdueCount' | 'nextReviewOn'>[]
  >`
    select count(t.id)::int as "myOpenCount",
           (count(t.id) filter (where t.due_on < ${today}::date))::int as "myOverdueCount",
           (select min(r.scheduled_on)::text from review r
             where r.organisation_id = ${organisationId}::uuid and r.signed_at is null
               and r.cancelled_at is null and ${isReviewVisible(actor)}) as "nextReviewOn"
      from task t join plan p on p.id = t.plan_id and p.cancelled_at is null
     where t.organisation_id = ${organisationId}::uuid and t.responsible_id = ${personId}::uuid
       and t.launched_at is not null and t.completed_at is null and t.cancelled_at is null`
  return rows[0]!
}
