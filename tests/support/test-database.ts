import { mkdirSync, readFileSync, writeFileSync, existsSync, renameSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { setClock } from '~/infra/clock.server'
import { useDatabase } from '~/infra/database/database.server'
import {
  embeddedDatabase,
  migrateDatabase,
  openServerDatabase,
  type Database,
} from '~/infra/database/open-database.server'
import { readMigrations } from '~/infra/database/migration-files.server'
import { newId } from '~/infra/ids.server'
import { migrationsDirectory, projectRoot } from '~/infra/project-root.server'
import { closeQueue, openQueue } from '~/infra/queue.server'

/**
 * Databases for tests: each file gets one of its own, a copy of a prepared one. On the embedded
 * database the copy comes from a dump under `.cache/`, on a server from a template database.
 * `TEST_DATABASE_URL` (a server's maintenance database) chooses the server.
 */
const serverUrl = () => process.env.TEST_DATABASE_URL || null

/** Changes with the migrations and the queue's version, so a prepared database is never stale. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const { path, migrationFile } of readMigrations(migrationsDirectory).migrationDirectories) {
    hash.update(path).update(JSON.stringify(migrationFile.content))
  }
  hash.update(readFileSync(join(projectRoot, 'node_modules/pg-boss/package.json')))
  hash.update(readFileSync(join(projectRoot, 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}

const dumpPath = () => join(projectRoot, '.cache', `test-database-${fingerprint()}.tar`)
const templateName = () => `wardround_test_template_${fingerprint()}`

async function prepare(database: Database): Promise<void> {
  await migrateDatabase(database)
  await openQueue(database, { isWorker: false })
  await closeQueue(database)
}

async function prepareDump(): Promise<void> {
  if (existsSync(dumpPath())) return
  mkdirSync(join(projectRoot, '.cache'), { recursive: true })
  const pglite = await PGlite.create()
  const database = await embeddedDatabase(pglite)
  await prepare(database)
  const dump = await pglite.dumpDataDir('none')
  await database.close()
  const temporary = `${dumpPath()}.${process.pid}`
  writeFileSync(temporary, Buffer.from(await dump.arrayBuffer()))
  renameSync(temporary, dumpPath())
}

async function withMaintenance<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl()! })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const urlOf = (name: string) => {
  const url = new URL(serverUrl()!)
  url.pathname = `/${name}`
  return url.toString()
}

async function prepareTemplate(): Promise<void> {
  await withMaintenance(async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      templateName(),
    ])
    if (rowCount) return
    const building = `${templateName()}_${process.pid}`
    await client.query(`create database ${building}`)
    const database = await openServerDatabase(urlOf(building))
    await prepare(database)
    await database.close()
    await client.query(`alter database ${building} rename to ${templateName()}`)
  })
}

/** Prepares what the copies are made from; the runner calls it once before any file. */
export async function prepareTestDatabases(): Promise<void> {
  await (serverUrl() ? prepareTemplate() : prepareDump())
}

/** Drops what the server run left behind. */
export async function dropTestDatabases(): Promise<void> {
  if (!serverUrl()) return
  await withMaintenance(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'wardround\\_test\\_%'`,
    )
    for (const { datname } of rows)
      await client.query(`drop database if exists ${datname} with (force)`)
  })
}

/** A fresh database with the current schema, on the dialect this run is for. */
export async function createTestDatabase(): Promise<Database> {
  if (!serverUrl()) {
    const dump = new Blob([new Uint8Array(readFileSync(dumpPath()))])
    return embeddedDatabase(await PGlite.create({ loadDataDir: dump }))
  }
  const name = `wardround_test_${newId().replaceAll('-', '')}`
  await withMaintenance((client) =>
    client.query(`create database ${name} template ${templateName()}`),
  )
  const database = await openServerDatabase(urlOf(name))
  return {
    ...database,
    async close() {
      await database.close()
      await withMaintenance((client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
    },
  }
}

/** Gives the tests of a file a database of their own; returns nothing, services find it by themselves. */
export function useTestDatabase(): void {
  let database: Database
  beforeAll(async () => {
    database = await createTestDatabase()
    useDatabase(database)
    await openQueue(database, { isWorker: false })
  }, 60_000)
  afterAll(async () => {
    setClock(undefined)
    await closeQueue(database)
    useDatabase(undefined)
    await database.close()
  }, 60_000)
}
