import { request } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createInstallation,
  startServer,
  type Installation,
  type ServerProcess,
} from '~tests/support/server-process'
import { firstAdministrator, locationOf, WebClient } from '~tests/support/web-client'

let installation: Installation
let server: ServerProcess

async function start(): Promise<string> {
  installation = await createInstallation()
  server = await startServer(installation)
  return vi.waitFor(() => {
    const link = /http:\/\/localhost:\d+\/setup\?token=(\S+)/.exec(server.output())
    expect(link, server.output()).not.toBeNull()
    return link![1]!
  }, 60_000)
}

afterEach(async () => {
  await server?.kill()
  await installation?.remove()
})

const isSetUp = async () => locationOf(await new WebClient(server.url).get('/')) === '/sign-in'

describe('the first run', () => {
  it('is refused to strangers and open to the link from the log, once', async () => {
    const token = await start()
    expect(token.length).toBeGreaterThanOrEqual(40)
    const strangers = [
      new WebClient(server.url, { 'X-Forwarded-For': '198.51.100.7' }),
      new WebClient(server.url, { 'X-Forwarded-For': '127.0.0.1' }),
      new WebClient(server.url, { Forwarded: 'for=198.51.100.7' }),
    ]
    for (const stranger of strangers) {
      for (const wrong of ['', 'guess', token.slice(0, -1)]) {
        const response = await stranger.post('/setup', { ...firstAdministrator, token: wrong })
        expect(response.status).toBe(403)
      }
      expect((await stranger.post('/demo', {})).status).toBe(403)
    }
    expect(await isSetUp()).toBe(false)

    const invited = strangers[0]!
    expect(await (await invited.get(`/setup?token=${token}`)).text()).toContain(token)
    const response = await invited.post('/setup', { ...firstAdministrator, token })
    expect(response.status).toBe(302)
    expect(await isSetUp()).toBe(true)

    const second = { ...firstAdministrator, token, email: 'second@elsewhere.example' }
    const again = await new WebClient(server.url).post('/setup', second)
    expect(again.status).toBe(403)
  })

  it('is refused to a page of another name that points at this machine', async () => {
    await start()
    const body = new URLSearchParams({ ...firstAdministrator, token: '' }).toString()
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(
        `http://127.0.0.1:${server.port}/setup`,
        {
          method: 'POST',
          headers: {
            Host: `rebound.example:${server.port}`,
            Origin: `http://rebound.example:${server.port}`,
            'Sec-Fetch-Site': 'same-origin',
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          },
        },
        (response) => resolve(response.resume().statusCode),
      )
      outgoing.on('error', reject).end(body)
    })
    expect(status).toBe(403)
    expect(await isSetUp()).toBe(false)
  })

  it('is won by one of two who send it at the same moment', async () => {
    await start()
    const clients = [1, 2, 3].map(() => new WebClient(server.url))
    const answers = await Promise.all(
      clients.map((client, index) =>
        client.post('/setup', {
          ...firstAdministrator,
          token: '',
          email: `person${index}@lindenhof.example`,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 403, 403])
  })
})
