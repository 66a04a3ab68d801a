import type { JobPayload } from '~/domain/shared/job-kinds'
import { startPasswordReset } from '~/services/accounts/password-resets.server'

export function startReset({ email }: JobPayload<'start-password-reset'>): Promise<void> {
  return startPasswordReset(email)
}
