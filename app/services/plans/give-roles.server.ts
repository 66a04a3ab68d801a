import type { Actor } from '~/domain/access/actor'
import { canHoldTasks, ensureCan } from '~/domain/access/can'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { PlanRolesInput } from '~/domain/plans/plan-inputs'
import { Conflict, Invalid, NotFound } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { moveRoleTasks } from './follow-role.server'
import { getDraftPlan } from './get-plan.server'

/**
 * Gives owner roles to holders and backups, from the preparation of a plan. Roles belong to the
 * organisation: running tasks that follow a role move with it. With `rolelessTo`, the plan's tasks
 * that belong to no role are given that one.
 *
 * @returns how many roles changed, and how many running tasks moved to somebody else
 * @throws Conflict when somebody changed one of the roles since the form was opened
 * @throws Invalid for a person who left or cannot hold tasks, or one person twice in a role
 */
export async function giveRoles(
  actor: Actor,
  input: PlanRolesInput & { planId: string },
): Promise<{ changedCount: number; movedCount: number }> {
  ensureCan(actor, 'owner-role:edit')
  return transaction(async (tx) => {
    const plan = await getDraftPlan(tx, actor, input.planId)
    const { today } = await getOrganisation(tx, actor.organisationId)
    const where = { organisationId: actor.organisationId }
    const roles = new Map((await tx.ownerRole.findMany({ where })).map((role) => [role.id, role]))
    const people = await tx.person.findMany({
      where: { ...where, deactivatedAt: null },
      select: { id: true, name: true, permissionRole: true },
    })
    const active: ActivePeople = new Map(people.map((person) => [person.id, person]))
    let changedCount = 0
    let movedCount = 0
    for (const [index, wanted] of input.roles.entries()) {
      const role = roles.get(wanted.roleId)
      if (!role) throw new NotFound('owner role')
      if (role.holderId === wanted.holderId && role.backupId === wanted.backupId) continue
      ensurePeopleFit(wanted, active, index)
      movedCount += await giveRole(tx, actor, role, wanted, { active, today })
      changedCount += 1
    }
    if (input.rolelessTo) {
      if (!roles.has(input.rolelessTo)) throw new NotFound('owner role')
      await tx.task.updateMany({
        where: { ...where, planId: plan.id, ownerRoleId: null },
        data: { ownerRoleId: input.rolelessTo, version: { increment: 1 } },
      })
    }
    return { changedCount, movedCount }
  })
}

type ActivePeople = ReadonlyMap<string, { name: string; permissionRole: PermissionRole }>

/** Returns how many running tasks moved with the role. */
async function giveRole(
  tx: Transaction,
  actor: Actor,
  role: OwnerRole,
  wanted: WantedRole,
  { active, today }: { active: ActivePeople; today: CalendarDate },
): Promise<number> {
  const { holderId, backupId } = wanted
  await saveRole(tx, role, wanted, (id) => (id ? (active.get(id)?.name ?? 'somebody') : null))
  await recordActivity(tx, actor, {
    type: 'owner-role.assigned',
    payload: { ownerRoleId: role.id, ownerRoleName: role.name, holderId, backupId },
  })
  const given = { id: role.id, holderId, backupId }
  return moveRoleTasks(tx, actor, given, (id) => active.has(id), today)
}

type WantedRole = PlanRolesInput['roles'][number]

function ensurePeopleFit(
  { holderId, backupId }: WantedRole,
  active: ActivePeople,
  index: number,
): void {
  for (const [field, personId] of Object.entries({ holderId, backupId })) {
    if (personId === null) continue
    const person = active.get(personId)
    const name = `roles[${index}].${field}`
    if (!person) {
      throw new Invalid('person-left', 'This person is no longer here; choose somebody else.', name)
    }
    if (!canHoldTasks(person.permissionRole)) {
      throw new Invalid(
        'cannot-hold-tasks',
        `${person.name} reads everything but cannot work on tasks; choose somebody else, or change their role under People.`,
        name,
      )
    }
  }
  if (holderId !== null && holderId === backupId) {
    throw new Invalid(
      'holder-is-backup',
      'Holder and backup are the same person; choose another backup, or none.',
      `roles[${index}].backupId`,
    )
  }
}

async function saveRole(
  tx: Transaction,
  role: OwnerRole,
  { holderId, backupId, version }: WantedRole,
  nameOf: (personId: string | null) => string | null,
): Promise<void> {
  const { count } = await tx.ownerRole.updateMany({
    where: { id: role.id, organisationId: role.organisationId, version },
    data: { holderId, backupId, version: { increment: 1 } },
  })
  if (count > 0) return
  throw new Conflict(
    `Somebody gave the role ${role.name} to other people since you opened the page. Nothing was saved; look at what stands now, then save again.`,
    {
      [`${role.name}: holder`]: nameOf(role.holderId),
      [`${role.name}: backup`]: nameOf(role.backupId),
    },
  )
}
