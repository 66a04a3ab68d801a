import type { AccountFactors } from '~/domain/access/proof-ways'
import { db } from '~/infra/database/database.server'

/** What an account can prove itself with. */
export async function getAccountFactors(accountId: string): Promise<AccountFactors> {
  const account = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      passwordHash: true,
      authenticator: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
    },
  })
  return {
    hasPassword: account.passwordHash !== null,
    hasAuthenticator: Boolean(account.authenticator?.confirmedAt),
    passkeyCount: account._count.passkeys,
  }
}
