import type { JobHandlers } from '~/infra/queue.server'
import { purgeExpired } from './purge-expired.server'
import { sendEmail } from './send-email.server'
import { sweep } from './sweep-reminders.server'
import { startReset } from './start-password-reset.server'

/** Who handles which kind of job; a kind without a handler does not compile. */
export const handlers = {
  'sweep-reminders': sweep,
  'send-email': sendEmail,
  'start-password-reset': startReset,
  'purge-expired': purgeExpired,
} satisfies JobHandlers
