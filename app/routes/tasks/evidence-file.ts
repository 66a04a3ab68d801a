import type { LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { DomainError, Forbidden } from '~/domain/shared/errors'
import { requireActor } from '~/http/require-actor.server'
import { readEvidenceFile } from '~/services/tasks/read-evidence-file.server'

/**
 * An evidence file, always as a download: whatever somebody uploaded never runs or shows under this
 * site's own address.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const actor = await requireActor(args)
  const { taskId = '', evidenceId = '' } = args.params
  try {
    const isRead = args.request.method !== 'HEAD'
    const file = await readEvidenceFile(actor, { taskId, evidenceId }, { isRead })
    return new Response(isRead ? createReadableStreamFromReadable(file.open()) : null, {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Length': String(file.bytes),
        'Content-Disposition': dispositionOf(file.fileName),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof Forbidden ? 403 : 404
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
    return new Response(error.message, { status, headers })
  }
}

/** Both forms of the name: plain letters for old programs, UTF-8 for the others (RFC 6266). */
function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
