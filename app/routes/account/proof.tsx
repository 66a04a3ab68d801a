import { data, redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProofInput, safeReturnPath } from '~/domain/access/account-inputs'
import { DomainError, Invalid } from '~/domain/shared/errors'
import { accountPath, proofPath, signOutPath } from '~/domain/shared/paths'
import { keptFields, type KeptField } from '~/http/ask-for-proof.server'
import { door } from '~/http/door.server'
import { readFormData } from '~/http/parse-form.server'
import { requireEnrollingActor } from '~/http/require-actor.server'
import { getProofWays, proveAgain } from '~/services/accounts/proofs.server'
import { TooManyTries } from '~/services/accounts/rate-limits.server'
import { SingleSignOnProof } from '~/ui/access/single-sign-on-proof'
import { PasskeyProof } from '~/ui/passkeys/passkey-second-step'
import { ProofForm, proofFormId } from '~/ui/account/proof-form'
import { PageHeader } from '~/ui/primitives/page-header'

export const meta: MetaFunction = () => [{ title: 'Confirm it is you – Wardround' }]

const toOf = (request: Request) =>
  safeReturnPath(new URL(request.url).searchParams.get('to'), accountPath())

/**
 * Whoever opens the address only comes back to `to`; that something is posted there again is asked for
 * by a post alone, which no other site can send.
 */
export const loader = door(async (args) => {
  const ways = await getProofWays(await requireEnrollingActor(args))
  const to = toOf(args.request)
  return { ways, to, action: proofPath({ to }) }
})

interface Refused {
  errors: Partial<Record<'form' | 'proofPassword' | 'proofCode', string>>
  kept: KeptField[]
  action: string
}

function refused(error: DomainError, again: { kept: KeptField[]; action: string }) {
  const isTooMany = error instanceof TooManyTries
  const field = error.field as 'proofPassword' | 'proofCode' | undefined
  return data<Refused>(
    { errors: { [field ?? 'form']: error.message }, ...again },
    {
      status: isTooMany ? 429 : 400,
      headers: isTooMany ? { 'Retry-After': String(Math.ceil(error.retryAfterSeconds)) } : {},
    },
  )
}

/**
 * Checks the proof and goes on: to a page, or, with `again`, to the post that had waited for it. The
 * browser then sends the same fields there (307); the schema there takes its own and drops the proof.
 */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireEnrollingActor(args)
  const { request } = args
  const [to, formData] = [toOf(request), await readFormData(request)]
  const isAgain = new URL(request.url).searchParams.get('again') === '1'
  const kept = (isAgain && keptFields(formData)) || []
  try {
    const input = ProofInput.safeParse(Object.fromEntries(formData))
    if (!input.success) throw new Invalid('no-proof', 'This is too long to be right.')
    const cookie = await proveAgain(actor, input.data)
    const headers: HeadersInit = cookie ? { 'Set-Cookie': cookie } : {}
    return redirect(to, { status: isAgain ? 307 : 302, headers })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const action = proofPath({ to, ...(isAgain ? { again: '1' as const } : {}) })
    return refused(error, { kept, action })
  }
}

export default function Proof() {
  const { ways, to, action: path } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Refused | undefined
  return (
    <>
      <PageHeader
        title="Confirm it is you"
        description="What comes next could hand somebody the keys, so it asks once more when the last time is over 15 minutes ago."
      />
      <ProofForm
        ways={ways}
        action={result?.action ?? path}
        kept={result?.kept ?? []}
        errors={result?.errors}
      ></ProofForm>
      {ways.passkey ? (
        <div className="mt-4 max-w-md">
          <PasskeyProof to={to} proofForm={(result?.kept.length ?? 0) > 0 ? proofFormId : null} />
        </div>
      ) : null}
      {ways.singleSignOn && !ways.isDemo ? (
        <SingleSignOnProof to={to} entered={result?.kept ?? []} />
      ) : null}
      <form method="post" action={signOutPath()} className="mt-8 text-sm text-muted">
        Or{' '}
        <button type="submit" className="link">
          sign out
        </button>{' '}
        and sign in again; that counts as well.
      </form>
    </>
  )
}
