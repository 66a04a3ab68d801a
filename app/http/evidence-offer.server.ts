import type { EvidenceFormInput } from '~/domain/tasks/task-inputs'
import type { EvidenceOffer } from '~/services/tasks/add-evidence.server'

/** The fields of the chosen kind, with a file's bytes. */
export async function evidenceOffer(input: EvidenceFormInput): Promise<EvidenceOffer> {
  const { kind, title, url = '', note = '', file } = input
  if (kind === 'link') return { kind, title, url }
  if (kind === 'note') return { kind, title, note }
  const bytes = new Uint8Array(file ? await file.arrayBuffer() : [])
  return { kind, title, fileName: file?.name ?? '', bytes }
}
