import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mainGuides } from '~tests/support/guides'
import {
  createInstallation,
  freePort,
  runWardround,
  startServer,
  type Installation,
} from '~tests/support/server-process'
import { startSmtpServer, type TestSmtpServer } from '~tests/support/smtp-server'
import { setUpOver, WebClient } from '~tests/support/web-client'

let installation: Installation
let smtp: TestSmtpServer

beforeAll(async () => {
  installation = await createInstallation()
  smtp = await startSmtpServer()
  const server = await startServer(installation)
  await setUpOver(new WebClient(server.url))
  await server.stop()
}, 60_000)

afterAll(async () => {
  await smtp?.close()
  await installation?.remove()
})

const wardround = (args: string[], settings: Record<string, string> = {}) =>
  runWardround(installation, args, { settings })

interface Checks {
  checks: { name: string; isWell: boolean; message: string }[]
}

describe('wardround doctor', () => {
  it('finds a healthy installation well', async () => {
    const { status, stdout } = await wardround(['doctor', '--json'], { SMTP_URL: smtp.url })
    const { checks } = JSON.parse(stdout) as Checks
    expect(checks.filter(({ isWell }) => !isWell)).toEqual([])
    expect(checks.map(({ name }) => name).sort()).toEqual([
      'clock',
      'database',
      'disk',
      'keys',
      'mail',
      'migrations',
    ])
    expect(status).toBe(0)
  })

  it('ends with 1 when the mail server cannot be reached, and says what to do', async () => {
    const settings = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` }
    const { status, stdout } = await wardround(['doctor'], settings)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^FAIL\s+mail\s.*SMTP_URL/m)
    expect(stdout).toMatch(/^ok\s+database\s/m)
  })

  it('ends with 1 when the database cannot be reached', async () => {
    const { status, stdout, stderr } = await wardround(['doctor'], {
      DATABASE_URL: `postgresql://nobody@127.0.0.1:${await freePort()}/none`,
    })
    expect(status).toBe(1)
    expect(stdout + stderr).toMatch(/DATABASE_URL/)
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
  })

  it('works beside a running server', async () => {
    const server = await startServer(installation)
    const { status, stdout } = await wardround(['doctor'], { PORT: String(server.port) })
    await server.stop()
    expect(stdout).not.toContain('FAIL')
    expect(status).toBe(0)
  })
})

describe('wardround testmail', () => {
  it('hands one message to the mail server and prints its answer', async () => {
    smtp.clear()
    const { status, stdout } = await wardround(['testmail', 'chair@lindenhof.example'], {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Lindenhof <plans@lindenhof.example>',
    })
    expect(status).toBe(0)
    expect(stdout).toMatch(/250/)
    const [mail] = await smtp.waitForMessages(1)
    expect(smtp.envelopes[0]?.recipients).toEqual(['chair@lindenhof.example'])
    expect(mail?.from?.text).toContain('plans@lindenhof.example')
    expect(mail?.text).toBeTruthy()
    expect(mail?.html).toBeTruthy()
  })

  const refused: [string, string, () => Record<string, string>, RegExp][] = [
    ['there is no mail server', 'chair@lindenhof.example', () => ({}), /SMTP_URL is not set/],
    ['the address is none', 'the chair', () => ({ SMTP_URL: smtp.url }), /not an email address/],
  ]
  for (const [words, address, settings, reason] of refused) {
    it(`ends with 1 and one line when ${words}`, async () => {
      const { status, stderr } = await wardround(['testmail', address], settings())
      expect(status).toBe(1)
      expect(stderr).toMatch(/^wardround: .+\n$/)
      expect(stderr).toMatch(reason)
    })
  }

  it('ends with 1 and the server’s own words when it refuses', async () => {
    smtp.mode = 'reject-permanently'
    const { status, stderr } = await wardround(['testmail', 'nobody@lindenhof.example'], {
      SMTP_URL: smtp.url,
    })
    smtp.mode = 'accept'
    expect(status).toBe(1)
    expect(stderr).toMatch(/^wardround: .*No such user here.*\n$/)
  })
})

describe('wardround import', () => {
  it('brings a guide in once, and knows it the second time', async () => {
    const { plansOnly } = mainGuides()
    const first = await wardround(['import', plansOnly.path])
    expect(first.status, first.stderr).toBe(0)
    expect(first.stdout).toContain(`imported, ${plansOnly.expected.items.length} items`)
    const second = await wardround(['import', plansOnly.path])
    expect(second.status).toBe(0)
    expect(second.stdout).toContain('was imported before')
    const link = (text: string) => /http:\/\/\S+/.exec(text)?.[0]
    expect(link(second.stdout)).toBe(link(first.stdout))
  })
})

describe('wardround remind', () => {
  it('has nothing to say where no plan is launched', async () => {
    const { status, stdout } = await wardround(['remind', '--dry-run', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ digests: [] })
  })

  it('ends with 1 and one line for an instant without its offset', async () => {
    for (const at of ['tomorrow', '2026-12-18', '2026-12-18T08:00', '2026-13-40T08:00:00Z']) {
      const { status, stderr } = await wardround(['remind', '--at', at])
      expect(status).toBe(1)
      expect(stderr).toMatch(/^wardround: --at .+\n$/)
    }
  })
})

describe('wardround demo', () => {
  it('is refused where real people are', async () => {
    const { status, stderr } = await wardround(['demo'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/wardround: .*set up already/)
  })

  it('builds a clinic that anybody can walk into', async () => {
    const empty = await createInstallation()
    const { status, stderr } = await runWardround(empty, ['demo'])
    expect(status, stderr).toBe(0)
    const server = await startServer(empty)
    const client = new WebClient(server.url)
    const page = await (await client.get('/demo')).text()
    const people = [...page.matchAll(/name="personId"\s+value="([^"]+)"/g)].map(([, id]) => id!)
    expect(people.length).toBeGreaterThanOrEqual(6)
    for (const personId of people) {
      const response = await client.post('/demo/session', { personId })
      expect(response.status).toBe(302)
      expect((await client.get(response.headers.get('location')!)).status).toBe(200)
    }
    await server.stop()
    await empty.remove()
  })
})

describe('wardround audit verify', () => {
  interface Verified {
    checks: { organisation: string; isWhole: boolean; head: { sequence: number; hash: string } }[]
  }

  it('finds an untouched log whole, and a noted head in it', async () => {
    const { status, stdout } = await wardround(['audit', 'verify', '--json'])
    expect(status).toBe(0)
    const [check] = (JSON.parse(stdout) as Verified).checks
    expect(check).toMatchObject({ isWhole: true })
    const { sequence, hash } = check!.head
    const again = await wardround(['audit', 'verify', '--head', `${sequence}:${hash}`])
    expect(again.status).toBe(0)
    expect(again.stdout).toMatch(/: whole, \d+ entries, head \d+:[0-9a-f]{64}\n$/)
  })

  it('ends with 1 and names what a noted head knows of and the log does not', async () => {
    const { status, stdout } = await wardround([
      'audit',
      'verify',
      '--head',
      `999:${'a'.repeat(64)}`,
    ])
    expect(status).toBe(1)
    expect(stdout).toMatch(/: Entries \d+ to 999 are missing at the end/)
    expect(stdout).toContain('NOT WHOLE')
  })

  it.each([
    [['audit', 'verify', '--head', 'x'], /--head x is no head/],
    [['audit', 'verify', '--organisation', 'Nowhere'], /no organisation “Nowhere”/],
  ])('%j says what is wrong', async (args, words) => {
    const { status, stderr } = await wardround(args)
    expect(status).toBe(1)
    expect(stderr).toMatch(words)
  })
})
