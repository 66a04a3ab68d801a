import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'

/** Gives an account another password; links that would set one are void from here on. */
export async function storePassword(
  tx: Transaction,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: { passwordHash, passwordChangedAt: now() },
  })
  await tx.passwordReset.updateMany({
    where: { accountId, usedAt: null },
    data: { usedAt: now() },
  })
}
