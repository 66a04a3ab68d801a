import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/**
 * A real mail server on a free loopback port with an inbox that tests read.
 *
 *     const smtp = await startSmtpServer()
 *     // … SMTP_URL=smtp.url …
 *     const [mail] = await smtp.waitForMessages(1)
 *     await smtp.close()
 */
export interface TestSmtpServer {
  url: string
  port: number
  /** Everything taken so far, oldest first. */
  messages: ParsedMail[]
  /** How each of `messages` was handed over, in the same order. */
  envelopes: { recipients: string[]; isEncrypted: boolean }[]
  /** How many connections were opened, whatever came of them. */
  connectionCount: number
  /** What happens to the next message; may be changed at any time. */
  mode: SmtpMode
  /** Resolves when `count` messages have been taken; rejects after `timeoutMs`. */
  waitForMessages(count: number, timeoutMs?: number): Promise<ParsedMail[]>
  clear(): void
  close(): Promise<void>
}

/**
 * `reject-*` answer each recipient with 451 or 550, `hang` never greets, `hang-after-data` takes the
 * text and never answers.
 */
export type SmtpMode =
  'accept' | 'reject-temporarily' | 'reject-permanently' | 'hang' | 'hang-after-data'

export interface TestSmtpOptions {
  mode?: SmtpMode
  /** Asks for this sign-in before it takes a message. */
  credentials?: { user: string; pass: string }
  /** Offers STARTTLS with this certificate; without one everything is in the clear. */
  certificate?: { cert: string; key: string }
}

const refusals: Partial<Record<SmtpMode, Error>> = {
  'reject-temporarily': refusal(451, 'Mailbox busy, try again later'),
  'reject-permanently': refusal(550, 'No such user here'),
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

/** Starts the server; it listens when the promise resolves. */
export async function startSmtpServer(options: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const inbox = {
    messages: [] as ParsedMail[],
    envelopes: [] as TestSmtpServer['envelopes'],
    connectionCount: 0,
    mode: options.mode ?? 'accept',
  }
  const server = createServer(inbox, options)
  server.on('error', () => undefined) // a client that goes away mid-sentence is part of the tests
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(inbox, {
    port,
    url: `smtp://127.0.0.1:${port}`,
    waitForMessages: (count: number, timeoutMs = 20_000) => waitFor(inbox, count, timeoutMs),
    clear() {
      inbox.messages.length = 0
      inbox.envelopes.length = 0
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  })
}

type Inbox = Pick<TestSmtpServer, 'messages' | 'envelopes' | 'connectionCount' | 'mode'>

function createServer(inbox: Inbox, { credentials, certificate }: TestSmtpOptions): SMTPServer {
  return new SMTPServer({
    ...certificate,
    disabledCommands: [...(certificate ? [] : ['STARTTLS']), ...(credentials ? [] : ['AUTH'])],
    authOptional: credentials === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect(_session, callback) {
      inbox.connectionCount += 1
      if (inbox.mode !== 'hang') callback()
    },
    onAuth({ username, password }, _session, callback) {
      const isRight = username === credentials?.user && password === credentials?.pass
      if (isRight) callback(null, { user: username })
      else callback(refusal(535, 'Authentication credentials invalid'))
    },
    onRcptTo(_address, _session, callback) {
      callback(refusals[inbox.mode] ?? null)
    },
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      simpleParser(stream, { skipHtmlToText: true, skipTextToHtml: true }).then((mail) => {
        if (inbox.mode === 'hang-after-data') return
        inbox.messages.push(mail)
        inbox.envelopes.push({ recipients, isEncrypted: session.secure })
        callback(null, 'Taken')
      }, callback)
    },
  })
}

async function waitFor(inbox: Inbox, count: number, timeoutMs: number): Promise<ParsedMail[]> {
  const until = Date.now() + timeoutMs
  while (inbox.messages.length < count) {
    if (Date.now() > until) {
      throw new Error(`${inbox.messages.length} of ${count} messages came in ${timeoutMs} ms`)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return [...inbox.messages]
}
