import nodemailer from 'nodemailer'
import { oneLine } from '~/domain/shared/subject-line'

export interface MailAddress {
  name: string
  address: string
}

export interface OutgoingMail {
  to: MailAddress
  /** Instead of the mailer's own sender. */
  from?: MailAddress
  subject: string
  html: string
  text: string
  /** Kept over retries, so that a client shows a message once that a server took twice. */
  messageId: string
  headers?: Readonly<Record<string, string>>
}

export interface Mailer {
  /** Whether there is a mail server to send through. */
  isConfigured: boolean
  /** @throws MailFailure */
  send(mail: OutgoingMail): Promise<{ accepted: boolean; response: string }>
  /** Connects and signs in, sends nothing. @throws MailFailure */
  verify(): Promise<void>
  close(): void
}

/** Milliseconds. A setting of the same name in SMTP_URL goes before it. */
export interface MailTimeouts {
  connectionTimeout: number
  greetingTimeout: number
  /** Silence during the conversation. */
  socketTimeout: number
  /** One message from connecting to the server's last word, however it dribbles. */
  sendTimeout: number
}

const defaultTimeouts: MailTimeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  sendTimeout: 120_000,
}

/** Why a message did not go out; `message` is a sentence for the ledger and the settings page. */
export class MailFailure extends Error {
  constructor(
    /** Whether the same message may go through later. */
    readonly temporary: boolean,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'MailFailure'
  }
}

/** The Message-ID of a stored message: always the same for the same row, unique in the world. */
export function messageIdFor(emailId: string, host: string): string {
  return `<${emailId}@${host}>`
}

/** Ask other machines for no answer (RFC 3834, and Exchange's own header). */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/**
 * Sends through the server that `smtpUrl` names, one connection a message. `smtp://` is encrypted
 * when the server offers STARTTLS, and then its certificate must hold; `smtps://` is encrypted from
 * the start. Nodemailer's connection options may follow as a query: `?requireTLS=true`,
 * `?tls.rejectUnauthorized=false`.
 *
 * @param from The sender, "Wardround <wardround@clinic.example>".
 * @throws RangeError when `smtpUrl` is not an smtp or smtps URL.
 */
export function createMailer(
  settings: { smtpUrl: string | null; from: string },
  timeouts: Partial<MailTimeouts> = {},
): Mailer {
  if (settings.smtpUrl === null) return unconfiguredMailer
  const { sendTimeout, ...connection } = { ...defaultTimeouts, ...timeouts }
  const transport = createTransport(settings.smtpUrl, connection)
  return {
    isConfigured: true,
    async send(mail) {
      ensureSendable(mail)
      try {
        const { accepted, response } = await transport.sendMail({
          ...mail,
          subject: oneLine(mail.subject),
          to: displayed(mail.to),
          from: mail.from ? displayed(mail.from) : settings.from,
          headers: { ...mail.headers, ...automatic },
          signal: AbortSignal.timeout(sendTimeout),
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { accepted: accepted.length > 0, response }
      } catch (error) {
        throw mailFailureOf(error)
      }
    },
    async verify() {
      try {
        await transport.verify()
      } catch (error) {
        throw mailFailureOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function createTransport(
  url: string,
  timeouts: Pick<MailTimeouts, 'connectionTimeout' | 'greetingTimeout' | 'socketTimeout'>,
) {
  if (!/^smtps?:\/\/[^/?#]/i.test(url)) {
    throw new RangeError('SMTP_URL must begin with smtp:// or smtps:// and name a server.')
  }
  return nodemailer.createTransport({
    ...timeouts,
    url,
    dnsTimeout: timeouts.connectionTimeout,
    socketCloseTimeout: 1_000,
  })
}

const unconfiguredMailer: Mailer = {
  isConfigured: false,
  send: () => Promise.reject(new MailFailure(true, 'No mail server is set (SMTP_URL).')),
  verify: () => Promise.reject(new MailFailure(true, 'No mail server is set (SMTP_URL).')),
  close: () => undefined,
}

/** One address and nothing else: no list, no comment, no space, no line break. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/u
const HEADER_NAME = /^[A-Za-z0-9-]+$/
const MESSAGE_ID = /^<[^\s<>@]+@[^\s<>@]+>$/
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** Names are for show, so what cannot stand in a header is taken out rather than refused. */
function displayed({ name, address }: MailAddress): MailAddress {
  return { name: oneLine(name), address }
}

/** Refuses whatever could add a recipient or a header that was not asked for. */
function ensureSendable(mail: OutgoingMail): void {
  const refuse = (what: string) => {
    throw new MailFailure(false, `The message was not sent: ${what}.`)
  }
  for (const address of [mail.to.address, ...(mail.from ? [mail.from.address] : [])]) {
    if (!ADDRESS.test(address)) refuse(`${JSON.stringify(address)} is not an email address`)
  }
  if (!MESSAGE_ID.test(mail.messageId)) refuse('its Message-ID is malformed')
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!HEADER_NAME.test(name) || CONTROL.test(value)) refuse('one of its headers is malformed')
  }
}

/** What nodemailer attaches to its errors. */
interface SmtpError extends Error {
  code?: string
  response?: string
  permanent?: boolean
}

/** Steps at which the server judges the message itself, rather than the connection or the account. */
const aboutTheMessage = new Set(['EENVELOPE', 'EMESSAGE'])

/**
 * Permanent is what the server says about this message for good (5xx), or what makes it unsendable
 * by itself. Everything else passes or can be mended without touching the message: 4xx, timeouts,
 * a server that is down, a refused sign-in, a bad certificate.
 */
function mailFailureOf(error: unknown): MailFailure {
  if (!(error instanceof Error)) return new MailFailure(true, String(error))
  const { code = '', response, permanent, message } = error as SmtpError
  const isFinal = aboutTheMessage.has(code) && permanent !== false
  const reason = response ?? message
  return new MailFailure(!isFinal, `${sentenceFor(code, isFinal)}: ${reason.trim()}`, {
    cause: error,
  })
}

function sentenceFor(code: string, isFinal: boolean): string {
  if (isFinal) return 'The mail server refused the message'
  if (aboutTheMessage.has(code)) return 'The mail server does not take the message now'
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'The mail server did not answer in time'
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'The mail server refused the sign-in'
  if (code === 'ETLS') return 'The connection to the mail server cannot be encrypted'
  return 'The connection to the mail server failed'
}
