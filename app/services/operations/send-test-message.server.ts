import { EmailAddress } from '~/domain/access/account-inputs'
import { formatInstant } from '~/domain/calendar/format-date'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { renderEmail } from '~/infra/email-rendering.server'
import { appUrl, env } from '~/infra/env.server'
import { newId } from '~/infra/ids.server'
import { createMailer } from '~/infra/mailer.server'

/**
 * Sends a message right now, past the queue, so that the mail server's own words come back.
 * @returns what the mail server answered
 * @throws Invalid without SMTP_URL or with a wrong address, MailFailure when the server refuses.
 */
export async function sendTestMessage(to: string): Promise<string> {
  const address = EmailAddress.safeParse(to)
  if (!address.success) throw new Invalid('wrong-address', `${to} is not an email address.`)
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) {
    throw new Invalid('no-mail-server', 'SMTP_URL is not set, so there is no mail server to test.')
  }
  const parts = await renderEmail('test-message', {
    recipientName: null,
    organisationName: null,
    sentAtWords: formatInstant(now(), env().DEFAULT_TIME_ZONE ?? 'UTC'),
    instanceUrl: appUrl(),
  })
  const mailer = createMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM })
  try {
    const host = new URL(appUrl()).hostname
    const { response } = await mailer.send({
      to: { name: '', address: address.data },
      ...parts,
      messageId: `<${newId()}@${host}>`,
    })
    return response
  } finally {
    mailer.close()
  }
}
