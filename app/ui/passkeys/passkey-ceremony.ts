import {
  browserSupportsWebAuthn,
  sendSignal,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { noPasskeysInBrowser, passkeyProblem, wrongSite } from '~/domain/access/passkey-problem'
import { askServer } from './ask-server'

/** Where a passkey is asked for and where the answer goes, and what goes with each. */
export interface PasskeyCeremony {
  act: 'make' | 'use'
  challengePath: string
  answerPath: string
  /** Sent with both, for example where the person wanted to go. */
  values?: Record<string, string>
}

/** What came of it: the address to go on at, or what to tell; null where the person did something else meanwhile. */
export type PasskeyOutcome = { to: string } | { code: string; message: string } | null

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

const problem = (code: string, message: string) => ({ code, message })

/** One challenge after the other: the last one asked for must be the one whose cookie the browser keeps. */
let asking: Promise<unknown> = Promise.resolve()
let latest = 0

function askForChallenge({ challengePath, values }: PasskeyCeremony) {
  const answer = asking.then(() =>
    askServer<{ options: Options; site: string }>(challengePath, values ?? {}),
  )
  asking = answer
  return answer
}

/**
 * Asks the server for a challenge, the device for its answer, and the server for what follows.
 * @param isAutofill lets the browser offer passkeys in the email field, and waits until one is chosen
 */
export async function runPasskeyCeremony(
  ceremony: PasskeyCeremony,
  { isAutofill = false }: { isAutofill?: boolean } = {},
): Promise<PasskeyOutcome> {
  if (!browserSupportsWebAuthn()) return problem('unsupported', noPasskeysInBrowser)
  const { act, answerPath, values } = ceremony
  const turn = (latest += 1)
  const asked = await askForChallenge(ceremony)
  if (turn !== latest) return null
  if (!asked.ok) return asked
  const elsewhere = wrongSite(window.location.origin, asked.site)
  if (elsewhere) return problem('wrong-site', elsewhere)
  const begunAt = performance.now()
  try {
    const answer =
      act === 'make'
        ? await startRegistration({
            optionsJSON: asked.options as PublicKeyCredentialCreationOptionsJSON,
          })
        : await startAuthentication({
            optionsJSON: asked.options as PublicKeyCredentialRequestOptionsJSON,
            useBrowserAutofill: isAutofill,
          })
    const done = await askServer<{ to: string }>(answerPath, { ...values, answer })
    if (!done.ok && done.code === 'passkey-unknown') await forget(asked.options, answer.id)
    return done.ok ? { to: done.to } : done
  } catch (error) {
    const { name, code } = error as { name: string; code?: string }
    if (code === 'ERROR_CEREMONY_ABORTED' || name === 'AbortError') return null
    const cause = (error as { cause?: { name?: string } }).cause?.name ?? name
    const seconds = (performance.now() - begunAt) / 1000
    return problem(cause, passkeyProblem({ name: cause }, { act, seconds }))
  }
}

/** Tells the device that a passkey is no longer good here, so that it offers it no more. Where it cannot be told, nothing is lost. */
async function forget(options: Options, credentialID: string): Promise<void> {
  if (!('rpId' in options) || !options.rpId) return
  await sendSignal({ signalName: 'unknownCredential', rpID: options.rpId, credentialID }).catch(
    () => undefined,
  )
}
