import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createInstallation,
  startServer,
  type Installation,
  type ServerProcess,
} from '~tests/support/server-process'
import { setUpOver, WebClient } from '~tests/support/web-client'

let installation: Installation
let server: ServerProcess
let client: WebClient

beforeAll(async () => {
  installation = await createInstallation()
  server = await startServer(installation)
  client = new WebClient(server.url)
  await setUpOver(client)
}, 60_000)

afterAll(async () => {
  await server?.kill()
  await installation?.remove()
})

const rename = { name: 'Somebody Else', timeZone: '' }
const page = async () => (await client.get('/account')).text()

/** A post with exactly these headers, which `fetch` would add to. */
function rawPost(
  path: string,
  headers: Record<string, string | number>,
  body: Buffer | AsyncIterable<Buffer>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, server.url), { method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    outgoing.on('error', reject)
    if (Buffer.isBuffer(body)) outgoing.end(body)
    else
      void (async () => {
        for await (const chunk of body) outgoing.write(chunk)
        outgoing.end()
      })()
  })
}

describe('a change', () => {
  const refused: [string, Record<string, string>][] = [
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from another name of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['whose origin is another site', { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': '' }],
    ['whose origin is withheld', { Origin: 'null', 'Sec-Fetch-Site': '' }],
    ['that does not say where it comes from', { Origin: '', 'Sec-Fetch-Site': '' }],
    [
      'that claims another host to match its origin',
      {
        Origin: 'https://elsewhere.example',
        'Sec-Fetch-Site': '',
        'X-Forwarded-Host': 'elsewhere.example',
        'X-Forwarded-Proto': 'https',
      },
    ],
  ]

  for (const [words, headers] of refused) {
    it(`${words} is refused and changes nothing`, async () => {
      const response = await client.post('/account', rename, headers)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('nothing was changed')
      expect(await page()).not.toContain('Somebody Else')
    })
  }

  it('from a page of this site is taken, also from a browser that only names the origin', async () => {
    const response = await client.post(
      '/account',
      { name: 'Ada K', timeZone: '' },
      { 'Sec-Fetch-Site': '' },
    )
    expect(response.status).toBe(302)
    expect(await page()).toContain('Ada K')
  })

  it('is refused for a data request of another site as well', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await client.post('/account.data', rename, headers)).status).toBe(403)
  })
})

describe('a body', { timeout: 60_000 }, () => {
  const own = () => ({ Origin: server.url, 'Content-Type': 'text/plain' })
  const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024, 'a')

  it('of 27 MB is answered with 413 after it came, with what to do', async () => {
    const { status, text } = await rawPost(
      '/account',
      { ...own(), 'Content-Length': megabytes(27).length },
      megabytes(27),
    )
    expect(status).toBe(413)
    expect(text).toContain('choose a smaller file')
  })

  it('without a length is answered with 411', async () => {
    async function* chunks() {
      yield* [Buffer.from('name=Somebody'), Buffer.from('+Else')]
    }
    const { status, text } = await rawPost(
      '/account',
      { ...own(), 'Transfer-Encoding': 'chunked' },
      chunks(),
    )
    expect(status).toBe(411)
    expect(text).toContain('nothing was changed')
  })

  it('that is no form is answered with 400 and leaves the server well', async () => {
    const response = await client.post('/account', {}, { 'Content-Type': 'multipart/form-data' })
    expect(response.status).toBe(400)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('every page', () => {
  it('lets only its own scripts run, by a nonce that is new each time', async () => {
    const [first, second] = await Promise.all([client.get('/account'), client.get('/account')])
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect(policy).toMatch(/script-src [^;]*'self'/)
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)

    const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  })

  it('carries the other protective headers and does not name its software', async () => {
    const { headers } = await client.get('/sign-in')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('is compressed, its scripts and styles are kept for a year', async () => {
    const response = await client.get('/account', { 'Accept-Encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const asset = /\/assets\/[^"]+\.css/.exec(await response.text())?.[0]
    const style = await fetch(server.url + asset)
    expect(style.status).toBe(200)
    expect(style.headers.get('cache-control')).toContain('immutable')
    expect(style.headers.get('cache-control')).toContain('max-age=31536000')
  })

  it('that does not exist is 404, and so is a file that does not', async () => {
    expect((await client.get('/no-such-page')).status).toBe(404)
    expect((await client.get('/assets/no-such-file.js')).status).toBe(404)
    expect([403, 404]).toContain((await client.get('/assets/..%2f..%2fpackage.json')).status)
  })

  it('keeps the session cookie from scripts and from other sites', async () => {
    const response = await new WebClient(server.url).post('/sign-in', {
      email: 'ada@lindenhof.example',
      password: 'a quiet lake in early autumn',
    })
    const cookie = response.headers.getSetCookie().join('\n')
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })
})
