import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, runServer } from '~tests/support/server-process'

let dataDir: string
let taken: Server

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wardround-test-'))
  await writeFile(join(dataDir, 'a-file'), '')
  taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await new Promise((resolve) => taken.close(resolve))
  await rm(dataDir, { recursive: true, force: true })
})

/** Starts with these settings and expects one line for the person at the terminal, and nothing more. */
async function complaintAbout(settings: Record<string, string>): Promise<string> {
  const { status, stderr, stdout } = await runServer({
    DATA_DIR: join(dataDir, 'fresh'),
    PORT: '0',
    LOG_LEVEL: 'error',
    ...settings,
  })
  expect(status, stderr).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  return stderr.trim()
}

describe('a start with a wrong setting', () => {
  const wrong: [name: string, value: string, remedy: RegExp][] = [
    ['PORT', 'http', /whole number from 0 to 65535/],
    ['PORT', '70000', /whole number from 0 to 65535/],
    ['DATABASE_URL', 'mysql://localhost/wardround', /postgresql:\/\//],
    ['DATABASE_URL', 'localhost', /postgresql:\/\//],
    ['SMTP_URL', 'mail.example.org', /smtp:\/\//],
    ['APP_URL', 'wardround.example.org', /https:\/\//],
    ['MAIL_FROM', 'the clinic', /@/],
    ['SECRET_KEYS', 'too short', /32 bytes.*openssl/],
    ['TRUST_PROXY', 'yes', /whole number/],
    ['JOBS', 'maybe', /"on" or "off"/],
    ['LOG_LEVEL', 'loud', /debug/],
    ['DEFAULT_TIME_ZONE', 'Mars/Olympus', /./],
    ['HOST', '203.0.113.9', /HOST/],
  ]

  for (const [name, value, remedy] of wrong) {
    it(`ends with one line about ${name}=${value}`, async () => {
      const line = await complaintAbout({ [name]: value })
      expect(line).toMatch(new RegExp(`^wardround: .*\\b${name}\\b`))
      expect(line).toMatch(remedy)
    })
  }

  it('ends with one line when nothing listens at DATABASE_URL', async () => {
    const port = await freePort()
    const line = await complaintAbout({
      DATABASE_URL: `postgresql://somebody:secret-word@127.0.0.1:${port}/wardround`,
    })
    expect(line).toContain('DATABASE_URL')
    expect(line).toMatch(/nothing listens/)
    expect(line).not.toContain('secret-word')
  })

  it('ends with one line when what listens at DATABASE_URL is no PostgreSQL', async () => {
    const other = createServer((socket) => socket.resume().end('220 mail.example.org\r\n'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const line = await complaintAbout({ DATABASE_URL: `postgresql://127.0.0.1:${port}/wardround` })
    expect(line).toContain('DATABASE_URL')
    await new Promise((resolve) => other.close(resolve))
  })

  it('ends with one line when PORT is taken', async () => {
    const { port } = taken.address() as AddressInfo
    const line = await complaintAbout({ PORT: String(port) })
    expect(line).toContain(`PORT ${port} is taken`)
  })

  it('ends with one line when DATA_DIR cannot be written', async () => {
    const line = await complaintAbout({ DATA_DIR: join(dataDir, 'a-file', 'data') })
    expect(line).toContain('DATA_DIR')
  })
})
