import { accountPath, passkeyPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { removePasskey } from '~/services/accounts/passkeys.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ passkeyId }) => passkeyPath(passkeyId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { passkeyId = '' } = args.params
  const { name, cookie } = await removePasskey(actor, passkeyId)
  return redirectWithToast(accountPath(), `“${name}” is removed. Other devices are signed out.`, {
    headers: cookie ? [['Set-Cookie', cookie]] : [],
  })
})
