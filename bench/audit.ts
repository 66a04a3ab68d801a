import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noFilter, type AuditFilter } from '~/domain/audit/audit-page'
import { calendarDateAt, addDays } from '~/domain/calendar/calendar-date'
import { now } from '~/infra/clock.server'
import { closeDatabase, database, openDatabase } from '~/infra/database/database.server'
import { migrateDatabase } from '~/infra/database/open-database.server'
import { closeQueue, openQueue } from '~/infra/queue.server'
import { checkChain } from '~/services/audit/check-audit.server'
import { exportAudit } from '~/services/audit/export-audit.server'
import { listAudit, type AuditPlace } from '~/services/audit/list-audit.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { createTasks, createTeam, type Team } from '~tests/factories/task'

/**
 * `npm run bench:audit -- 1000000`: what the audit log costs, in an empty database (the embedded one,
 * or the one DATABASE_URL names). Completing tasks with and without the triggers that note and seal;
 * then, with so many entries, the check, the export and the pages. Prints, and asserts nothing.
 */
const entryCount = Number(process.argv.at(-1)) || 100_000
const directory = mkdtempSync(join(tmpdir(), 'wardround-bench-audit-'))
process.env.DATA_DIR ??= directory

const print = (line: string) => process.stdout.write(`${line}\n`)
const sql = (text: string, values: unknown[] = []) => database().executeSql(text, values)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Completing tasks one after the other, and eight at a time. */
async function complete(team: Team, label: string): Promise<void> {
  const items = Array.from({ length: 400 }, (_, n) => ({ action: `Check the locks of room ${n}` }))
  const { taskIds } = await createTasks(team.manager, items)
  const alone = taskIds.slice(0, 150)
  const together = taskIds.slice(150, 390)
  const times: number[] = []
  for (const taskId of alone) times.push(await timed(() => completeTask(team.ina, { taskId })))
  const middleMs = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  const togetherMs = await timed(() =>
    Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        for (let n = lane; n < together.length; n += 8) {
          await completeTask(team.ina, { taskId: together[n]! })
        }
      }),
    ),
  )
  const rate = ((together.length * 1000) / togetherMs).toFixed(0)
  print(`${label}: ${middleMs.toFixed(2)} ms alone (the median), ${rate}/s eight at a time`)
}

async function switchTriggers(state: 'enable' | 'disable'): Promise<void> {
  const { rows } = await sql(
    `select distinct tgrelid::regclass::text as name from pg_trigger
      where tgfoid in ('audit_stage_change'::regproc, 'audit_stage_activity'::regproc)`,
  )
  for (const { name } of rows) await sql(`alter table ${String(name)} ${state} trigger user`)
}

/** As UUIDv7 is: rows made one after the other lie side by side. */
const timeOrderedId = `(lpad(to_hex((extract(epoch from clock_timestamp()) * 1e6)::bigint), 16, '0')
  || substr(replace(gen_random_uuid()::text, '-', ''), 17))::uuid`

/** Entries as a clinic makes them: a task's activity, and the row that changed with it. */
async function fill({ organisationId, ina, manager }: Team, taskId: string): Promise<void> {
  const step = 20_000
  for (let made = 0; made < entryCount; made += step) {
    await sql(`do $$ begin for n in 1..${Math.min(step, entryCount - made)} loop
      insert into audit_pending (transaction, organisation_id, change) values (
        pg_current_xact_id()::text::bigint, '${organisationId}',
        jsonb_build_object('table', 'task', 'id', gen_random_uuid(), 'name', 'Check the locks of room ' || n,
          'before', jsonb_build_object('completed_at', null, 'completed_by_id', null),
          'after', jsonb_build_object('completed_at', now(), 'completed_by_id', '${ina.personId}')));
      insert into activity (id, organisation_id, type, payload, person_id, task_id, plan_id, at, way, address, session_id)
      values (${timeOrderedId}, '${organisationId}', 'task.completed',
        jsonb_build_object('taskId', '${taskId}', 'planId', '${taskId}', 'action', 'Check the locks of room ' || n),
        case when n % 1000 = 0 then '${manager.personId}'::uuid else '${ina.personId}'::uuid end,
        gen_random_uuid(), '${taskId}', now() - interval '5 years' * (1 - ${made + step} / ${entryCount + step}.0),
        'browser', '203.0.113.' || n % 250, gen_random_uuid());
    end loop; end $$`)
  }
  await sql('vacuum analyze audit_entry')
  await sql('vacuum analyze activity')
}

async function pages(team: Team): Promise<void> {
  const today = calendarDateAt(now(), 'Europe/Berlin')
  const looks: [string, Partial<AuditFilter>, AuditPlace][] = [
    ['newest', {}, {}],
    ['in the middle', {}, { olderThan: Math.round(entryCount / 2) }],
    ['the oldest', {}, { newerThan: 1 }],
    ['one person, seldom', { personId: team.manager.personId }, {}],
    ['a seldom noun', { noun: 'organisation' }, {}],
    ['a week, two years ago', { from: addDays(today, -737), to: addDays(today, -730) }, {}],
    ['one task', { taskId: team.organisationId }, {}],
    ['words that are often there', { text: 'room 77' }, {}],
    ['words that are nowhere', { text: 'zebra' }, {}],
  ]
  for (const [label, filter, place] of looks) {
    const look = () => listAudit(team.auditor, { ...noFilter, ...filter }, place)
    await look()
    const times: number[] = []
    for (let n = 0; n < 5; n += 1) times.push(await timed(look))
    print(`page, ${label}: ${times.sort((a, b) => a - b)[2]!.toFixed(1)} ms`)
  }
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)

await openDatabase()
try {
  await migrateDatabase(database())
  await openQueue(database(), { isWorker: false })
  const team = await createTeam()
  print(`database: ${database().kind}, ${entryCount.toLocaleString('en')} entries`)
  await complete(team, 'to warm up')
  // In turns, so that what else the machine does falls on both alike.
  for (let round = 0; round < 3; round += 1) {
    await complete(team, 'completing with the log')
    await switchTriggers('disable')
    await complete(team, 'completing without it')
    await switchTriggers('enable')
  }
  const filled = await createTeam()
  const { taskIds } = await createTasks(filled.manager, [{}])
  const fillMs = await timed(() => fill(filled, taskIds[0]!))
  print(`sealing in bulk: ${((fillMs * 1000) / entryCount).toFixed(0)} µs an entry`)
  const before = megabytes()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, megabytes())), 50)
  let isWhole = false
  const checkMs = await timed(async () => {
    isWhole = (await checkChain(filled.organisationId)).isWhole
  })
  clearInterval(watch)
  const per = (ms: number) => ((ms / entryCount) * 100).toFixed(2)
  print(
    `check: ${isWhole ? 'whole' : 'NOT WHOLE'}, ${per(checkMs)} s for 100,000 entries, memory ${before} MB before and ${most} MB at most`,
  )
  let bytes = 0
  const exportMs = await timed(async () => {
    const { pieces } = await exportAudit(filled.auditor, 'csv', noFilter)
    for await (const piece of pieces) bytes += piece.length
  })
  print(
    `export: ${per(exportMs)} s for 100,000 entries, ${Math.round(bytes / entryCount)} bytes each`,
  )
  await pages(filled)
  const { rows } = await sql(`select pg_size_pretty(pg_total_relation_size('audit_entry')) as size`)
  print(`audit_entry with its indexes: ${String(rows[0]?.size)}`)
} finally {
  await closeQueue(database())
  await closeDatabase()
  rmSync(directory, { recursive: true, force: true })
}
