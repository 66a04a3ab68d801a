import { resolveResponsible } from '~/domain/tasks/resolve-responsible'
import type { OwnerRole, Person } from '~/infra/database/generated/client'
import type { DraftTask } from './draft-tasks.server'

export type GivenTask = DraftTask & { responsibleId: string | null }

/** The draft's tasks with the people who would answer for them if it were launched now. */
export function giveOut(
  tasks: readonly DraftTask[],
  roles: readonly OwnerRole[],
  people: readonly Pick<Person, 'id' | 'deactivatedAt'>[],
): GivenTask[] {
  const byId = new Map(roles.map((role) => [role.id, role]))
  const active = new Set(people.filter((person) => !person.deactivatedAt).map(({ id }) => id))
  return tasks.map((task) => {
    const ownerRole = (task.ownerRoleId && byId.get(task.ownerRoleId)) || null
    const { assigneeId } = task
    const isActive = (id: string) => active.has(id)
    return { ...task, responsibleId: resolveResponsible({ assigneeId, ownerRole, isActive }) }
  })
}
