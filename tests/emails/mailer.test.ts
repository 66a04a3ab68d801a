import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { renderEmail } from '~/infra/email-rendering.server'
import {
  createMailer,
  MailFailure,
  type Mailer,
  type MailTimeouts,
  messageIdFor,
  type OutgoingMail,
} from '~/infra/mailer.server'
import { startSmtpServer, type TestSmtpOptions } from '~tests/support/smtp-server'
import { sampleDigest } from './samples'
import { testCertificate } from './test-certificate'

const from = 'Wardround <wardround@clinic.example>'
const opened: { close(): unknown }[] = []

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function setUp(
  options: TestSmtpOptions & {
    timeouts?: Partial<MailTimeouts>
    url?: (url: string) => string
  } = {},
) {
  const smtp = await startSmtpServer(options)
  const url = options.url?.(smtp.url) ?? smtp.url
  const mailer = createMailer({ smtpUrl: url, from }, options.timeouts)
  opened.push(mailer, smtp)
  return { smtp, mailer }
}

const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: { name: 'Anna Weber', address: 'anna@clinic.example' },
  subject: 'Two tasks',
  html: '<p>Two <b>tasks</b></p>',
  text: 'Two tasks\n',
  messageId: messageIdFor('0193f1aa-1111-7000-8000-000000000001', 'wardround.example'),
  ...changes,
})

async function failureOf(sending: Promise<unknown>): Promise<MailFailure> {
  const failure = await sending.then(
    () => null,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(MailFailure)
  return failure as MailFailure
}

describe('a message that is taken', () => {
  it('arrives with both parts of a digest as they were rendered', async () => {
    const { smtp, mailer } = await setUp()
    const parts = await renderEmail('task-digest', sampleDigest)
    const result = await mailer.send(mail(parts))
    expect(result).toEqual({ accepted: true, response: '250 Taken' })
    const [received] = await smtp.waitForMessages(1)
    expect(received?.subject).toBe(parts.subject)
    expect(received?.text).toBe(parts.text)
    expect(received?.html).toBe(parts.html)
    expect(received?.from?.value).toEqual([
      { name: 'Wardround', address: 'wardround@clinic.example' },
    ])
    expect(smtp.envelopes[0]?.recipients).toEqual(['anna@clinic.example'])
  })

  it('keeps its Message-ID when it is sent again', async () => {
    const { smtp, mailer } = await setUp()
    await mailer.send(mail())
    await mailer.send(mail())
    const ids = (await smtp.waitForMessages(2)).map(({ messageId }) => messageId)
    const id = '<0193f1aa-1111-7000-8000-000000000001@wardround.example>'
    expect(ids).toEqual([id, id])
  })

  it('asks other machines for no answer and carries further headers', async () => {
    const { smtp, mailer } = await setUp()
    await mailer.send(mail({ headers: { 'X-Wardround-Kind': 'task-digest' } }))
    const [received] = await smtp.waitForMessages(1)
    expect(received?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(received?.headers.get('x-auto-response-suppress')).toBe('All')
    expect(received?.headers.get('x-wardround-kind')).toBe('task-digest')
  })

  it('keeps umlauts and emoji in names, subject and text', async () => {
    const { smtp, mailer } = await setUp()
    const name = 'Jörg "Jö" Müller-Lüdenscheidt, 🏥'
    const subject = `Überfällig: Zugänge prüfen 🔐 ${'größer '.repeat(12).trim()}`
    const sender = { name: 'Klinik Lindenhöfe', address: 'post@clinic.example' }
    const to = { name, address: 'joerg@clinic.example' }
    await mailer.send(mail({ to, from: sender, subject, text: 'Grüße 👋\n' }))
    const [received] = await smtp.waitForMessages(1)
    expect(received?.to).toMatchObject({ value: [to] })
    expect(received?.from).toMatchObject({ value: [sender] })
    expect(received?.subject).toBe(subject)
    expect(received?.text).toBe('Grüße 👋\n')
  })
})

describe('header injection', () => {
  it('is taken out of subject and names', async () => {
    const { smtp, mailer } = await setUp()
    await mailer.send(
      mail({
        subject: 'Two tasks\r\nBcc: eve@evil.example\r\n\r\n<h1>hello</h1>',
        to: { name: 'Anna\r\nCc: eve@evil.example', address: 'anna@clinic.example' },
      }),
    )
    const [received] = await smtp.waitForMessages(1)
    expect(received?.subject).toBe('Two tasks Bcc: eve@evil.example <h1>hello</h1>')
    expect(received?.headers.has('bcc')).toBe(false)
    expect(received?.headers.has('cc')).toBe(false)
    expect(received?.to).toMatchObject({ value: [{ name: 'Anna Cc: eve@evil.example' }] })
    expect(smtp.envelopes[0]?.recipients).toEqual(['anna@clinic.example'])
  })

  it.each<[string, Partial<OutgoingMail>]>([
    ['a second address', { to: { name: '', address: 'a@clinic.example, eve@evil.example' } }],
    [
      'a line break in the address',
      { to: { name: '', address: 'a@clinic.example\r\nRCPT TO:<b>' } },
    ],
    ['no address', { to: { name: 'Anna', address: 'Anna' } }],
    ['a sender that is two', { from: { name: '', address: 'a@b.example;c@d.example' } }],
    ['a Message-ID with a line break', { messageId: '<a@b>\r\nBcc: eve@evil.example' }],
    ['a header value with a line break', { headers: { 'X-Kind': 'a\r\nBcc: eve@evil.example' } }],
    ['a header name with a line break', { headers: { 'X-Kind\r\nBcc': 'eve@evil.example' } }],
  ])('is refused before connecting: %s', async (_what, changes) => {
    const { smtp, mailer } = await setUp()
    const failure = await failureOf(mailer.send(mail(changes)))
    expect(failure.temporary).toBe(false)
    expect(failure.message).toMatch(/^The message was not sent: .+\.$/)
    expect(smtp.connectionCount).toBe(0)
  })
})

describe('a message that is not taken', () => {
  it('fails for good on 550, with the words of the server', async () => {
    const { mailer } = await setUp({ mode: 'reject-permanently' })
    const failure = await failureOf(mailer.send(mail()))
    expect(failure.temporary).toBe(false)
    expect(failure.message).toBe('The mail server refused the message: 550 No such user here')
  })

  it('fails for now on 451, and goes through once the server takes it', async () => {
    const { smtp, mailer } = await setUp({ mode: 'reject-temporarily' })
    const failure = await failureOf(mailer.send(mail()))
    expect(failure.temporary).toBe(true)
    expect(failure.message).toContain('451 Mailbox busy')
    smtp.mode = 'accept'
    expect((await mailer.send(mail())).accepted).toBe(true)
  })

  it.each<[string, TestSmtpOptions['mode'], Partial<MailTimeouts>]>([
    ['never greets', 'hang', { greetingTimeout: 150 }],
    ['falls silent after the text', 'hang-after-data', { socketTimeout: 150 }],
    ['takes longer than a message may', 'hang-after-data', { sendTimeout: 150 }],
  ])('fails for now when the server %s', async (_what, mode, timeouts) => {
    const { smtp, mailer } = await setUp({ mode, timeouts })
    // The mailer's own patience, had it been used, is longer than this test's.
    const failure = await failureOf(mailer.send(mail()))
    expect(failure.temporary).toBe(true)
    expect(failure.message).toMatch(/^The mail server did not answer in time/)
    expect(smtp.messages).toHaveLength(0)
  })

  it('fails for now when nobody listens', async () => {
    const { smtp, mailer } = await setUp()
    await smtp.close()
    const failure = await failureOf(mailer.send(mail()))
    expect(failure.temporary).toBe(true)
    expect(failure.message).toMatch(/^The connection to the mail server failed: .*ECONNREFUSED/)
  })

  it('fails for now when the other side does not speak SMTP', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    opened.push(server)
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from })
    expect((await failureOf(mailer.send(mail()))).temporary).toBe(true)
  })
})

describe('the way to the server', () => {
  const credentials = { user: 'ward@clinic.example', pass: 'p:ä/55?' }
  const signIn = (pass: string) => (url: string) =>
    url.replace('//', `//${encodeURIComponent(credentials.user)}:${encodeURIComponent(pass)}@`)

  it('signs in with the name and password of the URL', async () => {
    const { smtp, mailer } = await setUp({ credentials, url: signIn(credentials.pass) })
    await mailer.verify()
    await mailer.send(mail())
    expect(smtp.messages).toHaveLength(1)
  })

  it('keeps the message for later when the sign-in is refused, and tells no password', async () => {
    const { mailer } = await setUp({ credentials, url: signIn('wrong-secret') })
    for (const attempt of [mailer.send(mail()), mailer.verify()]) {
      const failure = await failureOf(attempt)
      expect(failure.temporary).toBe(true)
      expect(failure.message).toMatch(/^The mail server refused the sign-in: 535/)
      expect(`${failure.message} ${failure.stack}`).not.toContain('wrong-secret')
    }
  })

  it('encrypts when the server offers it, and then wants a certificate that holds', async () => {
    const { smtp, mailer } = await setUp({ certificate: testCertificate })
    const failure = await failureOf(mailer.send(mail()))
    expect(failure.temporary).toBe(true)
    expect(failure.message).toMatch(/^The connection to the mail server failed: .*certificate/)
    expect(smtp.messages).toHaveLength(0)
  })

  it('sends through the encrypted connection when the certificate holds', async () => {
    const { smtp, mailer } = await setUp({
      certificate: testCertificate,
      url: (url) => `${url}?tls.ca=${encodeURIComponent(testCertificate.cert)}`,
    })
    await mailer.send(mail())
    expect(smtp.envelopes[0]?.isEncrypted).toBe(true)
  })

  it('takes any certificate where the URL says so', async () => {
    const { smtp, mailer } = await setUp({
      certificate: testCertificate,
      url: (url) => `${url}?tls.rejectUnauthorized=false&requireTLS=true`,
    })
    await mailer.send(mail())
    expect(smtp.messages).toHaveLength(1)
    expect(smtp.envelopes[0]?.isEncrypted).toBe(true)
  })

  it('insists on encryption where the URL says so', async () => {
    const { smtp, mailer } = await setUp({ url: (url) => `${url}?requireTLS=true` })
    expect((await failureOf(mailer.send(mail()))).temporary).toBe(true)
    expect(smtp.messages).toHaveLength(0)
  })

  it('verifies without sending anything', async () => {
    const { smtp, mailer } = await setUp()
    expect(mailer.isConfigured).toBe(true)
    await mailer.verify()
    expect(smtp.messages).toHaveLength(0)
    smtp.mode = 'hang'
    const impatient: Mailer = createMailer({ smtpUrl: smtp.url, from }, { greetingTimeout: 150 })
    expect((await failureOf(impatient.verify())).temporary).toBe(true)
  })

  it('refuses a URL that names no mail server', () => {
    for (const smtpUrl of ['localhost:25', 'http://localhost', 'smtp://', 'smtp:localhost', '']) {
      expect(() => createMailer({ smtpUrl, from })).toThrow(RangeError)
    }
  })

  it('sends nothing without a URL, and says which setting is missing', async () => {
    const mailer = createMailer({ smtpUrl: null, from })
    expect(mailer.isConfigured).toBe(false)
    for (const attempt of [mailer.send(mail()), mailer.verify()]) {
      expect(await failureOf(attempt)).toMatchObject({
        temporary: true,
        message: 'No mail server is set (SMTP_URL).',
      })
    }
  })
})
