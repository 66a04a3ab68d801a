import { hasSecondFactor } from '~/domain/access/proof-ways'
import { countsAsTwoFactors, type SignInMethod } from '~/domain/access/sign-in-method'
import { db, transaction } from '~/infra/database/database.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { getAccountFactors } from './account-factors.server'
import { beginCeremony } from './ceremonies.server'
import { beginSession, type SessionStart, type Visitor } from './sessions.server'
import { isWayOpen, singleSignOnNeeded } from './single-sign-on-requirement.server'

/** What came of a proof that was good: a session, or a second step that is still to be made. */
export type SignInAnswer =
  | { step: 'signed-in'; cookie: string }
  /** The browser goes on at the page of the second step, with this ceremony's cookie. */
  | { step: 'second-factor'; cookie: string }

export interface Proof {
  accountId: string
  method: SignInMethod
  /** The organisation signed in to; without one, that of the account's oldest active person. */
  organisationId?: string
  /** The provider, with single sign-on. */
  providerId?: string
  visitor: Visitor
  /** Where the person wanted to go, kept for after the second step. */
  to?: string
}

/**
 * The one way in after a first proof of any kind. Every door (password, passkey, provider) ends here,
 * so that what an organisation asks for cannot be gone around by another door. Of several organisations
 * it is the oldest that takes this way to sign in. Where the account has a second factor and the proof
 * did not bring one, the answer is the step that asks for it.
 * @throws Invalid where every one of them asks for single sign-on.
 * @returns null where nobody active belongs to the account, which doors answer as a wrong proof.
 */
export async function finishSignIn(proof: Proof): Promise<SignInAnswer | null> {
  const { accountId, method, visitor, providerId, to } = proof
  const people = await db().person.findMany({
    where: {
      accountId,
      deactivatedAt: null,
      ...(proof.organisationId ? { organisationId: proof.organisationId } : {}),
    },
    orderBy: { createdAt: 'asc' },
    select: { organisationId: true, permissionRole: true, organisation: true },
  })
  if (people.length === 0) return null
  const person = people.find((each) => isWayOpen(method, each))
  if (!person) throw await singleSignOnNeeded(people[0]!)
  const { organisationId } = person
  if (!countsAsTwoFactors(method) && hasSecondFactor(await getAccountFactors(accountId))) {
    const payload = { organisationId, method, to: to ?? '' }
    return {
      step: 'second-factor',
      cookie: await beginCeremony('second-step', { accountId, payload }),
    }
  }
  const start = { method, visitor, providerId: providerId ?? null }
  return { step: 'signed-in', cookie: await beginToldSession(accountId, organisationId, start) }
}

/** Begins a session, and tells of it in the audit log of its organisation. */
export async function beginToldSession(
  accountId: string,
  organisationId: string,
  start: SessionStart,
): Promise<string> {
  const cookie = await beginSession(accountId, organisationId, start)
  const { method, visitor, hasSecondFactor } = start
  const origin = { way: 'browser', address: visitor.address, sessionId: null } as const
  const what = hasSecondFactor ? { what: 'with a second factor' } : {}
  await transaction((tx) =>
    recordAccountActivity(
      tx,
      accountId,
      origin,
      { type: 'account.signed-in', payload: { method, ...what } },
      { organisationId },
    ),
  )
  return cookie
}
