import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'prisma', 'schema.prisma'))) {
    const parent = dirname(directory)
    if (parent === directory) throw new Error('prisma/schema.prisma not found above the program')
    directory = parent
  }
  return directory
}

/** The checkout or installation this program runs from, whether built or from source. */
export const projectRoot: string = findRoot()
export const migrationsDirectory: string = join(projectRoot, 'prisma', 'migrations')
