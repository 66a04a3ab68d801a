import { Readable } from 'node:stream'
import {
  createReadableStreamFromReadable,
  redirect,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { auditFilterOf } from '~/domain/audit/audit-filter'
import { auditQuery } from '~/domain/audit/audit-page'
import { DomainError, Forbidden, ProofNeeded } from '~/domain/shared/errors'
import { auditPath, proofPath } from '~/domain/shared/paths'
import { requireActor } from '~/http/require-actor.server'
import { exportAudit, exportFormats } from '~/services/audit/export-audit.server'

/** The audit log as a file that is written while it is read; asking about it alone (HEAD) exports nothing. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const actor = await requireActor(args)
  const search = new URL(args.request.url).searchParams
  const format = exportFormats.find((each) => each === search.get('format')) ?? 'csv'
  if (args.request.method === 'HEAD') return new Response(null)
  try {
    const { fileName, mediaType, pieces } = await exportAudit(actor, format, auditFilterOf(search))
    return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    // Back to the page, which has the filter and the button; a file would leave the proof's page standing.
    if (error instanceof ProofNeeded) {
      const page = auditPath(auditQuery(auditFilterOf(search)))
      const proof = proofPath({ to: page })
      return redirect(proof)
    }
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof Forbidden ? 403 : 400
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
    return new Response(error.message, { status, headers })
  }
}
