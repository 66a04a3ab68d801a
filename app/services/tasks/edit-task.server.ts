import type { Actor } from '~/domain/access/actor'
import { Invalid } from '~/domain/shared/errors'
import { taskFieldLabel } from '~/domain/tasks/task-fields'
import type { TaskEditInput } from '~/domain/tasks/task-inputs'
import { editTask as edit, type TaskEdit } from '~/domain/tasks/task-transitions'
import type { Transaction } from '~/infra/database/database.server'
import { announceTask } from './announce-task.server'
import { changeTask, findResponsible, subjectOf } from './change-task.server'

/** Changes what the task says, or the owner role it belongs to. */
export function editTask(
  actor: Actor,
  { taskId, version, ...fields }: TaskEditInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.edited'>(
    actor,
    { taskId, version },
    {
      permission: 'task:edit',
      async decide(task, doing, tx) {
        const change = edit(task, fields, doing)
        if (change?.ownerRoleId === undefined) return change
        const { ownerRoleId } = change
        if (ownerRoleId) await ensureOwnerRole(tx, actor, ownerRoleId)
        return { ...change, responsibleId: await findResponsible(tx, { ...task, ownerRoleId }) }
      },
      record: (task, change) => ({
        type: 'task.edited',
        payload: {
          ...subjectOf(task),
          fields: (Object.keys(taskFieldLabel) as (keyof TaskEdit)[]).flatMap((field) =>
            change[field] === undefined ? [] : taskFieldLabel[field],
          ),
        },
      }),
      then: (tx, task, change) => announceTask(tx, actor, task, change),
    },
  )
}

async function ensureOwnerRole(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const { organisationId } = actor
  if (await tx.ownerRole.findFirst({ where: { id, organisationId } })) return
  throw new Invalid(
    'no-such-role',
    'There is no such owner role here; choose one from the list.',
    'ownerRoleId',
  )
}
