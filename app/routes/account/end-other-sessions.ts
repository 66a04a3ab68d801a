import { accountPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { endMyOtherSessions } from '~/services/accounts/end-sessions.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => accountPath())

export const action = actionOnly(async (args) => {
  const count = await endMyOtherSessions(await requireActor(args))
  const where = count === 1 ? 'on one other device' : `on ${count} other devices`
  return redirectWithToast(
    accountPath(),
    count === 0 ? 'You were signed in nowhere else' : `Signed out ${where}`,
  )
})
