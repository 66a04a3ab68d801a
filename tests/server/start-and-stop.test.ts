import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createInstallation,
  runServer,
  startServer,
  type Installation,
  type ServerProcess,
} from '~tests/support/server-process'
import { firstAdministrator, locationOf, setUpOver, WebClient } from '~tests/support/web-client'

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work()
}, 60_000)

async function install(options?: {
  isEmbedded?: boolean
  isFresh?: boolean
}): Promise<Installation> {
  const installation = await createInstallation(options)
  cleanUp.push(() => installation.remove())
  return installation
}

async function start(
  installation: Installation,
  settings?: Record<string, string>,
): Promise<ServerProcess> {
  const server = await startServer(installation, settings)
  cleanUp.push(() => server.kill())
  return server
}

async function signIn(server: ServerProcess): Promise<WebClient> {
  const client = new WebClient(server.url)
  const { email, password } = firstAdministrator
  const response = await client.post('/sign-in', { email, password, to: '/tasks' })
  expect(response.status).toBe(302)
  return client
}

describe('a server', () => {
  it('makes its database, says how it is, and ends in order on SIGTERM', async () => {
    const installation = await install({ isFresh: true })
    const server = await start(installation)
    const response = await fetch(`${server.url}/healthz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      status: 'ok',
      database: installation.databaseUrl ? 'server' : 'embedded',
    })
    expect(await server.stop(), server.output()).toEqual({ status: 0, signal: null })
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })

  it('finishes what it is answering before it ends', async () => {
    const server = await start(await install())
    const answers = Array.from({ length: 20 }, () => fetch(`${server.url}/`))
    await answers[0]
    const exit = server.stop()
    const statuses = await Promise.allSettled(answers)
    const answered = statuses.filter((result) => result.status === 'fulfilled')
    expect(answered.every(({ value }) => value.status === 200)).toBe(true)
    expect(await exit).toEqual({ status: 0, signal: null })
  })

  it('starts again on what it left', async () => {
    const installation = await install()
    const first = await start(installation)
    await setUpOver(new WebClient(first.url))
    await first.stop()
    const second = await start(installation)
    await signIn(second)
  })

  it('loses no committed row to kill -9', async () => {
    const installation = await install()
    const first = await start(installation)
    const client = new WebClient(first.url)
    await setUpOver(client)
    const renamed = await client.post('/account', { name: 'Ada Keller-Frei', timeZone: '' })
    expect(renamed.status, await renamed.clone().text()).toBe(302)
    expect(await first.kill()).toEqual({ status: null, signal: 'SIGKILL' })

    const second = await start(installation)
    const page = await (await (await signIn(second)).get('/account')).text()
    expect(page).toContain('Ada Keller-Frei')
  })
})

describe('the data directory of an embedded database', () => {
  it('is held by one process; a second is told by which', async () => {
    const installation = await install({ isEmbedded: true })
    const first = await start(installation)
    const second = await runServer({ ...installation.settings, PORT: '0' })
    expect(second.status).toBe(1)
    expect(second.stderr.trim().split('\n')).toHaveLength(1)
    expect(second.stderr).toContain('DATA_DIR')
    expect(second.stderr).toContain(String(first.pid))
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  })

  it('is taken over from a process that no longer lives', async () => {
    const installation = await install({ isEmbedded: true })
    const first = await start(installation)
    await first.kill()
    const lock = await readFile(join(installation.dataDir, 'wardround.lock'), 'utf8')
    expect(JSON.parse(lock)).toMatchObject({ pid: first.pid })
    const second = await start(installation)
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
    await second.stop()
  })

  it('is taken over when the holder died while it wrote its name', async () => {
    const installation = await install({ isEmbedded: true })
    await writeFile(join(installation.dataDir, 'wardround.lock'), '')
    const server = await start(installation)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

const maintenanceUrl = process.env.TEST_DATABASE_URL
if (maintenanceUrl) {
  describe('several processes on one server database', () => {
    it('may start at the same moment on an empty database and share it', async () => {
      const installation = await install()
      const [first, second] = await Promise.all([start(installation), start(installation)])
      await setUpOver(new WebClient(first.url))
      await signIn(second)
      const third = await start(installation, { JOBS: 'off' })
      const home = await new WebClient(third.url).get('/')
      expect(locationOf(home)).toBe('/sign-in')
    })
  })

  describe('a server without the database', () => {
    it('ends the start with one line that says to create it', async () => {
      const { dataDir } = await install()
      const database = new URL(maintenanceUrl)
      database.pathname = '/wardround_never_created'
      const settings = { DATA_DIR: dataDir, DATABASE_URL: database.toString(), PORT: '0' }
      const { status, stderr } = await runServer(settings)
      expect(status).toBe(1)
      expect(stderr).toMatch(/^wardround: DATABASE_URL.*does not exist; create it.*\n$/)
    })
  })
}
