import type { Actor } from '~/domain/access/actor'
import { canHoldTasks, ensureCan } from '~/domain/access/can'
import type { TaskMoves } from '~/domain/access/owner-roles'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { PlanRolesInput } from '~/domain/plans/plan-inputs'
import { Conflict, Invalid, NotFound } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { saveRolePeople } from '../organisations/save-role-people.server'
import { describeMoves, seenMoves } from '../tasks/describe-moves.server'
import { listRoleMoves } from '../tasks/settle-responsible.server'
import { getDraftPlan } from './get-plan.server'

/**
 * What would move with the roles if they had these people: running tasks of other plans, and who would
 * get mail. Nothing is written; `seen` names exactly these moves.
 */
export async function previewRoleMoves(
  actor: Actor,
  input: Pick<PlanRolesInput, 'roles'>,
): Promise<{ moves: TaskMoves; seen: string; today: CalendarDate }> {
  ensureCan(actor, 'owner-role:edit')
  const { today } = await getOrganisation(db(), actor.organisationId)
  const moves = await listRoleMoves(db(), actor, input.roles, today)
  return { moves: await describeMoves(db(), actor, moves), seen: seenMoves([], moves), today }
}

/**
 * Gives owner roles to holders and backups, from the preparation of a plan. Roles belong to the
 * organisation: running tasks that follow a role move with it. With `rolelessTo`, the plan's tasks
 * that belong to no role are given that one.
 *
 * @returns how many roles changed, and how many running tasks moved to somebody else
 * @throws Conflict when somebody changed one of the roles since the form was opened, or when other tasks would move than the page showed
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
    await ensureMovesWereSeen(tx, actor, input, today)
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
      const { count } = await tx.task.updateMany({
        where: { ...where, planId: plan.id, ownerRoleId: null },
        data: { ownerRoleId: input.rolelessTo, version: { increment: 1 } },
      })
      if (count > 0) {
        await recordActivity(tx, actor, {
          type: 'plan.edited',
          planId: plan.id,
          payload: { planId: plan.id, title: plan.title, fields: ['Owner role'] },
        })
      }
    }
    return { changedCount, movedCount }
  })
}

async function ensureMovesWereSeen(
  tx: Transaction,
  actor: Actor,
  { roles, seen }: PlanRolesInput,
  today: CalendarDate,
): Promise<void> {
  if (seen === undefined) return
  const moves = await listRoleMoves(tx, actor, roles, today, true)
  if (moves.length === 0 || seen === seenMoves([], moves)) return
  throw new Conflict(
    'Other tasks would move now than this page showed: somebody worked on them meanwhile. Nothing was saved; save again to see what moves now.',
    { 'Tasks that move': String(moves.length) },
  )
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
  const { holderId, backupId, version } = wanted
  await claimRole(tx, role, version, (id) => (id ? (active.get(id)?.name ?? 'somebody') : null))
  return (await saveRolePeople(tx, actor, { ...role, holderId, backupId }, today)).length
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

/** Locks the role as the form knew it. */
async function claimRole(
  tx: Transaction,
  role: OwnerRole,
  version: number,
  nameOf: (personId: string | null) => string | null,
): Promise<void> {
  const { count } = await tx.ownerRole.updateMany({
    where: { id: role.id, organisationId: role.organisationId, version },
    data: { version: { increment: 1 } },
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
