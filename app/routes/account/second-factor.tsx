import { redirect, type MetaFunction } from '@remix-run/node'
import { accountPath, authenticatorPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { sessionOf } from '~/http/request-context.server'
import { requireEnrollingActor } from '~/http/require-actor.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { PageHeader } from '~/ui/primitives/page-header'
import { AddPasskey } from '~/ui/passkeys/passkeys-section'

export const meta: MetaFunction = () => [{ title: 'Set up a second factor – Wardround' }]

export const loader = door(async (args) => {
  await requireEnrollingActor(args)
  const { session } = await sessionOf(args.request)
  if (session?.duty.state === 'fine') throw redirect(accountPath())
  return null
})

/** Where somebody is led whose organisation lets them go no further without a second factor. */
export default function SecondFactor() {
  return (
    <>
      <PageHeader
        title="Set up a second factor"
        description="Your organisation asks for one beside your password. It takes two minutes, once; then everything is open again, as you left it."
      />
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <Card className="flex flex-col items-start gap-2">
          <h2 className="text-lg font-semibold">Passkey</h2>
          <p className="flex-1 text-muted">
            Your phone or computer confirms that it is you, with your finger, face or its code. It
            is the quickest way to sign in.
          </p>
          <AddPasskey />
        </Card>
        <Card className="flex flex-col items-start gap-2">
          <h2 className="text-lg font-semibold">Authenticator app</h2>
          <p className="flex-1 text-muted">
            An app on your phone shows a new number every half minute. You need the phone each time
            you sign in.
          </p>
          <LinkButton to={authenticatorPath()} variant="primary">
            Use an app
          </LinkButton>
        </Card>
      </div>
    </>
  )
}
