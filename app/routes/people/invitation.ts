import { personPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { resendInvitation } from '~/services/people/resend-invitation.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ personId }) => personPath(personId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { personId = '' } = args.params
  await resendInvitation(actor, personId)
  return redirectWithToast(personPath(personId), 'A new link is on its way; the old one is void.')
})
