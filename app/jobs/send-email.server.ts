import type { JobPayload } from '~/domain/shared/job-kinds'
import { deliverEmail } from '~/services/mail/deliver-email.server'

export function sendEmail(
  { emailId }: JobPayload<'send-email'>,
  { isLastTry }: { isLastTry: boolean },
): Promise<void> {
  return deliverEmail(emailId, { isLastTry })
}
