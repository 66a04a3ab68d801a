import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { resolveResponsible, type OwnerRolePeople } from '~/domain/tasks/resolve-responsible'
import type { Transaction } from '~/infra/database/database.server'
import { noteAssignments } from '../reminders/note-assignments.server'

/**
 * Lets the running, unfinished tasks of an owner role follow its people: all but those that somebody
 * who is still there was named for personally. Whoever gets a task hears of it.
 *
 * @returns how many tasks moved
 */
export async function moveRoleTasks(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId'>,
  role: OwnerRolePeople & { id: string },
  isActive: (personId: string) => boolean,
  today: CalendarDate,
): Promise<number> {
  const personId = resolveResponsible({ assigneeId: null, ownerRole: role, isActive })
  const moved = await tx.$queryRaw<{ taskId: string; planId: string }[]>`
    update task set responsible_id = ${personId}::uuid, version = version + 1
     where organisation_id = ${actor.organisationId}::uuid and owner_role_id = ${role.id}::uuid
       and launched_at is not null and completed_at is null and cancelled_at is null
       and responsible_id is distinct from ${personId}::uuid
       and not exists (select 1 from person
                        where person.id = task.assignee_id and person.deactivated_at is null)
    returning id::text as "taskId", plan_id::text as "planId"`
  if (personId) {
    await noteAssignments(tx, {
      organisationId: actor.organisationId,
      onDate: today,
      assignments: moved.map((task) => ({ ...task, personId })),
    })
  }
  return moved.length
}
