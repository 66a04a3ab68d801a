import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { diffMigrations } from '~/infra/database/migrations.server'
import { migrationsDirectory, projectRoot } from '~/infra/project-root.server'

/** `npm run db:migration -- name`: writes the migration that leads from the migrations to the schema. */
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run db:migration -- name_in_snake_case')
  process.exit(2)
}
const pglite = await PGlite.create()
const sql = await diffMigrations(
  new PrismaPGlite(pglite),
  migrationsDirectory,
  join(projectRoot, 'prisma', 'schema.prisma'),
)
await pglite.close()
if (/^\s*(--.*)?\s*$/.test(sql)) {
  console.log('The migrations already lead to the schema; nothing to write.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(migrationsDirectory, `${stamp}_${name}`)
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'migration.sql'), sql)
  console.log(`Written: ${directory}/migration.sql`)
}
