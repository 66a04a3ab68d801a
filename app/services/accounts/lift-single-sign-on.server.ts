import { shellOrigin } from '~/domain/access/actor'
import { SignInPolicy } from '~/domain/access/sign-in-policy'
import { Invalid } from '~/domain/shared/errors'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'

/**
 * Asks nobody of an organisation for single sign-on any more, so that passwords and passkeys let in
 * again: for whoever has a shell on the server when the provider is broken and everybody is kept out.
 * The providers stay as they are. Whoever has no password gets one through "Forgot your password?".
 *
 * @throws Invalid where single sign-on was asked of nobody
 */
export async function liftSingleSignOn(organisation: { id: string; name: string }): Promise<void> {
  const { id: organisationId, name } = organisation
  await transaction(async (tx) => {
    const row = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } })
    const policy = SignInPolicy.parse(row.signInPolicy)
    if (policy.singleSignOnFor === 'nobody') {
      throw new Invalid(
        'not-asked',
        `“${name}” asks nobody for single sign-on; nothing was changed.`,
      )
    }
    await tx.organisation.update({
      where: { id: organisationId },
      data: {
        signInPolicy: { ...policy, singleSignOnFor: 'nobody', singleSignOnFrom: null },
        version: { increment: 1 },
      },
    })
    await recordActivity(
      tx,
      { organisationId, personId: null, origin: shellOrigin },
      { type: 'settings.changed', payload: { settings: ['Single sign-on'] } },
    )
  })
}
