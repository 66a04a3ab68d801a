import { data, redirect } from '@remix-run/node'
import type { Actor } from '~/domain/access/actor'
import { secondFactorPath, signInPath } from '~/domain/shared/paths'
import { enteredFields, readFormData } from './parse-form.server'
import { wantedPath } from './wanted-path.server'
import { sessionOf } from './request-context.server'

/** Who is there, or null. */
export async function findActor({ request }: { request: Request }): Promise<Actor | null> {
  return (await sessionOf(request)).actor
}

/** What a form carried, without secrets and files, so that it can be copied once one is signed in again. */
async function enteredIn(request: Request): Promise<{ name: string; value: string }[]> {
  try {
    return enteredFields(await readFormData(request.clone()))
  } catch {
    return []
  }
}

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

/** A post that comes to nothing: the page says why and shows what had been entered. */
async function refusePost(
  request: Request,
  status: number,
  refusal: { title: string; message: string; signInAgain?: boolean },
) {
  return data({ ...refusal, entered: await enteredIn(request) }, { status })
}

/**
 * Who is there, on the pages on which one sets up a second factor: also somebody whose organisation
 * lets them go no further before they did. Every other page asks `requireActor`.
 */
export async function requireEnrollingActor({ request }: { request: Request }): Promise<Actor> {
  const actor = await findActor({ request })
  if (actor) return actor
  if (isReading(request)) throw redirect(signInPath({ to: wantedPath(request) }))
  throw await refusePost(request, 401, {
    title: 'You are signed out',
    message:
      'Your session ended before this was saved, so nothing was changed. Sign in again, then send it once more.',
    signInAgain: true,
  })
}

/**
 * Who is there. Somebody signed out is sent to sign in and comes back to the page they wanted; a
 * post from somebody signed out is answered with 401, and the page shows what they had entered.
 * Somebody without the second factor that their organisation asks for is led to set it up.
 */
export async function requireActor(args: { request: Request }): Promise<Actor> {
  const actor = await requireEnrollingActor(args)
  const { session } = await sessionOf(args.request)
  if (session?.duty.state !== 'enrol') return actor
  if (isReading(args.request)) throw redirect(secondFactorPath())
  throw await refusePost(args.request, 403, {
    title: 'Set up a second factor first',
    message: `Your organisation asks for a second factor by now, so nothing was changed. Set it up on ${secondFactorPath()}, then send this once more.`,
  })
}
