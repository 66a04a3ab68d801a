import type { LoaderFunctionArgs } from '@remix-run/node'
import { DomainError, Forbidden } from '~/domain/shared/errors'
import { requireActor } from '~/http/require-actor.server'
import { getMail } from '~/services/mail/list-mail.server'

/**
 * The HTML part of a message by itself, for a sandboxed frame. Its styles are inline, which the rest
 * of the site forbids; in return nothing in it may run, load or be framed elsewhere.
 */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const actor = await requireActor(args)
  try {
    const { html } = await getMail(actor, args.params.emailId ?? '')
    return new Response(html ?? '', {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
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
