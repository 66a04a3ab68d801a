import type { Actor } from '~/domain/access/actor'
import type { Task } from '~/domain/tasks/task'
import { transaction } from '~/infra/database/database.server'
import { lockTask } from '~/services/tasks/task-rows.server'
import type { TemplateItemDraft } from './guide'
import { createOrganisation, createPerson, giveOwnerRole } from './organisation'
import { createRunningPlan } from './plan'

/** A clinic with somebody in every permission role; Ina holds the role IT manager, Hana holds HR. */
export interface Team {
  organisationId: string
  administrator: Actor
  manager: Actor
  /** A member; the IT manager, with `backup` behind them. */
  ina: Actor
  backup: Actor
  /** A member; HR. */
  hana: Actor
  leader: Actor
  auditor: Actor
}

export async function createTeam(input: { timeZone?: string } = {}): Promise<Team> {
  const { organisationId, administrator } = await createOrganisation(input)
  const person = (name: string, permissionRole: Actor['permissionRole']) =>
    createPerson({ organisationId, name, permissionRole })
  const team = {
    organisationId,
    administrator,
    manager: await person('Maya Lind', 'manager'),
    ina: await person('Ina Torres', 'member'),
    backup: await person('Ben Backup', 'member'),
    hana: await person('Hana Sato', 'member'),
    leader: await person('Leo Chief', 'leader'),
    auditor: await person('Aki Audit', 'auditor'),
  }
  await giveOwnerRole(organisationId, 'it-manager', team.ina, team.backup)
  await giveOwnerRole(organisationId, 'hr', team.hana)
  return team
}

/** A launched plan; every task is the IT manager's unless an item says otherwise. */
export function createTasks(
  actor: Actor,
  items: readonly TemplateItemDraft[],
  plan: { title?: string; startsOn?: string } = {},
): Promise<{ planId: string; taskIds: string[] }> {
  return createRunningPlan(actor, {
    ...plan,
    items: items.map((item) => ({ ownerRole: 'it-manager', ...item })),
  })
}

/** A task as it is now. */
export function readTask(actor: Actor, taskId: string): Promise<Task> {
  return transaction((tx) => lockTask(tx, actor, taskId))
}
