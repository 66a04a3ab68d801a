import type { LoaderFunctionArgs } from '@remix-run/node'
import { DomainError, Forbidden } from '~/domain/shared/errors'
import { messageSandbox } from '~/domain/reminders/ledger-page'
import { requireActor } from '~/http/require-actor.server'
import { getMail } from '~/services/mail/list-mail.server'

/**
 * The HTML part of a message by itself, for a frame. Its styles are inline, which the rest of the
 * site forbids; in return it gets an origin of its own, loads nothing and runs no script: there is no
 * `script-src`, so `default-src 'none'` holds for scripts. `allow-scripts` gives them nothing; without
 * it accessibility tools could not look inside the frame. Links open a tab beside the application.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  `sandbox ${messageSandbox}`,
].join('; ')

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const actor = await requireActor(args)
  try {
    const { html } = await getMail(actor, args.params.emailId ?? '')
    return new Response(html?.replace('<head>', '<head><base target="_blank">') ?? '', {
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
