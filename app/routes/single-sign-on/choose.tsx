import { data, redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EmailAddress, safeReturnPath } from '~/domain/access/account-inputs'
import {
  signInPath,
  singleSignOnDeparturePath,
  singleSignOnPath,
  tasksPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { findActor } from '~/http/require-actor.server'
import {
  beginSingleSignOn,
  findOfferedProvider,
  listOfferedProviders,
  type OfferedProvider,
} from '~/services/accounts/single-sign-on.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Single sign-on – Wardround' }]

const Choice = z.object({
  email: EmailAddress.optional(),
  provider: z.string().max(60).optional(),
  to: z.string().max(2000).optional(),
})

export const loader = door(async ({ request }) => {
  const query = new URL(request.url).searchParams
  const to = safeReturnPath(query.get('to'), tasksPath())
  if (await findActor({ request })) throw redirect(to)
  return { to, provider: await findOfferedProvider(query.get('provider') ?? '') }
})

async function depart(providerId: string, email: string | undefined, to: string | undefined) {
  const cookie = await beginSingleSignOn(
    { providerId, to: safeReturnPath(to, tasksPath()), ...(email ? { email } : {}) },
    requestContext(),
  )
  return redirect(singleSignOnDeparturePath(), { headers: { 'Set-Cookie': cookie } })
}

export const action = door(async ({ request }) => {
  const form = await parseForm(request, Choice)
  if (!form.ok) return form.reply()
  const { email, provider, to } = form.value
  if (provider) return depart(provider, email, to)
  if (!email) return data({ error: { email: ['Enter an email address.'] } }, 400)
  const offers = await listOfferedProviders(email, requestContext().address)
  if (offers.length === 1) return depart(offers[0]!.id, email, to)
  return data({ offers, email, to: to ?? '' }, offers.length === 0 ? 404 : 200)
})

interface Offers {
  offers: OfferedProvider[]
  email: string
  to: string
}

const isOffers = (result: unknown): result is Offers =>
  typeof result === 'object' && result !== null && 'offers' in result

export default function ChooseProvider() {
  const { to, provider } = useLoaderData<typeof loader>()
  const result: unknown = useActionData<typeof action>()
  if (isOffers(result) && result.offers.length > 0) {
    return <Choose offers={result.offers} email={result.email} to={to} />
  }
  if (provider) return <Choose offers={[provider]} to={to} error={formResult(result).errors} />
  return <AskForAddress to={to} result={result} />
}

function AskForAddress({ to, result }: { to: string; result: unknown }) {
  const form = formResult(isOffers(result) ? undefined : result)
  const unknown = isOffers(result)
    ? `No single sign-on is set up for the domain of ${result.email}. Check the address, or sign in with your password.`
    : undefined
  return (
    <AuthLayout
      title="Single sign-on"
      description="Sign in with the account of your work. Your email address tells us where that is."
      footer={<TextLink to={signInPath({ to })}>Sign in with a password instead</TextLink>}
    >
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          type="email"
          label="Email"
          autoComplete="username"
          required
          defaultValue={isOffers(result) ? result.email : form.value('email')}
          error={unknown ?? form.error('email')}
        />
        <SubmitButton pendingText="Going on…">Go on</SubmitButton>
      </Form>
    </AuthLayout>
  )
}

interface ChooseProps {
  offers: OfferedProvider[]
  email?: string
  to: string
  error?: string[] | undefined
}

/** Several organisations may have bound the same domain; names can be alike, so the place stands beside them. */
function Choose({ offers, email, to, error }: ChooseProps) {
  return (
    <AuthLayout
      title={offers.length > 1 ? 'Where do you sign in?' : 'Single sign-on'}
      description={
        offers.length > 1 ? 'Choose the one of your own organisation, at the address you know.' : ''
      }
      footer={<TextLink to={singleSignOnPath({ to })}>Use another email address</TextLink>}
    >
      <FormError error={error} />
      {offers.map(({ id, name, host }) => (
        <Form key={id} method="post" className="grid gap-1">
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="provider" value={id} />
          {email ? <input type="hidden" name="email" value={email} /> : null}
          <SubmitButton variant={offers.length > 1 ? 'secondary' : 'primary'}>
            Go on with {name}
          </SubmitButton>
          <p className="text-center text-sm text-muted">{host}</p>
        </Form>
      ))}
    </AuthLayout>
  )
}
