import { accountPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { removeAuthenticator } from '~/services/accounts/authenticators.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => accountPath())

export const action = actionOnly(async (args) => {
  const cookie = await removeAuthenticator(await requireActor(args))
  return redirectWithToast(accountPath(), 'The authenticator app is removed', {
    headers: cookie ? [['Set-Cookie', cookie]] : [],
  })
})
