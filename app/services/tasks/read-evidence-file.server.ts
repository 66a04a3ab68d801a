import type { Readable } from 'node:stream'
import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { db } from '~/infra/database/database.server'
import { readFile } from '~/infra/file-store.server'

export interface EvidenceFile {
  fileName: string
  mediaType: string
  bytes: number
  content: Readable
}

/**
 * Opens an evidence file. A withdrawn one is there only for those who read the audit log: it may
 * have been withdrawn because it should not be seen.
 *
 * @throws NotFound
 */
export async function readEvidenceFile(
  actor: Actor,
  { taskId, evidenceId }: { taskId: string; evidenceId: string },
): Promise<EvidenceFile> {
  ensureCan(actor, 'task:read')
  const { organisationId } = actor
  const evidence =
    isId(evidenceId) && isId(taskId)
      ? await db().evidence.findFirst({ where: { id: evidenceId, taskId, organisationId } })
      : null
  if (!evidence?.fileSha256 || (evidence.withdrawnAt && !can(actor, 'audit:read'))) {
    throw new NotFound('file')
  }
  const content = readFile(evidence.fileSha256)
  if (!content) throw new NotFound('file')
  return {
    fileName: evidence.fileName ?? evidence.title,
    mediaType: evidence.mediaType ?? 'application/octet-stream',
    bytes: evidence.fileBytes ?? 0,
    content,
  }
}
