import { LegalHoldInput } from '~/domain/audit/retention'
import { auditRetentionPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { placeLegalHold } from '~/services/audit/retention.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(auditRetentionPath)

/** Places the legal hold. */
export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, LegalHoldInput)
  if (!form.ok) return form.reply()
  const isChanged = await placeLegalHold(actor, form.value)
  return redirectWithToast(
    auditRetentionPath(),
    isChanged ? 'The audit log is held' : 'It is held already; nothing was changed.',
  )
})
