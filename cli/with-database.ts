import { openDatabase } from '~/infra/database/database.server'
import { migrateDatabase } from '~/infra/database/open-database.server'
import { closeQueue, openQueue } from '~/infra/queue.server'

/** Opens the database with the schema of this version, runs `work`, and closes it whatever happens. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openDatabase()
  try {
    await database.exclusively(async () => {
      await migrateDatabase(database)
      await openQueue(database, { isWorker: false })
    })
    return await work()
  } finally {
    await closeQueue(database)
    await database.close()
  }
}
