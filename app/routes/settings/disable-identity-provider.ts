import { identityProviderPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { disableIdentityProvider } from '~/services/organisations/identity-providers.server'

export const loader = backTo(({ providerId }) => identityProviderPath(providerId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { providerId = '' } = args.params
  await disableIdentityProvider(actor, providerId)
  return redirectWithToast(identityProviderPath(providerId), 'Switched off; its sessions ended')
})

export { ActionOnly as default } from '~/ui/layout/action-only'
