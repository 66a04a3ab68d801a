import { shellOrigin } from '~/domain/access/actor'
import { EmailAddress } from '~/domain/access/account-inputs'
import { Invalid } from '~/domain/shared/errors'
import { db, transaction } from '~/infra/database/database.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { mailFactorChanged } from './account-mail.server'
import { dropRecoveryCodes } from './recovery-codes.server'
import { endAllSessions } from './sessions.server'

/**
 * Removes every second factor of an account and its recovery codes, for somebody who lost all of them;
 * its sessions end and its owner is told by mail. For whoever has a shell on the server, who has made
 * sure who asks: the password alone lets in afterwards.
 * @throws Invalid where there is no such account or nothing to remove
 */
export async function dropFactors(address: string): Promise<void> {
  const email = EmailAddress.safeParse(address)
  const account = email.success
    ? await db().account.findUnique({ where: { email: email.data }, include: { people: true } })
    : null
  if (!account) throw new Invalid('no-account', `There is no account with the address ${address}.`)
  const accountId = account.id
  await transaction(async (tx) => {
    const apps = await tx.authenticator.deleteMany({ where: { accountId } })
    const passkeys = await tx.passkey.deleteMany({ where: { accountId } })
    if (apps.count + passkeys.count === 0) {
      throw new Invalid(
        'no-factors',
        `The account ${address} has no second factor; nothing was changed.`,
      )
    }
    await dropRecoveryCodes(tx, accountId)
    await endAllSessions(tx, accountId)
    await mailFactorChanged(tx, accountId, { change: 'factors-dropped' })
    await recordAccountActivity(tx, accountId, shellOrigin, {
      type: 'account.factor-removed',
      payload: { what: 'every second factor, by command on the server' },
    })
  })
}
