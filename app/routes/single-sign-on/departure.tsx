import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { singleSignOnPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { findDeparture } from '~/services/accounts/single-sign-on.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { buttonClass } from '~/ui/primitives/button'
import { TextLink } from '~/ui/primitives/text-link'

/**
 * The page in between. A form of ours may not end on another site (form-action in the content security
 * policy), so the browser goes on from here by itself, or by the link.
 */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: 'On the way – Wardround' },
  ...(data ? [{ httpEquiv: 'refresh', content: `0; url=${data.url}` }] : []),
]

export const loader = door(async ({ request }) => {
  const isProof = new URL(request.url).searchParams.get('proof') === 'yes'
  const kind = isProof ? 'single-sign-on-proof' : 'single-sign-on'
  const departure = await findDeparture(kind, request.headers.get('Cookie'))
  if (!departure) throw redirect(singleSignOnPath())
  return departure
})

export default function Departure() {
  const { url, providerName } = useLoaderData<typeof loader>()
  useEffect(() => window.location.replace(url), [url])
  return (
    <AuthLayout
      title={`On the way to ${providerName}`}
      description="You sign in there and come back here by yourself."
      footer={<TextLink to={singleSignOnPath()}>Choose another way</TextLink>}
    >
      <a href={url} className={buttonClass({ variant: 'primary' })}>
        Go on to {providerName}
      </a>
    </AuthLayout>
  )
}
