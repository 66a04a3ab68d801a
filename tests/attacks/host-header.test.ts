import { connect } from 'node:net'
import type { ParsedMail } from 'mailparser'
import { beforeAll, describe, expect, it } from 'vitest'
import { useServer } from '~tests/support/use-server'
import { firstAdministrator, setUpOver, WebClient } from '~tests/support/web-client'

/** Whatever host a request claims, links in mail lead to APP_URL, and cookies are what https asks for. */
const appUrl = 'https://wardround.example.org'
const product = useServer({ APP_URL: appUrl, TRUST_PROXY: '1' })
beforeAll(() => setUpOver(product.client), 60_000)

const forged: Record<string, string> = {
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Server': 'evil.example',
  'X-Original-Host': 'evil.example',
  'X-Forwarded-Port': '666',
  'X-Original-URL': 'https://evil.example/',
  'X-Rewrite-URL': 'https://evil.example/',
  Forwarded: 'for=198.51.100.1;host=evil.example;proto=https',
}

/** Posts with exactly this request line and host. @returns the status line and headers */
function raw(target: string, host: string, body: string, cookie = ''): Promise<string> {
  const lines = [
    `POST ${target} HTTP/1.1`,
    ...[`Host: ${host}`, `Origin: http://${host}`, 'Sec-Fetch-Site: same-origin'],
    ...['Content-Type: application/x-www-form-urlencoded', 'Connection: close'],
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...Object.entries(forged).map(([name, value]) => `${name}: ${value}`),
    ...[`Content-Length: ${Buffer.byteLength(body)}`, '', body],
  ]
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(product.server.port, '127.0.0.1', () => socket.write(lines.join('\r\n')))
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
    socket.on('error', reject).on('close', () => resolve(answer))
  })
}

function expectOwnLinks(mail: ParsedMail): void {
  const text = `${mail.text}\n${mail.html || ''}`
  const links = text.match(/https?:\/\/[^\s"'<>)]+/g) ?? []
  expect(links.length).toBeGreaterThan(0)
  // The namespaces of the mail's own mark-up are no links.
  const foreign = links.filter((link) => !link.startsWith(appUrl) && !/w3\.org/.test(link))
  expect(foreign).toEqual([])
  expect(text + JSON.stringify([...mail.headers])).not.toContain('evil.example')
}

describe('a forged host', () => {
  const email = encodeURIComponent(firstAdministrator.email)
  const ways: [string, string, string][] = [
    ['in Host', '/forgot-password', 'evil.example'],
    ['in an absolute request line', 'http://evil.example/forgot-password', 'evil.example'],
    ['in Host with a port and a path', '/forgot-password', 'evil.example:80'],
  ]
  it.each(ways)('%s is in no reset mail', async (_words, target, host) => {
    product.smtp.clear()
    const answer = await raw(target, host, `email=${email}`)
    expect(answer).toMatch(/^HTTP\/1\.1 (200|302|400|403|404)/)
    expect(answer.split('\r\n\r\n')[0]).not.toMatch(/^location:.*evil/im)
    // Whether it was taken or refused, one that is sent as it should be brings a mail.
    await product.client.post('/forgot-password', { email: firstAdministrator.email })
    const mails = await product.smtp.waitForMessages(1, 20_000)
    for (const mail of mails) expectOwnLinks(mail)
  })

  it('is in no invitation either', async () => {
    product.smtp.clear()
    const response = await product.client.post(
      '/people/invite',
      { name: 'Gil Guest', email: 'gil@lindenhof.example', permissionRole: 'member' },
      forged,
    )
    expect(response.status).toBe(302)
    expect(response.headers.get('location') ?? '/').not.toContain('evil')
    const taken = await product.client.post('/people/invite', {
      ...{ name: 'Gus Guest', email: 'gus@lindenhof.example', permissionRole: 'member' },
    })
    expect(taken.status).toBe(302)
    const mails = await product.smtp.waitForMessages(2, 20_000)
    for (const mail of mails) expectOwnLinks(mail)
    expect(mails.some(({ text }) => text?.includes(`${appUrl}/invitations/`))).toBe(true)
  })
})

describe('a cookie under https', () => {
  it('is the host’s alone: Secure, HttpOnly, SameSite=Lax, Path=/, without a domain', async () => {
    const visitor = new WebClient(product.server.url)
    const { email, password } = firstAdministrator
    const answers = [
      await visitor.post('/sign-in', { email, password }),
      await visitor.post('/account', { name: 'Ada Keller', timeZone: '' }),
      await visitor.post('/sign-out', {}),
    ]
    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie())
    expect(cookies.length).toBeGreaterThanOrEqual(3)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/)
      expect(cookie).toMatch(/; ?Secure/i)
      expect(cookie).toMatch(/; ?HttpOnly/i)
      expect(cookie).toMatch(/; ?SameSite=Lax/i)
      expect(cookie).toMatch(/; ?Path=\/(;|$)/i)
      expect(cookie).not.toMatch(/domain=/i)
    }
  })

  it('that somebody brings along is not the session they get', async () => {
    const { email, password } = firstAdministrator
    const planted = '__Host-wardround-session=planted-by-somebody-else'
    const visitor = new WebClient(product.server.url)
    const answer = await visitor.post('/sign-in', { email, password }, { Cookie: planted })
    expect(answer.headers.getSetCookie().join()).not.toContain('planted')
    const other = await new WebClient(product.server.url).get('/account', { Cookie: planted })
    expect(other.status).toBe(302)
  })

  it('is asked for over https only: HSTS for a year and for what is below', async () => {
    const { headers } = await product.client.get('/sign-in')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000; includeSubDomains/)
  })
})
