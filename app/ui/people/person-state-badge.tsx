import { personStateLabel, type PersonState } from '~/domain/access/people-views'
import { Badge, type Tone } from '../primitives/badge'
import type { IconName } from '../primitives/icon'

const look: Readonly<Record<PersonState, { tone: Tone; icon: IconName }>> = {
  active: { tone: 'good', icon: 'check-circle' },
  contact: { tone: 'good', icon: 'mail' },
  invited: { tone: 'info', icon: 'mail' },
  deactivated: { tone: 'neutral', icon: 'cancelled' },
}

/** Active, invited or deactivated: shape, word, colour. */
export function PersonStateBadge({ state }: { state: PersonState }) {
  return (
    <Badge tone={look[state].tone} icon={look[state].icon}>
      {personStateLabel[state]}
    </Badge>
  )
}
