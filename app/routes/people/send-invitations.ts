import { InvitationChoiceInput } from '~/domain/access/person-inputs'
import { invitationsPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { resendInvitations } from '~/services/people/resend-invitation.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => invitationsPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, InvitationChoiceInput)
  if (!form.ok) return form.reply()
  const count = await resendInvitations(actor, form.value.personIds)
  const words = count === 1 ? '1 new link is' : `${count} new links are`
  return redirectWithToast(invitationsPath(), `${words} on the way; the old ones are void.`)
})
