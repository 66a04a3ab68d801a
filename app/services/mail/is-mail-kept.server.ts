import { env } from '~/infra/env.server'

/** Whether mail is kept under Settings → Mail because there is no mail server to send it through. */
export function isMailKept(): boolean {
  return !env().SMTP_URL
}
