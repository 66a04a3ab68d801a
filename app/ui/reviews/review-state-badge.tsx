import { reviewStateLabel, type ReviewState } from '~/domain/reviews/review'
import { Badge, type Tone } from '../primitives/badge'
import type { IconName } from '../primitives/icon'

const look: Readonly<Record<ReviewState, { tone: Tone; icon: IconName }>> = {
  scheduled: { tone: 'info', icon: 'calendar' },
  open: { tone: 'warn', icon: 'half' },
  signed: { tone: 'good', icon: 'lock' },
  cancelled: { tone: 'neutral', icon: 'cancelled' },
}

/** Scheduled, open, signed or cancelled: shape, word, colour. */
export function ReviewStateBadge({ state }: { state: ReviewState }) {
  return (
    <Badge tone={look[state].tone} icon={look[state].icon}>
      {reviewStateLabel[state]}
    </Badge>
  )
}
