import type { Actor } from '~/domain/access/actor'
import { canHoldTasks, ensureCan } from '~/domain/access/can'
import type { PlanRolesView, RoleToGive } from '~/domain/plans/plan-views'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { draftHead } from './draft-head.server'
import { getDraftPlan } from './get-plan.server'

/** The owner roles that a draft uses with their people, and who could take them. */
export async function getPlanRoles(actor: Actor, planId: string): Promise<PlanRolesView> {
  ensureCan(actor, 'plan:start')
  const plan = await getDraftPlan(db(), actor, planId)
  const { today } = await getOrganisation(db(), actor.organisationId)
  const roles = await read<RoleToGive[]>`
    select r.id::text, r.name, r.holder_id::text as "holderId", r.backup_id::text as "backupId",
           r.version,
           (select count(*) from task t
             where t.plan_id = ${plan.id}::uuid and t.owner_role_id = r.id
               and t.cancelled_at is null)::int as "taskCount",
           (select count(*) from task t
             where t.owner_role_id = r.id and t.assignee_id is null
               and t.launched_at is not null and t.completed_at is null
               and t.cancelled_at is null)::int as "otherTaskCount"
      from owner_role r
     where r.organisation_id = ${actor.organisationId}::uuid
     order by r.position, r.name`
  const people = await db().person.findMany({
    where: { organisationId: actor.organisationId, deactivatedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, joinedAt: true, permissionRole: true, isContact: true },
  })
  const [counts] = await read<{ total: number; roleless: number }[]>`
    select count(*)::int as total, (count(*) - count(owner_role_id))::int as roleless
      from task
     where plan_id = ${plan.id}::uuid and cancelled_at is null`
  return {
    plan: draftHead(plan, counts?.total ?? 0, today),
    roles: roles.filter(({ taskCount }) => taskCount > 0),
    people: people
      .filter(({ permissionRole }) => canHoldTasks(permissionRole))
      .map(({ id, name, joinedAt, isContact }) => ({
        ...{ id, name },
        isInvited: joinedAt === null && !isContact,
      })),
    rolelessCount: counts?.roleless ?? 0,
    allRoles: roles.map(({ id, name }) => ({ id, name })),
  }
}
