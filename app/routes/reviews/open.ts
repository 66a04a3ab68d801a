import { ReviewStepInput } from '~/domain/reviews/review-inputs'
import { reviewPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { openReview } from '~/services/reviews/open-review.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ reviewId }) => reviewPath(reviewId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { reviewId = '' } = args.params
  const form = await parseForm(args.request, ReviewStepInput)
  if (!form.ok) return form.reply()
  await openReview(actor, { ...form.value, reviewId })
  return redirectWithToast(reviewPath(reviewId), 'Opened. Its numbers are frozen.')
})
