import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { pageDateWords } from '~/domain/calendar/date-languages'
import { requestContext, sessionOf } from '~/http/request-context.server'
import { takeToast } from '~/http/toast.server'
import { RefusalPage } from '~/ui/layout/refusal-page'
import { DateWordsProvider } from '~/ui/primitives/date-words'
import { Toast } from '~/ui/primitives/toast'
import styles from '~/styles/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Wardround' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const [{ toast, setCookie }, session] = await Promise.all([
    takeToast(request),
    sessionOf(request),
  ])
  const headers = new Headers()
  if (setCookie) headers.append('Set-Cookie', setCookie)
  if (session.setCookie) headers.append('Set-Cookie', session.setCookie)
  const dateWords = pageDateWords(session.actor?.dateLanguage)
  return data({ toast, dateWords, cspNonce: requestContext().cspNonce }, { headers })
}

export function Layout({ children }: { children: ReactNode }) {
  // Missing when the root loader itself failed.
  const loaded = useRouteLoaderData<typeof loader>('root')
  const nonce = typeof document === 'undefined' ? loaded?.cspNonce : ''
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Toast message={loaded?.toast} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { dateWords } = useLoaderData<typeof loader>()
  return (
    <DateWordsProvider words={dateWords}>
      <Outlet />
    </DateWordsProvider>
  )
}

export function ErrorBoundary() {
  return <RefusalPage error={useRouteError()} />
}
