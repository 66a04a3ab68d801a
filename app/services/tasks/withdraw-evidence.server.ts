import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { EvidenceWithdrawalInput } from '~/domain/tasks/task-inputs'
import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { subjectOf } from './change-task.server'
import { lockTask } from './task-rows.server'

/**
 * Takes proof back, for a reason. The row and a file's bytes stay for whoever reads the audit log.
 * Withdrawing what is withdrawn changes nothing.
 */
export function withdrawEvidence(
  actor: Actor,
  input: EvidenceWithdrawalInput & { taskId: string; evidenceId: string },
): Promise<void> {
  const { taskId, evidenceId, reason } = input
  return transaction(async (tx) => {
    const task = await lockTask(tx, actor, taskId)
    const { organisationId, personId } = actor
    const evidence = isId(evidenceId)
      ? await tx.evidence.findFirst({ where: { id: evidenceId, taskId, organisationId } })
      : null
    if (!evidence) throw new NotFound('evidence')
    ensureCan(actor, 'task:work', task)
    if (evidence.withdrawnAt) return
    await tx.evidence.updateMany({
      where: { id: evidenceId, organisationId },
      data: { withdrawnAt: now(), withdrawnById: personId, withdrawReason: reason },
    })
    await recordActivity(tx, actor, {
      type: 'evidence.withdrawn',
      payload: {
        ...subjectOf(task),
        evidenceId,
        kind: evidence.kind,
        title: evidence.title,
        reason,
      },
      planId: task.planId,
      taskId,
    })
  })
}
