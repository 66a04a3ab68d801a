import { isRouteErrorResponse } from '@remix-run/react'
import type { ProofWays } from '~/domain/access/proof-ways'
import { signInPath } from '~/domain/shared/paths'
import { ProofForm } from '../account/proof-form'
import { ErrorPage } from './error-page'

interface Named {
  name: string
  value: string
}

/** What a refusal carries; see the doors in `http`. */
interface RefusalData {
  title: string
  message: string
  entered?: Named[]
  current?: Named[]
  signInAgain?: boolean
  /** The form that confirms who it is, with what was posted kept in it. */
  proof?: { ways: ProofWays; action: string; kept: Named[] }
}

const isRefusal = (value: unknown): value is RefusalData =>
  typeof value === 'object' && value !== null && 'title' in value && 'message' in value

/** Turns whatever a route threw into a page: refusals in their own words, the unexpected in ours. */
export function RefusalPage({ error, isInShell }: { error: unknown; isInShell?: boolean }) {
  if (!isRouteErrorResponse(error)) {
    return (
      <ErrorPage
        title="Something went wrong on our side"
        whatHappened="The page could not be made. What was saved before is still there."
        whatToDo="Try it again. If it stays like this, tell whoever runs this installation."
        isInShell={isInShell}
      />
    )
  }
  if (!isRefusal(error.data)) {
    return (
      <ErrorPage
        title={error.status === 404 ? 'There is no such page' : 'This did not work'}
        whatHappened="The address leads nowhere; perhaps it was typed or copied with a mistake."
        whatToDo="Check the address, or start from the first page."
        reference={String(error.status)}
        isInShell={isInShell}
      />
    )
  }
  return <Refusal refusal={error.data} status={error.status} isInShell={isInShell} />
}

interface RefusalProps {
  refusal: RefusalData
  status: number
  isInShell?: boolean
}

function Refusal({ refusal, status, isInShell }: RefusalProps) {
  const { title, message, entered, current, signInAgain, proof } = refusal
  if (proof) {
    return (
      <ErrorPage
        title={title}
        whatHappened="You proved who you are more than 15 minutes ago, and this needs it once more. What you entered is kept and done right after."
        whatToDo={<ProofForm {...proof} />}
        actions={<></>}
        isInShell={isInShell}
      />
    )
  }
  return (
    <ErrorPage
      title={title}
      whatHappened={
        <>
          <p>{message}</p>
          <Values heading="What stands there now" values={current} />
          <Values heading="What you had entered" values={entered} />
        </>
      }
      whatToDo={
        entered?.length ? 'Go back in your browser to change it, or copy it from here.' : ''
      }
      actions={
        signInAgain ? (
          <a className="btn btn-primary" href={signInPath()}>
            Sign in
          </a>
        ) : undefined
      }
      reference={String(status)}
      isInShell={isInShell}
    />
  )
}

function Values({ heading, values }: { heading: string; values?: Named[] }) {
  if (!values?.length) return null
  return (
    <section className="mt-4">
      <h2 className="font-semibold">{heading}</h2>
      <dl className="mt-1 grid gap-2">
        {values.map(({ name, value }) => (
          <div key={name} className="card p-3">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="break-words whitespace-pre-wrap">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
