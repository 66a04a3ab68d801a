import type { JobPayload } from '~/domain/shared/job-kinds'
import { noteRefusedPassword } from '~/services/accounts/note-refused-sign-in.server'

export function noteRefused(attempt: JobPayload<'note-refused-sign-in'>): Promise<void> {
  return noteRefusedPassword(attempt)
}
