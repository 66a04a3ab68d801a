import { request } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { useServer } from '~tests/support/use-server'
import { setUpOver, WebClient } from '~tests/support/web-client'

const product = useServer()

beforeAll(() => setUpOver(product.client), 60_000)

const rename = { name: 'Somebody Else', timeZone: '' }
const page = async () => (await product.client.get('/account')).text()

/** A post with exactly these headers, which `fetch` would add to. */
function rawPost(
  path: string,
  headers: Record<string, string | number>,
  body: Buffer | AsyncIterable<Buffer>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, product.server.url),
      { method: 'POST', headers },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    outgoing.on('error', reject)
    if (Buffer.isBuffer(body)) outgoing.end(body)
    else
      void (async () => {
        for await (const chunk of body) outgoing.write(chunk)
        outgoing.end()
      })()
  })
}

/** A request that `fetch` would not make. */
function rawRequest(method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    request(new URL(path, product.server.url), { method, headers }, (response) => {
      resolve({ status: response.resume().statusCode ?? 0, headers: response.headers })
    })
      .on('error', reject)
      .end()
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
      const response = await product.client.post('/account', rename, headers)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('nothing was changed')
      expect(await page()).not.toContain('Somebody Else')
    })
  }

  it('from a page of this site is taken, also from a browser that only names the origin', async () => {
    const response = await product.client.post(
      '/account',
      { name: 'Ada K', timeZone: '' },
      { 'Sec-Fetch-Site': '' },
    )
    expect(response.status).toBe(302)
    expect(await page()).toContain('Ada K')
  })

  it('is refused for a data request of another site as well', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await product.client.post('/account.data', rename, headers)).status).toBe(403)
  })

  it('is refused from elsewhere by every kind of route, whether it exists or not', async () => {
    const id = '0191e0a4-0000-7000-8000-000000000001'
    const paths = [
      ...['/sign-in', '/sign-out', '/forgot-password', '/setup', '/demo', '/demo/session'],
      ...[`/tasks/${id}/complete`, `/tasks/${id}/complete.data`, `/tasks/${id}/evidence/${id}`],
      ...[
        '/settings/holidays',
        '/settings/holidays.data',
        '/',
        '/_root.data',
        '/no/such',
        '/healthz',
      ],
      ...['/?index', '/settings?index', '/guides/new?_data=x', '/SIGN-OUT', '/sign-out/'],
    ]
    const foreign: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'https://evil.localhost' },
      { 'Sec-Fetch-Site': '', Origin: 'null' },
      { 'Sec-Fetch-Site': '', Origin: '' },
      { 'Sec-Fetch-Site': '', Origin: `${product.server.url}.evil.example` },
      { 'Sec-Fetch-Site': '', Origin: `https://localhost:${product.server.port}` },
      { 'Sec-Fetch-Site': 'same-origin, cross-site', Origin: 'https://evil.example' },
    ]
    for (const path of paths) {
      for (const headers of foreign) {
        const { status } = await product.client.post(path, rename, headers)
        expect([path, headers, status]).toEqual([path, headers, 403])
      }
    }
    expect(await page()).toContain('Ada K')
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH'])(
    'by %s is not possible, from wherever',
    async (method) => {
      for (const origin of [product.server.url, 'https://evil.example']) {
        const { status, headers } = await rawRequest(method, '/sign-out', { Origin: origin })
        expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
        expect(headers['access-control-allow-origin']).toBeUndefined()
      }
    },
  )

  it('by a GET that asks to be taken for a post is not made', async () => {
    const asking = {
      ...{ 'X-HTTP-Method-Override': 'POST', 'X-HTTP-Method': 'POST', 'X-Method-Override': 'POST' },
    }
    for (const path of ['/account?name=Somebody+Else&timeZone=&_method=POST', '/sign-out']) {
      await product.client.get(path, asking)
    }
    expect(await page()).toContain('Ada K')
  })
})

describe('a body', () => {
  const own = () => ({ Origin: product.server.url, 'Content-Type': 'text/plain' })
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
    const response = await product.client.post(
      '/account',
      {},
      { 'Content-Type': 'multipart/form-data' },
    )
    expect(response.status).toBe(400)
    expect((await fetch(`${product.server.url}/healthz`)).status).toBe(200)
  })
})

describe('every page', () => {
  it('lets only its own scripts run, by a nonce that is new each time', async () => {
    const [first, second] = await Promise.all([
      product.client.get('/account'),
      product.client.get('/account'),
    ])
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect(policy).toMatch(/script-src [^;]*'self'/)
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("img-src 'self';")
    expect(policy).not.toMatch(/data:|blob:|\*|http:/)
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)

    const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  })

  it('carries the other protective headers and does not name its software', async () => {
    const { headers } = await product.client.get('/sign-in')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const permissions = headers.get('permissions-policy') ?? ''
    expect(permissions).toContain('publickey-credentials-get=(self)')
    expect(permissions).toContain('publickey-credentials-create=(self)')
    for (const name of ['camera', 'microphone', 'geolocation', 'usb', 'payment']) {
      expect(permissions).toContain(`${name}=()`)
    }
    expect(permissions).not.toContain('*')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('is kept in no cache, nor is what it is made from, nor a refusal', async () => {
    for (const path of ['/account', '/account.data', '/people', '/people.data', '/no-such-page']) {
      expect([path, (await product.client.get(path)).headers.get('cache-control')]).toEqual([
        path,
        'no-store',
      ])
    }
    const refused = await product.client.post('/account', rename, {
      'Sec-Fetch-Site': 'cross-site',
    })
    expect(refused.headers.get('cache-control')).toBe('no-store')
  })

  it('has one policy, its own where it brings one', async () => {
    await product.client.post('/people/invite', {
      ...{ name: 'Gil Guest', email: 'gil@lindenhof.example', permissionRole: 'member' },
    })
    const id = /\/settings\/mail\/([0-9a-f-]{36})/.exec(
      await (await product.client.get('/settings/mail')).text(),
    )?.[1]
    const { headers } = await product.client.get(`/settings/mail/${id}/html`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toContain("default-src 'self'")
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('is compressed, its scripts and styles are kept for a year', async () => {
    const response = await product.client.get('/account', { 'Accept-Encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const asset = /\/assets\/[^"]+\.css/.exec(await response.text())?.[0]
    const style = await fetch(product.server.url + asset)
    expect(style.status).toBe(200)
    expect(style.headers.get('cache-control')).toContain('immutable')
    expect(style.headers.get('cache-control')).toContain('max-age=31536000')
  })

  it('that does not exist is 404, and so is a file that does not', async () => {
    expect((await product.client.get('/no-such-page')).status).toBe(404)
    expect((await product.client.get('/assets/no-such-file.js')).status).toBe(404)
    expect([403, 404]).toContain(
      (await product.client.get('/assets/..%2f..%2fpackage.json')).status,
    )
  })

  it('keeps the session cookie from scripts and from other sites', async () => {
    const response = await new WebClient(product.server.url).post('/sign-in', {
      email: 'ada@lindenhof.example',
      password: 'a quiet lake in early autumn',
    })
    const cookie = response.headers.getSetCookie().join('\n')
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })
})

describe('signing out', () => {
  it('tells the browser to forget what it kept of this site', async () => {
    const visitor = new WebClient(product.server.url)
    await visitor.post('/sign-in', {
      ...{ email: 'ada@lindenhof.example', password: 'a quiet lake in early autumn' },
    })
    const { headers } = await visitor.post('/sign-out', {})
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect((await visitor.get('/account')).status).toBe(302)
  })
})
