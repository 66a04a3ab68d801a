import { accountPath, homePath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { endOneSession } from '~/services/accounts/end-sessions.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => accountPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { sessionId = '' } = args.params
  await endOneSession(actor, sessionId)
  const isThis = sessionId === actor.origin.sessionId
  return redirectWithToast(isThis ? homePath() : accountPath(), 'Signed out there')
})
