import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { safeReturnPath } from '~/domain/access/account-inputs'
import { DomainError, Forbidden } from '~/domain/shared/errors'
import { signInPath, singleSignOnPath, tasksPath } from '~/domain/shared/paths'
import { requestContext, sessionOf } from '~/http/request-context.server'
import { clearCeremonyCookie } from '~/services/accounts/ceremonies.server'
import { endSession } from '~/services/accounts/sessions.server'
import { arriveFromProvider, type Arrival } from '~/services/accounts/single-sign-on.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { LinkButton } from '~/ui/primitives/button'
import { Callout } from '~/ui/primitives/notices'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Single sign-on – Wardround' }]

/** Where a provider sends people back to. It answers with a session, or says why there is none. */
export async function loader(args: LoaderFunctionArgs) {
  try {
    return await arrive(args)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { actor } = await sessionOf(args.request)
    const refusal = { message: error.message, isSignedIn: actor !== null }
    return data(refusal, error instanceof Forbidden ? 403 : 400)
  }
}

async function arrive({ request, params }: LoaderFunctionArgs): Promise<never> {
  const { actor, session } = await sessionOf(request)
  const cookieHeader = request.headers.get('Cookie')
  const arrival = await arriveFromProvider(
    {
      organisationId: params.organisationId ?? '',
      search: new URL(request.url).search,
      cookieHeader,
      visitor: requestContext(),
    },
    actor && session ? { actor, session } : null,
  )
  // The session that was there before ends; the new one has an id that nobody knew.
  if (arrival.kind === 'signed-in' && session) await endSession(cookieHeader)
  throw redirect(safeReturnPath(arrival.to, tasksPath()), { headers: cookiesOf(arrival) })
}

function cookiesOf(arrival: Arrival): Headers {
  const kind = arrival.kind === 'proved' ? 'single-sign-on-proof' : 'single-sign-on'
  const headers = new Headers({ 'Set-Cookie': clearCeremonyCookie(kind) })
  if (arrival.kind === 'signed-in') headers.append('Set-Cookie', arrival.answer.cookie)
  return headers
}

export default function Callback() {
  const { message, isSignedIn } = useLoaderData<typeof loader>()
  return (
    <AuthLayout
      title={isSignedIn ? 'That did not work' : 'You are not signed in'}
      footer={
        isSignedIn ? (
          <TextLink to={tasksPath()}>Back to My tasks</TextLink>
        ) : (
          <TextLink to={signInPath()}>Sign in with a password instead</TextLink>
        )
      }
    >
      <Callout tone="bad" isAlert>
        <p>{message}</p>
      </Callout>
      {isSignedIn ? null : (
        <LinkButton to={singleSignOnPath()} variant="primary">
          Try again
        </LinkButton>
      )}
    </AuthLayout>
  )
}
