import type { Readable } from 'node:stream'
import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { db } from '~/infra/database/database.server'
import { hasFile, readFile } from '~/infra/file-store.server'
import { recordActivity } from '../activity/record-activity.server'
import { seesPlan } from '../plans/visible-plans.server'

export interface EvidenceFile {
  fileName: string
  mediaType: string
  bytes: number
  /** Opens the bytes; to be called once, by whoever hands them out. */
  open: () => Readable
}

/**
 * Opens an evidence file. A withdrawn one is there only for those who read the audit log: it may
 * have been withdrawn because it should not be seen.
 *
 * Reading is written into the audit log; `isRead` is false for a question about the file alone (HEAD).
 *
 * @throws NotFound
 */
export async function readEvidenceFile(
  actor: Actor,
  { taskId, evidenceId }: { taskId: string; evidenceId: string },
  { isRead = true }: { isRead?: boolean } = {},
): Promise<EvidenceFile> {
  ensureCan(actor, 'task:read')
  const { organisationId } = actor
  const evidence =
    isId(evidenceId) && isId(taskId)
      ? await db().evidence.findFirst({
          where: { id: evidenceId, taskId, organisationId },
          include: { task: { select: { planId: true, action: true } } },
        })
      : null
  if (evidence && !(await seesPlan(actor, evidence.task.planId))) throw new NotFound('file')
  if (!evidence?.fileSha256 || (evidence.withdrawnAt && !can(actor, 'audit:read'))) {
    throw new NotFound('file')
  }
  const { fileSha256, kind, title, task } = evidence
  if (!hasFile(fileSha256)) throw new NotFound('file')
  // Nobody reads what the log does not know of: the entry is there before the first byte.
  if (isRead) {
    await recordActivity(db(), actor, {
      type: 'evidence.read',
      taskId,
      planId: task.planId,
      payload: { taskId, planId: task.planId, action: task.action, evidenceId, kind, title },
    })
  }
  return {
    fileName: evidence.fileName ?? evidence.title,
    mediaType: evidence.mediaType ?? 'application/octet-stream',
    bytes: evidence.fileBytes ?? 0,
    open: () => readFile(fileSha256),
  }
}
