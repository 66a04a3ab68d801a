import { ReviewCancelInput } from '~/domain/reviews/review'
import { reviewPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { cancelReview } from '~/services/reviews/cancel-review.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ reviewId }) => reviewPath(reviewId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { reviewId = '' } = args.params
  const form = await parseForm(args.request, ReviewCancelInput)
  if (!form.ok) return form.reply()
  await cancelReview(actor, { ...form.value, reviewId })
  return redirectWithToast(reviewPath(reviewId), 'Review cancelled')
})
