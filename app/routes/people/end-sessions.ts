import { personPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { endPersonSessions } from '~/services/people/end-person-sessions.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ personId }) => personPath(personId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { personId = '' } = args.params
  const count = await endPersonSessions(actor, personId)
  return redirectWithToast(
    personPath(personId),
    count === 0 ? 'They were signed in nowhere' : 'They are signed out on every device',
  )
})
