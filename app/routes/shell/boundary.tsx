import { Outlet, useRouteError } from '@remix-run/react'
import { RefusalPage } from '~/ui/layout/refusal-page'

/** Keeps the shell around a page that was refused. */
export default function Boundary() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <RefusalPage error={useRouteError()} isInShell />
}
