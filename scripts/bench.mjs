/**
 * `npm run bench`: how fast the built product answers. The server has one core, the load comes from
 * the other; prints tables and asserts nothing.
 *
 *     npm run bench -- [--seconds 5] [--tasks 500,5000] [--database embedded,server]
 *
 * The server is TEST_DATABASE_URL, or PostgreSQL on this machine; databases are made and dropped.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { giveUp, root, say, setUp } from './set-up.mjs'

await setUp()
const { canPin, firstVisit, pinSelf, signIn, startServer } = await import('../bench/server.mjs')
const { default: autocannon } = await import('autocannon')
const { default: pg } = await import('pg')

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    tasks: { type: 'string', default: '500,5000' },
    database: { type: 'string', default: 'embedded,server' },
  },
})
const maintenanceUrl =
  process.env.TEST_DATABASE_URL || 'postgresql://postgres@127.0.0.1:5432/postgres'
const connectionCounts = [1, 8]
/** A task is completed once, so completing is counted by requests. */
const completions = 100

async function maintain(sql) {
  const client = new pg.Client({ connectionString: maintenanceUrl, connectionTimeoutMillis: 3_000 })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** An empty database of a kind: the settings that name it, and how to remove it. */
async function createPlace(kind) {
  const dataDir = mkdtempSync(join(tmpdir(), 'wardround-bench-'))
  const settings = { DATA_DIR: dataDir }
  const name = `wardround_bench_${randomUUID().replaceAll('-', '')}`
  if (kind === 'server') {
    await maintain(`create database ${name}`)
    settings.DATABASE_URL = Object.assign(new URL(maintenanceUrl), { pathname: name }).toString()
  }
  const remove = async () => {
    if (kind === 'server') await maintain(`drop database ${name} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { settings, remove }
}

function seed(settings, taskCount) {
  const program = join(root, 'node_modules/vite-node/vite-node.mjs')
  const args = ['--config', 'vitest.config.ts', 'bench/seed.ts', String(taskCount)]
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', ...settings },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) giveUp(`the benchmark's data could not be made: ${stderr}`)
  return JSON.parse(stdout.toString().trim().split('\n').at(-1))
}

/** Answers to one kind of request under load; `memory` notes the most the server took. */
async function load(server, request, connections, amount) {
  const instance = autocannon({
    url: server.url,
    connections,
    ...(amount ? { amount } : { duration: Number(options.seconds) }),
    requests: [request],
    timeout: 60,
  })
  const times = []
  instance.on('response', (_client, _status, _bytes, ms) => times.push(ms))
  let mostMb = 0
  const watch = setInterval(() => (mostMb = Math.max(mostMb, server.memoryMb())), 200)
  const result = await instance
  clearInterval(watch)
  const wrong = result.non2xx - (amount ? (result['3xx'] ?? 0) : 0) + result.errors
  times.sort((a, b) => a - b)
  return { perSecond: times.length / result.duration, times, wrong, mostMb }
}

/** The time that this share of the answers stayed within, in milliseconds. */
const percentile = (times, share) => times[Math.ceil(share * times.length) - 1] ?? Number.NaN

const round = (value) => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10)

const rowOf = (page, connections, { perSecond, times, wrong }) => ({
  page,
  connections,
  'req/s': round(perSecond),
  'p50 ms': round(percentile(times, 0.5)),
  'p95 ms': round(percentile(times, 0.95)),
  'p99 ms': round(percentile(times, 0.99)),
  wrong,
})

async function measure(kind, taskCount) {
  const { settings, remove } = await createPlace(kind)
  say(`${kind} database, ${taskCount} tasks: making the data …`)
  const { administrator, planId, taskId, openTaskIds } = seed(settings, taskCount)
  const server = await startServer(settings)
  const cookie = await signIn(server.url, administrator)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  const idleMb = server.memoryMb()
  const pages = {
    'My tasks': '/tasks',
    'Plan page': `/plans/${planId}`,
    'Task page': `/tasks/${taskId}`,
    Dashboard: '/dashboard',
  }
  const rows = []
  let mostMb = idleMb
  const note = (page, connections, result) => {
    mostMb = Math.max(mostMb, result.mostMb)
    rows.push(rowOf(page, connections, result))
  }
  for (const path of Object.values(pages)) {
    for (let warm = 0; warm < 20; warm += 1) await fetch(server.url + path, { headers: { cookie } })
  }
  for (const [page, path] of Object.entries(pages)) {
    for (const connections of connectionCounts) {
      const request = { method: 'GET', path, headers: { cookie } }
      note(page, connections, await load(server, request, connections))
    }
  }
  const waiting = openTaskIds.filter((id) => id !== taskId)
  for (const connections of connectionCounts) {
    const request = {
      method: 'POST',
      headers: {
        cookie,
        Origin: server.url,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'version=1',
      setupRequest: (each) => ({ ...each, path: `/tasks/${waiting.shift()}/complete` }),
    }
    note('Completing a task', connections, await load(server, request, connections, completions))
  }
  const visit = await firstVisit(server.url, pages['My tasks'], cookie)
  await server.stop()
  await remove()
  return { rows, visit, idleMb, mostMb, startMs: server.startMs }
}

pinSelf(1)
if (!canPin) say('there is no taskset here, so server and load share all cores')
const facts = []
for (const kind of options.database.split(',')) {
  for (const taskCount of options.tasks.split(',').map(Number)) {
    const { rows, visit, idleMb, mostMb, startMs } = await measure(kind, taskCount)
    console.log(`\n${kind} database, ${taskCount} tasks`)
    console.table(rows)
    const kilobytes = (bytes) => round(bytes / 1000)
    facts.push({
      database: kind,
      tasks: taskCount,
      'start ms': round(startMs),
      'idle MB': round(idleMb),
      'under load MB': round(mostMb),
      'html kB': kilobytes(visit.html),
      'js kB': kilobytes(visit.js),
      'css kB': kilobytes(visit.css),
      'first visit kB': kilobytes(visit.html + visit.js + visit.css),
    })
  }
}
console.log('\nstart, memory, first visit of My tasks (compressed)')
console.table(facts)
