import { env } from '../env.server'
import { openEmbeddedDatabase, openServerDatabase, type Database } from './open-database.server'
import type { Prisma, PrismaClient } from './generated/client'

let current: Database | undefined

/** Inside a transaction use only this: a query on the plain client would wait for itself on the embedded database. */
export type Transaction = Prisma.TransactionClient

/** Opens the database the environment names and makes it the one of this process. */
export async function openDatabase(): Promise<Database> {
  const { DATABASE_URL, DATA_DIR } = env()
  current = DATABASE_URL
    ? await openServerDatabase(DATABASE_URL)
    : await openEmbeddedDatabase(DATA_DIR)
  return current
}

/** Makes an open database the one of this process; the tests and the server's start use it. */
export function useDatabase(database: Database | undefined): void {
  current = database
}

/** Closes the database of this process, if it is open. */
export async function closeDatabase(): Promise<void> {
  const open = current
  current = undefined
  await open?.close()
}

/** The database of this process. */
export function database(): Database {
  if (!current) throw new Error('The database is not open yet')
  return current
}

/** The Prisma client of this process, for reading outside a transaction. */
export function db(): PrismaClient {
  return database().prisma
}

/** Runs `work` in one transaction; an exception rolls all of it back. */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(work)
}
