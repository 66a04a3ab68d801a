import { Invalid } from '~/domain/shared/errors'
import { transaction, type Transaction } from '~/infra/database/database.server'
import {
  decryptSecret,
  encryptSecret,
  keyIdOfSecret,
  newestKeyId,
  SecretUnreadable,
} from '~/infra/secrets.server'
import { secretContext } from '../accounts/single-sign-on.server'

interface StoredSecret {
  stored: string
  /** What it is bound to. */
  context: string
  /** What a person knows it by, where it cannot be read. */
  whose: string
  save: (tx: Transaction, stored: string) => Promise<unknown>
}

/** Every secret there is; a new column of secrets needs its part here. */
async function listSecrets(tx: Transaction): Promise<StoredSecret[]> {
  const authenticators = await tx.authenticator.findMany()
  const providers = await tx.identityProvider.findMany({ where: { clientSecret: { not: null } } })
  return [
    ...authenticators.map(({ accountId, secret }) => ({
      stored: secret,
      context: `authenticator:${accountId}`,
      whose: `the authenticator app of account ${accountId}`,
      save: (tx: Transaction, stored: string) =>
        tx.authenticator.update({ where: { accountId }, data: { secret: stored } }),
    })),
    ...providers.map(({ id, name, clientSecret }) => ({
      stored: clientSecret!,
      context: secretContext(id),
      whose: `the client secret of the provider “${name}” (${id})`,
      save: (tx: Transaction, stored: string) =>
        tx.identityProvider.update({ where: { id }, data: { clientSecret: stored } }),
    })),
  ]
}

/** How many secrets are not under the newest key. */
export async function countOldSecrets(tx: Transaction): Promise<number> {
  const secrets = await listSecrets(tx)
  return secrets.filter(({ stored }) => keyIdOfSecret(stored) !== newestKeyId()).length
}

/**
 * Encrypts every stored secret under the newest key, all or none; a second run changes nothing.
 * What the product writes meanwhile waits, so that no older secret comes back over a newer one.
 * @throws Invalid naming the secret that cannot be read, with nothing changed
 */
export function rotateSecrets(): Promise<{ rewritten: number; current: number }> {
  return transaction(async (tx) => {
    await tx.$executeRaw`lock table authenticator, identity_provider in share row exclusive mode`
    const secrets = await listSecrets(tx)
    const old = secrets.filter(({ stored }) => keyIdOfSecret(stored) !== newestKeyId())
    for (const { stored, context, whose, save } of old) {
      await save(tx, encryptSecret(readable(stored, context, whose), context))
    }
    return { rewritten: old.length, current: secrets.length - old.length }
  })
}

function readable(stored: string, context: string, whose: string): string {
  try {
    return decryptSecret(stored, context)
  } catch (error) {
    if (!(error instanceof SecretUnreadable)) throw error
    throw new Invalid(
      'secret-unreadable',
      `Nothing was changed, because ${whose} cannot be read: ${error.message}`,
    )
  }
}
