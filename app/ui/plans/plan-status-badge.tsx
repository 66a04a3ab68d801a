import { planStatusLabel, type PlanStatus } from '~/domain/progress/plan-status'
import { Badge, type Tone } from '../primitives/badge'
import type { IconName } from '../primitives/icon'

const look: Readonly<Record<PlanStatus, { tone: Tone; icon: IconName }>> = {
  'on-course': { tone: 'good', icon: 'check-circle' },
  'at-risk': { tone: 'warn', icon: 'warning' },
  late: { tone: 'bad', icon: 'alert' },
}

/** On course, at risk or late: shape, word, colour. */
export function PlanStatusBadge({ status }: { status: PlanStatus }) {
  return (
    <Badge tone={look[status].tone} icon={look[status].icon}>
      {planStatusLabel[status]}
    </Badge>
  )
}
