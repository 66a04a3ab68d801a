import { database, useDatabase } from '~/infra/database/database.server'

/** Counts the statements that `work` sends to the database, by either way there is. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const real = database()
  let count = 0
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value = Reflect.get(from, name) as unknown
        if (typeof value === 'function') {
          return (...values: unknown[]) => {
            count += 1
            return (value as (...all: unknown[]) => unknown).apply(from, values)
          }
        }
        return typeof value === 'object' && value !== null ? counted(value) : value
      },
    })
  useDatabase({
    ...real,
    prisma: counted(real.prisma),
    executeSql: (...values) => {
      count += 1
      return real.executeSql(...values)
    },
  })
  try {
    await work()
  } finally {
    useDatabase(real)
  }
  return count
}
