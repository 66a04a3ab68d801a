import type { SetUpInput } from '~/domain/access/account-inputs'
import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { ensureGoodPassword, hashPassword } from '../accounts/passwords.server'
import { countTry } from '../accounts/rate-limits.server'
import { beginSession, type Visitor } from '../accounts/sessions.server'
import { createOrganisation } from './create-organisation.server'
import { claimInstallation, forgetInstallationState } from './installation.server'

/**
 * The first run: claims the installation, makes the organisation and its first administrator, and
 * signs them in.
 * @returns the session's cookie
 * @throws Forbidden when somebody was first, or the visitor is a stranger without the set-up link.
 */
export async function setUpOrganisation(
  input: SetUpInput,
  visitor: Visitor & { isLocal: boolean },
): Promise<string> {
  await countTry('set-up-address', visitor.address)
  const { organisationName, name: ownName, email: ownEmail } = input
  ensureGoodPassword(input.password, {
    ...{ name: ownName, email: ownEmail },
    organisationNames: [organisationName],
  })
  const passwordHash = await hashPassword(input.password)
  const accountId = newId()
  const { organisationId } = await transaction(async (tx) => {
    const claim = { token: input.token ?? null, isLocal: visitor.isLocal, isDemo: false, at: now() }
    await claimInstallation(tx, claim)
    const { name, email } = input
    await tx.account.create({
      data: { id: accountId, email, name, passwordHash, passwordChangedAt: now() },
    })
    return createOrganisation(tx, {
      name: input.organisationName,
      timeZone: input.timeZone,
      administrator: { accountId, name, email },
    })
  })
  forgetInstallationState()
  return beginSession(accountId, organisationId, { method: 'password', visitor })
}
