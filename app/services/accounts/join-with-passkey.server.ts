import type { AssertionAnswer, AttestationAnswer } from '~/domain/access/passkey-answers'
import { db, transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { clearCeremonyCookie } from './ceremonies.server'
import { finishSignIn } from './finish-sign-in.server'
import {
  claimInvitation,
  findAccount,
  findOpenInvitation,
  invitationRefusal,
  joinAs,
} from './invitations.server'
import { beginPasskeyStep, takePasskeyStep } from './passkey-steps.server'
import { countTry } from './rate-limits.server'
import { addPasskey } from './register-passkey.server'
import type { Visitor } from './sessions.server'
import { isWayOpen, singleSignOnNeeded } from './single-sign-on-requirement.server'
import { usePasskey } from './use-passkey.server'
import {
  requestCreation,
  requestUse,
  verifyCreation,
  type CreationRequest,
  type UseRequest,
} from './webauthn.server'

/**
 * Asks an invited person for a passkey: a new one where nothing signs in to the address yet, else one
 * that its account has.
 * @throws Invalid when the link is good no more, or the account has no passkey; TooManyTries.
 */
export async function beginJoinWithPasskey(
  token: string,
  visitor: Visitor,
): Promise<{ request: CreationRequest | UseRequest; cookie: string }> {
  await countTry('invitation-address', visitor.address)
  const { id: invitationId, person } = await findOpenInvitation(db(), token)
  const { account, isNew } = await findAccount(db(), person.email)
  const passkeys = account?.passkeys ?? []
  if (!isNew && passkeys.length === 0) throw invitationRefusal()
  const accountId = account?.id ?? newId()
  const { email, name } = person
  const request = isNew
    ? await requestCreation({ id: accountId, email, name, passkeys })
    : await requestUse(passkeys)
  const { challenge } = request.options
  const cookie = await beginPasskeyStep(accountId, {
    challenge,
    purpose: 'invitation',
    invitationId,
  })
  return { request, cookie }
}

/** What the browser sent: a new passkey, or the use of one. */
export interface JoinInput {
  name: string
  answer: AttestationAnswer | AssertionAnswer
}

/**
 * Joins the organisation with a passkey and no password, and signs in.
 * @returns the cookies of the session and the ended step
 * @throws Invalid when the link is good no more or the passkey is not accepted; TooManyTries.
 */
export async function joinWithPasskey(
  token: string,
  { name, answer }: JoinInput,
  cookieHeader: string | null,
  visitor: Visitor,
): Promise<string[]> {
  await countTry('invitation-address', visitor.address)
  const step = await takePasskeyStep('invitation', cookieHeader)
  const { accountId, challenge } = step
  const { id, organisationId, person } = await findOpenInvitation(db(), token)
  if (!accountId || step.invitationId !== id) throw invitationRefusal()
  if (!isWayOpen('passkey', person)) throw await singleSignOnNeeded(person)
  const isCreation = 'attestationObject' in answer.response
  const made = isCreation ? await verifyCreation(answer as AttestationAnswer, challenge) : null
  if (!made) await usePasskey(answer as AssertionAnswer, { challenge, accountId })
  await transaction(async (tx) => {
    const invitation = await claimInvitation(tx, token)
    const { account, isNew } = await findAccount(tx, person.email)
    // Somebody may have made the account meanwhile: then it is theirs, and not for a new key.
    if (isNew !== Boolean(made) || (account && account.id !== accountId)) throw invitationRefusal()
    if (!account) await tx.account.create({ data: { id: accountId, email: person.email, name } })
    await joinAs(tx, invitation, { accountId, name })
    if (!made) return
    const timeZone = person.timeZone ?? person.organisation.timeZone
    const passkey = await addPasskey(tx, accountId, made, timeZone)
    const origin = { way: 'browser', address: visitor.address, sessionId: null } as const
    const payload = { what: `the passkey “${passkey.name}”` }
    await recordAccountActivity(tx, accountId, origin, { type: 'account.factor-added', payload })
  })
  const signedIn = await finishSignIn({ accountId, method: 'passkey', organisationId, visitor })
  if (!signedIn) throw invitationRefusal()
  return [signedIn.cookie, clearCeremonyCookie('passkey-registration')]
}
