import { identityProviderPath } from '~/domain/shared/paths'
import { Invalid } from '~/domain/shared/errors'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { testIdentityProvider } from '~/services/organisations/identity-providers.server'

export const loader = backTo(({ providerId }) => identityProviderPath(providerId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { providerId = '' } = args.params
  try {
    const { signInHost } = await testIdentityProvider(actor, providerId)
    const text = `It answers as it should. People sign in at ${signInHost}. Whether it takes the client ID and secret shows at the first sign-in.`
    return await redirectWithToast(identityProviderPath(providerId), { text, tone: 'good' })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return redirectWithToast(identityProviderPath(providerId), { text: error.message, tone: 'bad' })
  }
})

export { ActionOnly as default } from '~/ui/layout/action-only'
