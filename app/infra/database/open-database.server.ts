import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { StartupError } from '../env.server'
import { migrationsDirectory } from '../project-root.server'
import { PrismaClient } from './generated/client'
import { lockDataDirectory } from './lock-data-directory.server'
import { readMigrations } from './migration-files.server'

/** A statement as the queue writes them: text with $1-parameters, or several statements without. */
export type ExecuteSql = (
  text: string,
  values?: unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>

export interface Database {
  readonly kind: 'embedded' | 'server'
  readonly prisma: PrismaClient
  readonly adapterFactory: SqlMigrationAwareDriverAdapterFactory
  /** Plain SQL outside Prisma, for the queue and for checks. */
  readonly executeSql: ExecuteSql
  /** Runs `work` while no other process of this database does the same; for what is made once at start. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The advisory lock that processes starting at the same moment wait for, any number of ours alone. */
const startLock = 7_126_305

/** Interactive transactions wait for the embedded database's one connection; under load that takes a while. */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 }

/** Wraps an open PGlite instance. `release` runs after it is closed. */
export async function embeddedDatabase(pglite: PGlite, release = () => {}): Promise<Database> {
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const adapterFactory = new PrismaPGlite(pglite)
  const prisma = new PrismaClient({ adapter: adapterFactory, transactionOptions })
  return {
    kind: 'embedded',
    prisma,
    adapterFactory,
    async executeSql(text, values) {
      if (values && values.length > 0) return pglite.query<Record<string, unknown>>(text, values)
      const results = await pglite.exec(text)
      return { rows: (results.at(-1)?.rows ?? []) as Record<string, unknown>[] }
    },
    // The data directory belongs to this process alone.
    exclusively: (work) => work(),
    async close() {
      await prisma.$disconnect()
      await pglite.close()
      release()
    },
  }
}

/**
 * How the embedded PostgreSQL is started: 32 MB of buffers instead of 128 (a clinic's data fits, and
 * the process stays small), and with fsync, so that a power cut loses nothing that was committed.
 */
const embeddedSettings = ['-c', 'shared_buffers=32MB', '-c', 'wal_buffers=1MB']
const withoutFsync = '-F'

/**
 * Opens the embedded database under `dataDir`, creating it when it is not there.
 * @throws StartupError when another process holds the directory or it cannot be written.
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<Database> {
  const directory = resolve(dataDir)
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw new StartupError(
      `DATA_DIR ${directory} cannot be written (${(error as Error).message}). Choose a directory this user may write.`,
    )
  }
  const unlock = lockDataDirectory(directory)
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    const pglite = await PGlite.create({
      dataDir: join(directory, 'postgres'),
      startParams: [
        ...PGlite.defaultStartParams.filter((param) => param !== withoutFsync),
        ...embeddedSettings,
      ],
    })
    return await embeddedDatabase(pglite, unlock)
  } catch (error) {
    unlock()
    throw new StartupError(
      `DATA_DIR ${directory} holds a database that cannot be opened (${(error as Error).message}). Restore it from a backup or choose another DATA_DIR.`,
    )
  }
}

/** What a person can do about a server that does not let us in, by PostgreSQL's and the system's codes. */
const remedies: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; start the server or correct host and port',
  ENOTFOUND: 'there is no such host; correct the host name',
  ETIMEDOUT: 'the server did not answer; check host, port and firewall',
  '28P01': 'the password is wrong',
  '28000': 'the user may not sign in',
  '3D000': 'that database does not exist; create it first',
}

/**
 * Connects to a PostgreSQL server.
 * @throws StartupError with the remedy when it cannot be reached.
 */
export async function openServerDatabase(databaseUrl: string): Promise<Database> {
  const [{ PrismaPg }, { default: pg }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('pg'),
  ])
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'wardround',
  })
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    const { code, message } = error as Error & { code?: string }
    const remedy = (code && remedies[code]) ?? message
    throw new StartupError(`DATABASE_URL cannot be reached: ${remedy}.`)
  }
  const adapterFactory = new PrismaPg(pool)
  const prisma = new PrismaClient({ adapter: adapterFactory, transactionOptions })
  const connect = adapterFactory.connect.bind(adapterFactory)
  adapterFactory.connect = async () => {
    const adapter = await connect()
    // The adapter cuts scripts at every semicolon, also inside function bodies; the server can read them whole.
    adapter.executeScript = async (script) => void (await pool.query(script))
    return adapter
  }
  return {
    kind: 'server',
    prisma,
    adapterFactory,
    async executeSql(text, values) {
      const result = await pool.query(text, values as unknown[])
      const last = Array.isArray(result) ? result.at(-1) : result
      return { rows: last.rows }
    },
    async exclusively(work) {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [startLock])
        return await work()
      } finally {
        await client.query('select pg_advisory_unlock($1)', [startLock])
        client.release()
      }
    },
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** The migrations on disk that the database has not finished. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const names = readMigrations(migrationsDirectory).migrationDirectories.map((entry) => entry.path)
  const { rows: tables } = await database.executeSql(
    `select to_regclass('_prisma_migrations')::text as name`,
  )
  if (!tables[0]?.name) return names
  const { rows } = await database.executeSql(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const applied = new Set(rows.map((row) => row.migration_name))
  return names.filter((name) => !applied.has(name))
}

/**
 * Brings the database to the schema of this version. Where several processes may start at once, call
 * it within `exclusively`.
 * @returns the names of the migrations applied.
 */
export async function migrateDatabase(database: Database): Promise<string[]> {
  if ((await pendingMigrations(database)).length === 0) return []
  const { applyMigrations } = await import('./migrations.server')
  return applyMigrations(database.adapterFactory, migrationsDirectory)
}
