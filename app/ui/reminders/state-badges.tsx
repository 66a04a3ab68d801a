import {
  emailStateLabel,
  ledgerStateLabel,
  type EmailState,
  type LedgerState,
} from '~/domain/reminders/ledger-page'
import { Badge, type Tone } from '../primitives/badge'
import type { IconName } from '../primitives/icon'

type Look = { tone: Tone; icon: IconName }

const looks: Readonly<Record<EmailState | LedgerState, Look>> = {
  waiting: { tone: 'info', icon: 'clock' },
  sent: { tone: 'good', icon: 'check-circle' },
  kept: { tone: 'neutral', icon: 'mail' },
  failed: { tone: 'bad', icon: 'alert' },
  held: { tone: 'held', icon: 'cancelled' },
}

/** What became of a message: shape, word, colour. */
export function EmailStateBadge({ state }: { state: EmailState }) {
  return <Badge {...looks[state]}>{emailStateLabel[state]}</Badge>
}

/** What became of a reminder: shape, word, colour. */
export function LedgerStateBadge({ state }: { state: LedgerState }) {
  return <Badge {...looks[state]}>{ledgerStateLabel[state]}</Badge>
}
