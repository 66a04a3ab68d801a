import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setupPath } from '~/domain/shared/paths'
import { openDatabase } from '~/infra/database/database.server'
import { migrateDatabase, type Database } from '~/infra/database/open-database.server'
import { appUrl, env, StartupError } from '~/infra/env.server'
import { log } from '~/infra/log.server'
import { closeQueue, openQueue, workQueue } from '~/infra/queue.server'
import { handlers } from '~/jobs/handlers.server'
import { schedules } from '~/jobs/schedule.server'
import { getSetupToken, installationState } from '~/services/organisations/installation.server'
import { createApp, type AppOptions } from './app'
import { createHttpServer } from './limits'

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const remedy =
        error.code === 'EADDRINUSE'
          ? `PORT ${port} is taken by another program. Stop it or choose another PORT.`
          : `HOST ${host} or PORT ${port} cannot be used (${error.message}). Correct them.`
      reject(new StartupError(remedy))
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

async function announce(port: number): Promise<void> {
  const address = env().APP_URL ? appUrl() : `http://localhost:${port}`
  console.log(`Wardround is ready: ${address}`)
  if ((await installationState()) !== 'empty') return
  const link = `${address}${setupPath({ token: await getSetupToken() })}`
  console.log(`Nobody has set it up yet. On this machine open ${address}`)
  console.log(
    `From another machine use this link (it lets one person in as administrator): ${link}`,
  )
}

async function stop(server: Server, database: Database): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection that was answering is idle, and kept alive, only after its answer.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const giveUp = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearInterval(sweep)
  clearTimeout(giveUp)
  await closeQueue(database)
  await database.close()
}

/**
 * Starts the product: database, migrations, queue, HTTP, jobs, in this order; stops it in the
 * opposite one on SIGTERM and SIGINT.
 * @throws StartupError when a setting is wrong or something cannot be reached.
 */
export async function startServer(options: AppOptions): Promise<{ stop: () => Promise<void> }> {
  const settings = env()
  const isWorker = settings.JOBS === 'on'
  const database = await openDatabase()
  const applied = await database.exclusively(async () => {
    const names = await migrateDatabase(database)
    await openQueue(database, { isWorker })
    return names
  })
  if (applied.length > 0) log().info({ applied }, 'database migrated')
  const server = createHttpServer(createApp(options))
  const port = await listen(server, settings.PORT, settings.HOST).catch(async (error: unknown) => {
    await closeQueue(database)
    await database.close()
    throw error
  })
  let starting: Promise<unknown> = Promise.resolve()
  let stopping: Promise<void> | undefined
  const stopOnce = () =>
    (stopping ??= (async () => {
      // What the start still asks the database for comes before its end.
      await starting.catch(() => undefined)
      await stop(server, database)
    })())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log().info({ signal }, 'stopping')
      void stopOnce().then(() => process.exit(0))
    })
  }
  logBeforeDying()
  starting = (async () => {
    if (isWorker) await database.exclusively(() => workQueue(database, handlers, schedules))
    await announce(port)
  })()
  await starting
  return { stop: stopOnce }
}

/** Node prints an error that nobody caught with every field of it, a statement's parameters included. */
function logBeforeDying(): void {
  process.once('uncaughtException', (error) => {
    log().fatal({ err: error }, 'uncaught')
    process.exit(1)
  })
}

/** Runs `start` and turns a failure that the person can mend into one line. */
export async function runOrExplain(start: () => Promise<unknown>): Promise<void> {
  try {
    await start()
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    console.error(`wardround: ${error.message}`)
    process.exit(1)
  }
}
