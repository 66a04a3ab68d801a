import type { ReactNode } from 'react'
import { homePath } from '~/domain/shared/paths'
import { Logo } from './logo'

interface ErrorPageProps {
  title: string
  whatHappened: ReactNode
  whatToDo: ReactNode
  /** Links or buttons; without any there is one to the first page. */
  actions?: ReactNode
  /** What to tell whoever runs this: the HTTP status, a request id. */
  reference?: string
  /** Inside AppShell: no logo, no landmark of its own. */
  isInShell?: boolean
}

/** Says what happened and what to do. Needs nothing but itself, so it also stands when all else fails. */
export function ErrorPage(props: ErrorPageProps) {
  const { title, whatHappened, whatToDo, actions, reference, isInShell } = props
  const body = (
    <div className="max-w-prose">
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <div className="mt-3 text-md">{whatHappened}</div>
      <div className="mt-2 text-md">{whatToDo}</div>
      <div className="mt-6 flex flex-wrap gap-2">
        {actions ?? (
          <a className="btn btn-primary" href={homePath()}>
            Go to the first page
          </a>
        )}
      </div>
      {reference ? <p className="mt-8 text-sm text-muted">Reference: {reference}</p> : null}
    </div>
  )
  if (isInShell) return body
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-10 sm:py-20">
      <div className="mb-8">
        <Logo />
      </div>
      {body}
    </main>
  )
}
