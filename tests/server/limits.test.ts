import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkout } from '~tests/support/server-process'
import { useServer } from '~tests/support/use-server'
import { firstAdministrator, setUpOver, WebClient } from '~tests/support/web-client'
import {
  bodyLimitOf,
  countedAddress,
  createHttpServer,
  fileLimitBytes,
  formLimitBytes,
} from '../../server/limits'

const product = useServer({ TRUST_PROXY: '1', REQUESTS_PER_MINUTE: '100' })

beforeAll(async () => {
  // Set up from this machine: the first run looks for a proxy in between.
  await setUpOver(product.client)
}, 60_000)

const from = (address: string) => new WebClient(product.server.url, { 'X-Forwarded-For': address })

async function signedInFrom(address: string): Promise<WebClient> {
  const { email, password } = firstAdministrator
  const visitor = from(address)
  expect((await visitor.post('/sign-in', { email, password })).status).toBe(302)
  return visitor
}

async function untilRefused(ask: (count: number) => Promise<Response>, atMost: number) {
  for (let count = 1; count <= atMost; count += 1) {
    const response = await ask(count)
    if (response.status === 429) return { count, response }
  }
  return { count: Infinity, response: new Response() }
}

describe('the number of requests', () => {
  it('of an address is limited: 429 with when to come back and that nothing was changed', async () => {
    const visitor = from('198.51.100.10')
    const { count, response } = await untilRefused(() => visitor.get('/sign-in'), 110)
    expect(count).toBe(101)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await response.text()).toMatch(/Wait \d+ seconds? and try again; nothing was changed/)
    expect((await from('198.51.100.11').get('/sign-in')).status).toBe(200)
    // Somebody who watches over the process is still answered, and so are scripts and styles.
    expect((await visitor.get('/healthz')).status).toBe(200)
    expect((await visitor.get('/favicon.svg')).status).toBe(200)
  })

  it('of an address is limited sooner for what changes something', async () => {
    const visitor = from('198.51.100.20')
    const { count } = await untilRefused(() => visitor.post('/sign-out', {}), 30)
    expect(count).toBe(21)
    expect((await visitor.get('/sign-in')).status).toBe(200)
  })

  it('of an IPv6 network counts together', async () => {
    const { count } = await untilRefused(
      (n) => from(`2001:db8:1:2::${n.toString(16)}`).post('/sign-out', {}),
      30,
    )
    expect(count).toBe(21)
    expect((await from('2001:db8:1:3::1').post('/sign-out', {})).status).not.toBe(429)
  })

  it('of an account is limited over all its sessions and addresses', async () => {
    const visitors = [await signedInFrom('203.0.113.1'), await signedInFrom('203.0.113.2')]
    const { count, response } = await untilRefused((n) => visitors[n % 2]!.get('/account'), 60)
    expect(count).toBeLessThanOrEqual(41)
    expect(count).toBeGreaterThan(30)
    expect(response.headers.get('retry-after')).not.toBeNull()
    expect((await from('203.0.113.3').get('/sign-in')).status).toBe(200)
  })

  it('is logged once, without an address', () => {
    const lines = product.server.output().match(/.*too-many-requests.*/g) ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThan(10)
    expect(product.server.output()).not.toContain('198.51.100')
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:0DB8:0001:0002:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, counted) => expect(countedAddress(address)).toBe(counted))
})

/** What comes back over a plain connection, until the other side closes it. */
function raw(text: string, port = product.server.port): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
    socket.on('error', () => undefined).on('close', () => resolve(answer))
  })
}

function declared(path: string, length: number, headers: Record<string, string> = {}) {
  return new Promise<number>((resolve, reject) => {
    const outgoing = request(
      new URL(path, product.server.url),
      {
        method: 'POST',
        headers: {
          ...{
            Origin: product.server.url,
            'Content-Length': length,
            'X-Forwarded-For': '192.0.2.50',
          },
          ...{ 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        },
      },
      (response) => {
        resolve(response.resume().statusCode ?? 0)
        outgoing.destroy()
      },
    )
    outgoing.on('error', reject)
    if (length < 60 * 1024 * 1024) outgoing.end(Buffer.alloc(length, 'a'))
    else outgoing.flushHeaders()
  })
}

describe('the size', () => {
  it('of a form is 1 MB, of one with a file 26 MB, and of a stranger’s 1 MB', async () => {
    const big = 2 * 1024 * 1024
    expect(await declared('/account', big)).toBe(413)
    expect(await declared('/account.data', big)).toBe(413)
    expect(await declared('/tasks/x/comments', big, { Cookie: 'a=b' })).toBe(413)
    expect(await declared('/tasks/x/evidence', big)).toBe(413)
    expect(await declared('/guides/new', big, { Cookie: 'a=b' })).not.toBe(413)
    expect(await declared('/tasks/x/evidence/', big, { Cookie: 'a=b' })).not.toBe(413)
  })

  it('far beyond is refused before a byte of it came', async () => {
    expect(await declared('/account', 900 * 1024 * 1024)).toBe(413)
  })

  it('is as wide as needed where the product has a field for a file, and nowhere else', () => {
    const sources = ['app/routes', 'app/ui'].flatMap((folder) =>
      readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
        .map((name) => join(folder, name)),
    )
    const withFiles = sources
      .filter((path) => readFileSync(join(checkout, path), 'utf8').includes('<FileInput'))
      .map((path) => path.split('/').slice(-1)[0])
      .sort()
    // A further one belongs into `filePaths` of server/limits.ts and into the lines below.
    const known = ['evidence-form.tsx', 'invitation-list.tsx', 'new.tsx']
    expect(withFiles.filter((name) => !known.includes(name!))).toEqual([])
    expect(withFiles).toContain('evidence-form.tsx')
    for (const path of [
      '/tasks/1/evidence',
      '/guides/new',
      '/people/invite/list',
      '/mail-links/t/tasks/1/evidence',
    ]) {
      expect(bodyLimitOf(path, true)).toBe(fileLimitBytes)
    }
    expect(bodyLimitOf('/guides/new', false)).toBe(formLimitBytes)
    expect(bodyLimitOf('/mail-links/t/tasks/1/evidence', false)).toBe(fileLimitBytes)
    for (const path of ['/tasks/1/evidence/2/withdrawal', '/guides/1', '/x/tasks/1/evidence']) {
      expect(bodyLimitOf(path, true)).toBe(formLimitBytes)
    }
  })

  it('of an address is 4 KB: 414', async () => {
    const response = await from('192.0.2.60').get(`/sign-in?to=${'a'.repeat(5000)}`)
    expect(response.status).toBe(414)
    expect(await response.text()).toContain('Nothing was changed')
  })

  it('of headers is 16 KB: 431', async () => {
    const answer = await raw(
      `GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Much: ${'a'.repeat(20_000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 431/)
  })

  it('of a body with a GET is no way in either', async () => {
    const answer = await raw(
      `GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.61\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 411/)
  })

  it('said twice, or both ways, is refused: nothing is smuggled behind a proxy', async () => {
    const head = 'POST /sign-out HTTP/1.1\r\nHost: localhost\r\n'
    const both = await raw(
      `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    )
    expect(both).toMatch(/^HTTP\/1\.1 400/)
    const twice = await raw(`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde`)
    expect(twice).toMatch(/^HTTP\/1\.1 400/)
  })
})

describe('patience', () => {
  const quick = { headersMs: 200, requestMs: 400, silenceMs: 300, checkMs: 50 }
  async function withQuickServer<T>(times: typeof quick, work: (port: number) => Promise<T>) {
    const quickServer = createHttpServer((incoming, response) => {
      incoming.resume().on('end', () => response.end('all of it'))
    }, times)
    await new Promise<void>((resolve) => quickServer.listen(0, '127.0.0.1', resolve))
    try {
      return await work((quickServer.address() as AddressInfo).port)
    } finally {
      quickServer.closeAllConnections()
      quickServer.close()
    }
  }

  it('ends with headers that do not end', async () => {
    const answer = await withQuickServer({ ...quick, silenceMs: 5_000 }, (port) =>
      raw('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ', port),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 408/)
  })

  it('ends with a body that does not end', async () => {
    const answer = await withQuickServer({ ...quick, silenceMs: 5_000 }, (port) =>
      raw('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nslow', port),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 408/)
  })

  it('ends with silence', async () => {
    const answer = await withQuickServer({ ...quick, headersMs: 9_000, requestMs: 9_000 }, (port) =>
      raw('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nslow', port),
    )
    expect(answer).toBe('')
  })

  it('is 10 seconds for headers and 5 minutes for a body in the product', () => {
    const { headersTimeout, requestTimeout, timeout } = createHttpServer(() => undefined)
    expect({ headersTimeout, requestTimeout, timeout }).toEqual({
      ...{ headersTimeout: 10_000, requestTimeout: 300_000, timeout: 120_000 },
    })
  })
})
