import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { relyingPartyOf, type RelyingParty } from '~/domain/access/passkey'
import type { AssertionAnswer, AttestationAnswer } from '~/domain/access/passkey-answers'
import { passkeyWaitSeconds } from '~/domain/access/passkey-problem'
import { Invalid } from '~/domain/shared/errors'
import { appUrl } from '~/infra/env.server'

/**
 * The port to WebAuthn: nothing else knows the library that checks signatures. The site is the one
 * of APP_URL, whatever host a request names; the device must have checked that it is its owner.
 */

/** What goes to the browser: options for the device, and the address at which they work. */
export interface PasskeyRequest<Options> {
  options: Options
  site: string
}
export type CreationRequest = PasskeyRequest<PublicKeyCredentialCreationOptionsJSON>
export type UseRequest = PasskeyRequest<PublicKeyCredentialRequestOptionsJSON>

const timeout = passkeyWaitSeconds * 1000

/** @throws Invalid where the configured address is none that passkeys work at. */
function relyingParty(): RelyingParty {
  const site = relyingPartyOf(appUrl())
  if (site) return site
  throw new Invalid(
    'no-passkeys-here',
    'Passkeys need this site to have a name and https, and it is set up without. Go another way, and tell whoever runs it to set APP_URL.',
  )
}

/** Which passkey, as a device is told. */
export interface CredentialName {
  credentialId: string
  transports: string[]
}
const descriptors = (keys: readonly CredentialName[]) =>
  keys.map(({ credentialId, transports }) => ({ id: credentialId, transports }))

/** The name a device knows an account by: the 16 bytes of its id, which say nothing about anybody. */
const userHandle = (accountId: string) =>
  Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex'))
const sameHandle = (handle: string, accountId: string) =>
  handle === Buffer.from(userHandle(accountId)).toString('base64url')

/** A challenge for a new passkey of an account that a device keeps by itself, so that no name is to be typed. */
export async function requestCreation(account: {
  id: string
  email: string
  name: string
  passkeys: readonly CredentialName[]
}): Promise<CreationRequest> {
  const { id, origin } = relyingParty()
  const options = await generateRegistrationOptions({
    rpName: 'Wardround',
    rpID: id,
    userID: userHandle(account.id),
    userName: account.email,
    userDisplayName: account.name,
    timeout,
    attestationType: 'none',
    excludeCredentials: descriptors(account.passkeys),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, site: origin }
}

/** A challenge for a passkey that is there; without `passkeys`, any that the device has for this site. */
export async function requestUse(passkeys: readonly CredentialName[] = []): Promise<UseRequest> {
  const { id, origin } = relyingParty()
  const options = await generateAuthenticationOptions({
    rpID: id,
    allowCredentials: descriptors(passkeys),
    timeout,
    userVerification: 'required',
  })
  return { options, site: origin }
}

const refusal = () =>
  new Invalid(
    'passkey-not-accepted',
    'This passkey was not accepted: the device must check that it is you (by PIN, fingerprint or face), and answer what it was asked just now. Nothing was changed; try again, or go another way.',
  )

/** A page of another site may hold ours in a frame where a browser is told so; a passkey is never used there. */
function ensureNotFramed(clientDataJSON: string): void {
  const client = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
    crossOrigin?: unknown
    topOrigin?: unknown
  }
  if (client.crossOrigin || client.topOrigin) throw refusal()
}

/** What the library finds wrong is a refusal; it says so by throwing plain errors. */
async function checked<Result extends { verified: boolean }>(
  clientDataJSON: string,
  check: () => Promise<Result>,
): Promise<Result & { verified: true }> {
  const result = await (async () => {
    ensureNotFramed(clientDataJSON)
    return check()
  })().catch(() => null)
  if (!result?.verified) throw refusal()
  return result as Result & { verified: true }
}

/** A passkey that was made, as it is kept. */
export interface NewPasskey extends CredentialName {
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  isBackedUp: boolean
}

/** @throws Invalid where the answer is not to this challenge, from this site, by a verified person. */
export async function verifyCreation(
  answer: AttestationAnswer,
  challenge: string,
): Promise<NewPasskey> {
  const { id, origin } = relyingParty()
  const { transports } = answer.response
  const { registrationInfo } = await checked(answer.response.clientDataJSON, () =>
    verifyRegistrationResponse({
      response: {
        ...answer,
        response: {
          ...answer.response,
          transports: transports ?? [],
        },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
    }),
  )
  if (!registrationInfo) throw refusal()
  const { credential, credentialBackedUp } = registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Uint8Array.from(credential.publicKey),
    counter: credential.counter,
    transports: transports ?? [],
    isBackedUp: credentialBackedUp,
  }
}

/** A passkey as it is kept, for the check of its signature. */
export interface KeptPasskey {
  accountId: string
  credentialId: string
  publicKey: Uint8Array
}

/**
 * Checks a signature. The counter is left to the caller: it means something only once the signature
 * is good.
 * @throws Invalid where the answer is not to this challenge, from this site, by a verified person.
 */
export async function verifyUse(
  answer: AssertionAnswer,
  passkey: KeptPasskey,
  challenge: string,
): Promise<{ counter: number; isBackedUp: boolean }> {
  const { id, origin } = relyingParty()
  const { userHandle: handle } = answer.response
  if (handle && !sameHandle(handle, passkey.accountId)) throw refusal()
  const { authenticationInfo } = await checked(answer.response.clientDataJSON, () =>
    verifyAuthenticationResponse({
      response: {
        ...answer,
        response: { ...answer.response, userHandle: handle },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: 0,
      },
    }),
  )
  return {
    counter: authenticationInfo.newCounter,
    isBackedUp: authenticationInfo.credentialBackedUp,
  }
}
