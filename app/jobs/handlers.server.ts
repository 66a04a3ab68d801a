import type { JobHandlers } from '~/infra/queue.server'
import { noteRefused } from './note-refused-sign-in.server'
import { purgeAuditLog } from './purge-audit.server'
import { purgeExpired } from './purge-expired.server'
import { sendEmail } from './send-email.server'
import { sweep } from './sweep-reminders.server'
import { startReset } from './start-password-reset.server'

/** Who handles which kind of job; a kind without a handler does not compile. */
export const handlers = {
  'sweep-reminders': sweep,
  'send-email': sendEmail,
  'start-password-reset': startReset,
  'note-refused-sign-in': noteRefused,
  'purge-expired': purgeExpired,
  'purge-audit': purgeAuditLog,
} satisfies JobHandlers
