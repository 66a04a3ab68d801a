import { DecisionInput } from '~/domain/reviews/decision'
import { reviewPath } from '~/domain/shared/paths'
import { optionalId } from '~/domain/tasks/text-input'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { addDecision } from '~/services/reviews/add-decision.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ reviewId }) => reviewPath(reviewId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { reviewId = '' } = args.params
  const form = await parseForm(args.request, DecisionInput.extend({ decisionId: optionalId }))
  if (!form.ok) return form.reply()
  await addDecision(actor, { ...form.value, reviewId })
  return redirectWithToast(reviewPath(reviewId), 'Decision written')
})
