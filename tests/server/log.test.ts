import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '~tests/support/server-process'
import { useServer } from '~tests/support/use-server'
import { firstAdministrator, setUpOver } from '~tests/support/web-client'

/**
 * What the built product prints at its most talkative while people sign in, links are opened and the
 * database fails under them.
 */
const product = useServer({ LOG_LEVEL: 'debug' })
const cookies: string[] = []

/** Changes the database behind the product's back, while it is stopped. */
async function execute(sql: string): Promise<void> {
  if (product.installation.databaseUrl) {
    const connection = new pg.Client({ connectionString: product.installation.databaseUrl })
    await connection.connect()
    await connection.query(sql)
    return connection.end()
  }
  const pglite = await PGlite.create(join(product.installation.dataDir, 'postgres'))
  await pglite.exec(sql)
  await pglite.close()
}

/** Everything that must not be printed, as it is typed below. */
const typed = {
  password: 'hunter-of-the-red-dawn',
  email: 'zacharias@typed.example',
  token: 'Zk3vJ0q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l',
  shortToken: 'Q-short-token-Q',
  code: 'callbackcode4711',
  comment: 'xylophone in the scanner room',
  query: 'findmequery',
}

async function ask(): Promise<void> {
  const { email, password, token, shortToken, code, comment, query } = typed
  const calls = [
    product.client.post('/sign-in', { email, password }),
    product.client.post('/forgot-password', { email }),
    product.client.get(`/reset-password/${token}`),
    product.client.post(`/reset-password/${token}`, { password }),
    product.client.get(`/reset-password/${shortToken}`),
    product.client.get(`/invitations/${token}`),
    product.client.post(`/invitations/${shortToken}`, { name: comment, password }),
    product.client.get(`/invitations/${token}.data`),
    product.client.get(`/mail-links/${shortToken}`),
    product.client.get(`/single-sign-on/callback?code=${code}&state=${code}`),
    product.client.get(`/tasks?search=${query}`),
    product.client.get(`/tasks/${comment.replaceAll(' ', '-')}`),
    product.client.post('/people/invite', { name: comment, email, permissionRole: 'member' }),
    product.client.post('/account', { name: comment, timeZone: '' }),
    product.client.post('/settings/organisation', { name: comment, email, password }),
    product.client.post('/no/such/address', { comment, email, password }),
    product.client.post(
      '/account',
      { name: comment },
      { Origin: `https://${email}`, 'Sec-Fetch-Site': 'cross-site' },
    ),
    product.client.get('/account', {
      Authorization: `Bearer ${code}`,
      Cookie: `x=${typed.shortToken}`,
    }),
  ]
  await Promise.all(calls)
}

beforeAll(() => setUpOver(product.client), 60_000)

function expectNothingTyped(printed: string): void {
  for (const [name, value] of Object.entries({ ...typed, ...firstAdministrator })) {
    if (name === 'timeZone') continue
    expect(printed, `${name} was printed`).not.toContain(value)
    expect(printed, `${name} was printed`).not.toContain(encodeURIComponent(value))
  }
  for (const cookie of cookies) expect(printed).not.toContain(cookie)
}

describe('the log at debug', () => {
  it('has nothing of it while all is well, and says who was refused', async () => {
    await ask()
    cookies.push(...product.client.cookieValues())
    expect(cookies.length).toBeGreaterThan(0)
    expectNothingTyped(product.server.output())
    expect(product.server.output()).toContain('"msg":"refused"')
  })

  it('has nothing of it when statements fail, in the words of Prisma and of PostgreSQL', async () => {
    await product.server.stop()
    // Names the product asks for are gone: whatever reads or writes them fails with its parameters at hand.
    await execute(`
      alter table account rename column email to was_email;
      alter table password_reset rename column token_hash to was_token_hash;
      alter table invitation rename column token_hash to was_token_hash;
      alter table task rename column action to was_action;
      alter table person add constraint no_change check (name = 'Ada Keller') not valid;
    `)
    product.server = await startServer(product.installation, {
      LOG_LEVEL: 'debug',
      SMTP_URL: product.smtp.url,
      PORT: String(product.server.port),
    })
    await ask()
    const printed = product.server.output()
    expect((printed.match(/"level":50/g) ?? []).length).toBeGreaterThan(3)
    expect(printed).toMatch(/Prisma|DriverAdapter/)
    expect(printed).toMatch(/"stack":"\s+at /)
    expectNothingTyped(printed)
    for (const line of printed.split('\n').filter((each) => each.startsWith('{'))) {
      expect(() => JSON.parse(line) as unknown).not.toThrow()
    }
  })
})
