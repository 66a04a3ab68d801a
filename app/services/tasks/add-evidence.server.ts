import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { Invalid } from '~/domain/shared/errors'
import { EvidenceInput, evidenceTitle } from '~/domain/tasks/evidence'
import { mediaTypeOf } from '~/domain/tasks/media-types'
import type { Task } from '~/domain/tasks/task'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { keepFile } from '~/infra/file-store.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { subjectOf } from './change-task.server'
import { lockTask } from './task-rows.server'

/** The columns that hold the proof itself. */
interface Proof {
  url: string | null
  note: string | null
  fileName: string | null
  fileSha256: string | null
  fileBytes: number | null
  mediaType: string | null
}

/** What a form brings; a file comes with its bytes. */
export type EvidenceOffer =
  | { kind: 'link'; title?: string | null; url: string }
  | { kind: 'note'; title?: string | null; note: string }
  | { kind: 'file'; title?: string | null; fileName: string; bytes: Uint8Array }

/**
 * Adds proof of the task's outcome. The bytes of a file are safe on disk before the database names
 * them; should the transaction fail, an unnamed file stays behind and harms nobody. The same proof
 * twice is one.
 *
 * @returns the evidence's id
 * @throws Invalid when it is empty, too large, a program, or no address
 */
export async function addEvidence(
  actor: Actor,
  { taskId, ...offer }: EvidenceOffer & { taskId: string },
): Promise<string> {
  await transaction(async (tx) => ensureCan(actor, 'task:work', await lockTask(tx, actor, taskId)))
  const input = parseEvidence(offer)
  const proof = await proofOf(input, offer)
  return transaction(async (tx) => {
    const task = await lockTask(tx, actor, taskId)
    ensureCan(actor, 'task:work', task)
    const known = await tx.evidence.findFirst({
      where: {
        organisationId: actor.organisationId,
        taskId,
        withdrawnAt: null,
        kind: input.kind,
        ...proof,
      },
    })
    return known?.id ?? store(tx, actor, task, input, proof)
  })
}

function parseEvidence(offer: EvidenceOffer): EvidenceInput {
  const size = offer.kind === 'file' ? { fileBytes: offer.bytes.byteLength } : {}
  const parsed = EvidenceInput.safeParse({ ...offer, ...size })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = String(issue?.path[0] ?? 'kind')
  throw new Invalid(
    'evidence-refused',
    issue?.message ?? 'This cannot be taken as evidence.',
    field.startsWith('file') ? 'file' : field,
  )
}

async function proofOf(input: EvidenceInput, offer: EvidenceOffer): Promise<Proof> {
  const none = {
    url: null,
    note: null,
    fileName: null,
    fileSha256: null,
    fileBytes: null,
    mediaType: null,
  }
  if (input.kind === 'link') return { ...none, url: input.url }
  if (input.kind === 'note') return { ...none, note: input.note }
  return {
    ...none,
    fileName: input.fileName,
    fileBytes: input.fileBytes,
    fileSha256: offer.kind === 'file' ? await keepFile(offer.bytes) : null,
    mediaType: mediaTypeOf(input.fileName),
  }
}

async function store(
  tx: Transaction,
  actor: Actor,
  task: Task,
  input: EvidenceInput,
  proof: Proof,
): Promise<string> {
  const id = newId()
  const title = evidenceTitle(input)
  await tx.evidence.create({
    data: {
      id,
      organisationId: actor.organisationId,
      taskId: task.id,
      kind: input.kind,
      title,
      ...proof,
      addedAt: now(),
      addedById: actor.personId,
    },
  })
  await recordActivity(tx, actor, {
    type: 'evidence.added',
    payload: { ...subjectOf(task), evidenceId: id, kind: input.kind, title },
    planId: task.planId,
    taskId: task.id,
  })
  return id
}
