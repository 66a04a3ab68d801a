import PgBoss from 'pg-boss'
import { jobKinds, jobPayloads, type JobKind, type JobPayload } from '~/domain/shared/job-kinds'
import { database, type Transaction } from './database/database.server'
import type { Database } from './database/open-database.server'
import { log } from './log.server'

/** How each kind of job is retried. Delays are seconds and double with every try. */
const retries: Record<JobKind, PgBoss.RetryOptions & PgBoss.ExpirationOptions> = {
  'sweep-reminders': { retryLimit: 2, retryDelay: 30, expireInSeconds: 600 },
  // Eleven doubling delays outlast a mail server that is down over night.
  'send-email': { retryLimit: 11, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 },
  'start-password-reset': { retryLimit: 3, retryDelay: 10, expireInSeconds: 120 },
  'note-refused-sign-in': { retryLimit: 3, retryDelay: 10, expireInSeconds: 120 },
  'purge-expired': { retryLimit: 2, retryDelay: 60, expireInSeconds: 600 },
  'purge-audit': { retryLimit: 2, retryDelay: 60, expireInSeconds: 3600 },
}

export type JobHandlers = {
  [K in JobKind]: (payload: JobPayload<K>, job: { id: string; isLastTry: boolean }) => Promise<void>
}

export interface Schedule {
  kind: JobKind
  /** Five cron fields, in UTC. */
  cron: string
}

const bosses = new WeakMap<Database, Promise<PgBoss>>()

async function startBoss(target: Database, isWorker: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => target.executeSql(text, values as unknown[]) },
    schema: 'pgboss',
    supervise: isWorker,
    schedule: isWorker,
    migrate: true,
    monitorStateIntervalMinutes: 10,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 14,
  })
  boss.on('error', (error) => log().error({ err: error }, 'queue'))
  await boss.start()
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const kind of jobKinds) {
    if (existing.has(kind)) await boss.updateQueue(kind, { name: kind, ...retries[kind] })
    else await boss.createQueue(kind, { name: kind, ...retries[kind] })
  }
  return boss
}

function bossOf(target: Database, isWorker = false): Promise<PgBoss> {
  let boss = bosses.get(target)
  if (!boss) {
    boss = startBoss(target, isWorker)
    bosses.set(target, boss)
  }
  return boss
}

/**
 * Prepares the queue's tables. To be called once after the migrations, before the first `enqueue`:
 * creating them inside somebody's transaction would wait for itself on the embedded database.
 */
export async function openQueue(target: Database, options: { isWorker: boolean }): Promise<void> {
  await bossOf(target, options.isWorker)
}

/**
 * Puts a job into the queue in the transaction of its cause: a rollback leaves no job.
 */
export async function enqueue<K extends JobKind>(
  tx: Transaction,
  kind: K,
  payload: JobPayload<K>,
): Promise<void> {
  const boss = await bossOf(database())
  await boss.send(kind, jobPayloads[kind].parse(payload) as object, {
    db: {
      async executeSql(text, values) {
        return { rows: await tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values) }
      },
    },
  })
}

/** Works the queue until `stop` is called; `stop` waits for the jobs under way. */
export async function workQueue(
  target: Database,
  handlers: JobHandlers,
  schedules: readonly Schedule[],
): Promise<{ stop: () => Promise<void> }> {
  const boss = await bossOf(target, true)
  for (const kind of jobKinds) {
    const options = {
      pollingIntervalSeconds: kind === 'send-email' ? 1 : 3,
      includeMetadata: true as const,
    }
    await boss.work<object>(kind, options, async (jobs) => {
      for (const job of jobs) {
        const isLastTry = job.retryCount >= job.retryLimit
        const handle = handlers[kind] as (
          payload: unknown,
          job: { id: string; isLastTry: boolean },
        ) => Promise<void>
        await handle(jobPayloads[kind].parse(job.data), { id: job.id, isLastTry })
      }
    })
  }
  for (const { kind, cron } of schedules) await boss.schedule(kind, cron, {}, { tz: 'UTC' })
  return { stop: () => closeQueue(target) }
}

/** Stops working and forgets the queue of a database; to be called before the database is closed. */
export async function closeQueue(target: Database): Promise<void> {
  const boss = bosses.get(target)
  bosses.delete(target)
  if (boss) await (await boss).stop({ graceful: true, wait: true, timeout: 20_000, close: false })
}
