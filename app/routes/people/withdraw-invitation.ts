import { personPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { revokeInvitation } from '~/services/people/revoke-invitation.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ personId }) => personPath(personId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { personId = '' } = args.params
  await revokeInvitation(actor, personId)
  return redirectWithToast(personPath(personId), 'Invitation withdrawn')
})
