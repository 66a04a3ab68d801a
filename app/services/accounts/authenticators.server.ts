import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import type { Actor } from '~/domain/access/actor'
import { ensureAccountWide } from '~/domain/access/account-wide'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { log } from '~/infra/log.server'
import { decryptSecret, encryptSecret, SecretUnreadable } from '~/infra/secrets.server'
import { recordFactorAdded, recordFactorRemoved, type FactorChanged } from './factor-changes.server'

/** RFC 6238 as every authenticator app has it. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps to either side of now that are taken, for clocks that are a little off. */
const window = 1
const seedBytes = 20

const contextOf = (accountId: string) => `authenticator:${accountId}`

/** What the enrolment page shows. */
export interface AuthenticatorEnrolment {
  /** The seed in groups of four, to be typed where there is no camera. */
  key: string
  /** For the app on this very device. */
  url: string
  /** The same as a QR code: so many modules a side, and the dark ones as an SVG path. */
  qr: { size: number; path: string }
}

function qrOf(text: string): AuthenticatorEnrolment['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { size, path: path.join('') }
}

function readSeed(accountId: string, stored: string): Secret {
  try {
    return Secret.fromBase32(decryptSecret(stored, contextOf(accountId)))
  } catch (error) {
    if (!(error instanceof SecretUnreadable)) throw error
    log().error({ err: error, accountId }, 'an authenticator cannot be read')
    throw new Invalid(
      'authenticator-unreadable',
      'Codes of your app cannot be checked at the moment, because a key of this installation is missing. Use a recovery code, and tell whoever runs this installation.',
    )
  }
}

/** The time step a code belongs to, counted from 1970; null where it fits none near now. */
function stepOf(secret: Secret, typed: string): number | null {
  const token = typed.replace(/\s+/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now().getTime()
  const delta = TOTP.validate({ ...shape, token, secret, timestamp, window })
  return delta === null ? null : TOTP.counter({ period: shape.period, timestamp }) + delta
}

const wrongCode = (field: string) =>
  new Invalid(
    'wrong-code',
    'This code does not fit. Take the one that the app shows now; if it goes on like this, check that the clock of your phone is set by itself.',
    field,
  )

/**
 * Begins the enrolment of an authenticator app, or goes on with the one that was begun: the seed stays
 * the same until it is confirmed, so a page that is loaded twice shows one code.
 * @throws ProofNeeded, Forbidden for a session of single sign-on, Invalid where there is one already
 */
export async function openEnrolment(actor: Actor): Promise<AuthenticatorEnrolment> {
  ensureAccountWide(actor)
  ensureRecentProof(actor, now())
  const { accountId } = actor
  const fresh = encryptSecret(new Secret({ size: seedBytes }).base32, contextOf(accountId))
  await db().authenticator.createMany({
    data: [{ accountId, secret: fresh, createdAt: now() }],
    skipDuplicates: true,
  })
  const row = await db().authenticator.findUniqueOrThrow({ where: { accountId } })
  if (row.confirmedAt) {
    throw new Invalid(
      'has-authenticator',
      'Your account has an authenticator app already. Remove it first to move to another one.',
    )
  }
  const secret = readSeed(accountId, row.secret)
  const url = new TOTP({ ...shape, issuer: 'Wardround', label: actor.email, secret }).toString()
  return { key: secret.base32.replace(/(.{4})(?!$)/g, '$1 '), url, qr: qrOf(url) }
}

/**
 * Confirms the enrolment with a code of the app; from here on it is asked for at sign-in.
 * @throws Invalid when the code does not fit or nothing was begun, ProofNeeded
 */
export async function confirmAuthenticator(actor: Actor, code: string): Promise<FactorChanged> {
  ensureAccountWide(actor)
  ensureRecentProof(actor, now())
  const { accountId } = actor
  const row = await db().authenticator.findUnique({ where: { accountId } })
  if (!row || row.confirmedAt) {
    throw new Invalid(
      'no-enrolment',
      'This was confirmed already, or was never begun. Look at the page of your account.',
    )
  }
  const step = stepOf(readSeed(accountId, row.secret), code)
  if (step === null) throw wrongCode('code')
  return transaction(async (tx) => {
    const { count } = await tx.authenticator.updateMany({
      where: { accountId, confirmedAt: null, secret: row.secret },
      data: { confirmedAt: now(), lastStep: step },
    })
    if (count === 0) throw wrongCode('code')
    return recordFactorAdded(tx, actor, 'authenticator')
  })
}

/** Removes the actor's authenticator app. @throws NotFound, ProofNeeded, Forbidden @returns the new cookie */
export async function removeAuthenticator(actor: Actor): Promise<string | null> {
  ensureAccountWide(actor)
  ensureRecentProof(actor, now())
  const { accountId } = actor
  return transaction(async (tx) => {
    const { count } = await tx.authenticator.deleteMany({
      where: { accountId, confirmedAt: { not: null } },
    })
    if (count === 0) throw new NotFound('authenticator app')
    return recordFactorRemoved(tx, actor, 'authenticator')
  })
}

/**
 * Takes a code of an account's app. Its time step is written down with the same statement that
 * compares it, so no code is taken twice, not even in two windows at the same moment.
 */
export async function takeAuthenticatorCode(accountId: string, typed: string): Promise<boolean> {
  const row = await db().authenticator.findUnique({ where: { accountId } })
  if (!row?.confirmedAt) return false
  const step = stepOf(readSeed(accountId, row.secret), typed)
  if (step === null) return false
  const { count } = await db().authenticator.updateMany({
    where: { accountId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}
