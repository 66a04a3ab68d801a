import { InvitationChoiceInput } from '~/domain/access/person-inputs'
import { invitationsPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { revokeInvitations } from '~/services/people/revoke-invitation.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => invitationsPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, InvitationChoiceInput)
  if (!form.ok) return form.reply()
  const count = await revokeInvitations(actor, form.value.personIds)
  return redirectWithToast(
    invitationsPath(),
    count === 1 ? '1 invitation withdrawn' : `${count} invitations withdrawn`,
  )
})
