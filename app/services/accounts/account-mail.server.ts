import { factorChangeWords, type FactorChange } from '~/domain/access/factor-change'
import { formatInstant } from '~/domain/calendar/format-date'
import { accountPath, forgotPasswordPath } from '~/domain/shared/paths'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { appUrl } from '~/infra/env.server'
import { enqueueEmail } from '../mail/enqueue-email.server'

/** Whom to write to about an account: its owner, as the person who was there first. */
async function findOwner(tx: Transaction, accountId: string) {
  const person = await tx.person.findFirst({
    where: { accountId, deactivatedAt: null },
    orderBy: { createdAt: 'asc' },
    include: { organisation: true, account: true },
  })
  if (!person?.account) return null
  const { account, organisation } = person
  return {
    name: account.name,
    changedAtWords: formatInstant(now(), person.timeZone ?? organisation.timeZone),
    address: {
      organisationId: person.organisationId,
      personId: person.id,
      toName: account.name,
      toAddress: account.email,
    },
  }
}

/** Tells the owner of an account that its password was changed. */
export async function mailPasswordChanged(tx: Transaction, accountId: string): Promise<void> {
  const owner = await findOwner(tx, accountId)
  if (!owner) return
  await enqueueEmail(tx, {
    ...owner.address,
    kind: 'password-changed',
    payload: {
      recipientName: owner.name,
      changedAtWords: owner.changedAtWords,
      resetUrl: `${appUrl()}${forgotPasswordPath()}`,
      instanceUrl: appUrl(),
    },
  })
}

/** Tells the owner of an account what became of its factors, or that a recovery code was used. */
export async function mailFactorChanged(
  tx: Transaction,
  accountId: string,
  change: FactorChange,
): Promise<void> {
  const owner = await findOwner(tx, accountId)
  if (!owner) return
  const { what, remark } = factorChangeWords(change)
  await enqueueEmail(tx, {
    ...owner.address,
    kind: 'factor-changed',
    payload: {
      recipientName: owner.name,
      changedAtWords: owner.changedAtWords,
      ...{ whatWords: what, remark },
      accountUrl: `${appUrl()}${accountPath()}`,
      instanceUrl: appUrl(),
    },
  })
}
