import { reviewPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { removeDecision } from '~/services/reviews/remove-decision.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ reviewId }) => reviewPath(reviewId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { reviewId = '', decisionId = '' } = args.params
  await removeDecision(actor, { reviewId, decisionId })
  return redirectWithToast(reviewPath(reviewId), 'Decision removed')
})
