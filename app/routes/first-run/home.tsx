import { redirect, type MetaFunction } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { demoPath, setupPath, signInPath, tasksPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { findActor } from '~/http/require-actor.server'
import { installationState } from '~/services/organisations/installation.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { LinkButton } from '~/ui/primitives/button'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Wardround' }]

export const loader = door(async ({ request }) => {
  if (await findActor({ request })) throw redirect(tasksPath())
  const state = await installationState()
  if (state === 'demo') throw redirect(demoPath())
  if (state === 'ready') throw redirect(signInPath())
  return null
})

/** The first page of an installation that nobody has set up. */
export default function Home() {
  return (
    <AuthLayout
      title="Welcome"
      description="Wardround turns a written security guide into a plan that gets finished."
      isWide
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <section className="card flex flex-col items-start gap-2 p-4">
          <h2 className="text-lg font-semibold">Set up your organisation</h2>
          <p className="flex-1 text-muted">
            Name it, choose its time zone and become its first administrator. Takes a minute.
          </p>
          <LinkButton to={setupPath()} variant="primary">
            Set up
          </LinkButton>
        </section>
        <section className="card flex flex-col items-start gap-2 p-4">
          <h2 className="text-lg font-semibold">Look around first</h2>
          <p className="flex-1 text-muted">
            A made-up clinic with seven people and two plans under way. Be any of them; no mail is
            sent.
          </p>
          <Form method="post" action={demoPath()}>
            <SubmitButton variant="secondary" pendingText="Building the clinic…">
              Open the demo clinic
            </SubmitButton>
          </Form>
        </section>
      </div>
    </AuthLayout>
  )
}
