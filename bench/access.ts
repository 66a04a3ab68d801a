/**
 * What signing in costs: the time of one argon2id, what four at the same moment do to the rest of the
 * process, and how many queries the check of a session is. Prints, and asserts nothing.
 *
 *     npm run bench:access
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { useDatabase } from '~/infra/database/database.server'
import { embeddedDatabase, migrateDatabase } from '~/infra/database/open-database.server'
import { hashPassword, verifyPassword } from '~/services/accounts/passwords.server'
import { readSession } from '~/services/accounts/sessions.server'
import { openSession } from '~tests/factories/account'
import { createOrganisation } from '~tests/factories/organisation'
import { countQueries } from '~tests/support/count-queries'

const rounds = 15
const password = 'tulips under seven lamps'

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function words(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(1)
  return `median ${at(0.5)} ms, fastest ${at(0)} ms, slowest ${at(1)} ms`
}

const database = await embeddedDatabase(await PGlite.create())
await migrateDatabase(database)
useDatabase(database)
const { administrator } = await createOrganisation()
const { cookie } = await openSession(administrator)

const hash = await hashPassword(password)
const one: number[] = []
const before = process.cpuUsage()
for (let i = 0; i < rounds; i += 1) one.push(await timed(() => verifyPassword(hash, password)))
const { user, system } = process.cpuUsage(before)
console.log(`argon2id, one at a time (wanted: 50 to 150 ms):  ${words(one)}`)
// What counts where others keep the processor busy as well.
const work = ((user + system) / 1000 / rounds).toFixed(1)
console.log(`of it work of the processor, on average:         ${work} ms`)

const check = () => timed(() => readSession(cookie))
const alone: number[] = []
for (let i = 0; i < 200; i += 1) alone.push(await check())
console.log(`session check, nothing else going on:            ${words(alone)}`)

const delay = monitorEventLoopDelay({ resolution: 1 })
const beside: number[] = []
let isHashing = true
delay.enable()
const started = performance.now()
const hashes = Promise.all(Array.from({ length: 4 }, () => hashPassword(password))).then(() => {
  isHashing = false
})
while (isHashing) {
  beside.push(await check())
  await pause(1)
}
await hashes
delay.disable()
const took = (performance.now() - started).toFixed(0)
console.log(`session check, while four hashes run (${took} ms):     ${words(beside)}`)
const [mean, high, most] = [delay.mean, delay.percentile(99), delay.max].map((ns) =>
  (ns / 1e6).toFixed(1),
)
console.log(
  `delay of the event loop meanwhile:               mean ${mean} ms, 99 % ${high} ms, most ${most} ms`,
)
console.log(`queries of one session check (wanted: 1):        ${await countQueries(check)}`)
await database.close()
