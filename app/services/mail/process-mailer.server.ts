import { env } from '~/infra/env.server'
import { createMailer, type Mailer } from '~/infra/mailer.server'

let mailer: Mailer | undefined

/** The mailer of this process, by SMTP_URL and MAIL_FROM. */
export function processMailer(): Mailer {
  mailer ??= createMailer({ smtpUrl: env().SMTP_URL ?? null, from: env().MAIL_FROM })
  return mailer
}
