import { resolveResponsible, type PeopleToday } from '~/domain/tasks/resolve-responsible'
import type { OwnerRole } from '~/infra/database/generated/client'
import type { DraftTask } from './draft-tasks.server'

export type GivenTask = DraftTask & { responsibleId: string | null }

/** The draft's tasks with the people who would answer for them if it were launched now. */
export function giveOut(
  tasks: readonly DraftTask[],
  roles: readonly OwnerRole[],
  people: PeopleToday,
): GivenTask[] {
  const byId = new Map(roles.map((role) => [role.id, role]))
  return tasks.map((task) => {
    const ownerRole = (task.ownerRoleId && byId.get(task.ownerRoleId)) || null
    const { assigneeId, dueOn } = task
    return { ...task, responsibleId: resolveResponsible({ assigneeId, ownerRole, dueOn, people }) }
  })
}
