import { data, redirect } from '@remix-run/node'
import type { Actor } from '~/domain/access/actor'
import { signInPath } from '~/domain/shared/paths'
import { enteredFields } from './parse-form.server'
import { sessionOf } from './request-context.server'

/** Who is there, or null. */
export async function findActor({ request }: { request: Request }): Promise<Actor | null> {
  return (await sessionOf(request)).actor
}

/** What a form carried, without secrets and files, so that it can be copied once one is signed in again. */
async function enteredIn(request: Request): Promise<{ name: string; value: string }[]> {
  try {
    return enteredFields(await request.clone().formData())
  } catch {
    return []
  }
}

/**
 * Who is there. Somebody signed out is sent to sign in and comes back to the page they wanted; a
 * post from somebody signed out is answered with 401, and the page shows what they had entered.
 */
export async function requireActor({ request }: { request: Request }): Promise<Actor> {
  const actor = await findActor({ request })
  if (actor) return actor
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw data(
      {
        title: 'You are signed out',
        message:
          'Your session ended before this was saved, so nothing was changed. Sign in again, then send it once more.',
        entered: await enteredIn(request),
        signInAgain: true,
      },
      { status: 401 },
    )
  }
  const url = new URL(request.url)
  throw redirect(signInPath({ to: url.pathname.replace(/\.data$/, '') + url.search }))
}
