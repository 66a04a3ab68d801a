import { isCounterAhead } from '~/domain/access/passkey'
import type { AssertionAnswer } from '~/domain/access/passkey-answers'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { verifyUse } from './webauthn.server'

/** A passkey that proved itself. */
export interface UsedPasskey {
  id: string
  accountId: string
}

/** The page tells the device to forget a passkey that is refused with this code. */
const unknown = () =>
  new Invalid(
    'passkey-unknown',
    'This passkey is not known here: it may have been removed from your account. Use another one, or go another way.',
  )

const someoneElses = () =>
  new Invalid(
    'passkey-of-another',
    'This passkey belongs to another account, so it was not taken. Use one of your own.',
  )

/**
 * Checks the answer of a device, and notes the use.
 * @param answer what the browser sent
 * @param step.challenge what the device was to sign
 * @param step.accountId whose passkey it has to be; null for anybody's
 * @throws Invalid when it is unknown, somebody else's, not to this challenge, or a copy.
 */
export async function usePasskey(
  answer: AssertionAnswer,
  step: { challenge: string; accountId: string | null },
): Promise<UsedPasskey> {
  const passkey = await db().passkey.findUnique({ where: { credentialId: answer.id } })
  if (!passkey) throw unknown()
  if (step.accountId && passkey.accountId !== step.accountId) throw someoneElses()
  const { counter, isBackedUp } = await verifyUse(answer, passkey, step.challenge)
  const isAhead = await transaction(async (tx) => {
    // Of two uses at the same moment, the second sees the counter of the first.
    const [kept] = await tx.$queryRaw<{ counter: bigint }[]>`
      select counter from passkey where id = ${passkey.id}::uuid for update`
    if (!kept) throw unknown()
    if (!isCounterAhead(Number(kept.counter), counter)) return false
    await tx.passkey.update({
      where: { id: passkey.id },
      data: { counter, isBackedUp, lastUsedAt: now() },
    })
    return true
  })
  if (isAhead) return { id: passkey.id, accountId: passkey.accountId }
  await noteCopy(passkey)
  throw new Invalid(
    'passkey-copied',
    'This passkey was refused: its counter went back, so there may be a copy of it. Sign in another way, remove it under “Your account”, and tell your administrator.',
  )
}

/** Writes down, wherever the account belongs to somebody, that a passkey may have been copied. */
async function noteCopy(passkey: { accountId: string; name: string }): Promise<void> {
  const people = await db().person.findMany({
    where: { accountId: passkey.accountId, deactivatedAt: null },
    select: { id: true, organisationId: true },
  })
  await transaction(async (tx) => {
    for (const { id, organisationId } of people) {
      await recordActivity(
        tx,
        { organisationId, personId: null },
        { type: 'passkey.refused', payload: { personId: id, name: passkey.name } },
      )
    }
  })
}
