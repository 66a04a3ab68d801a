import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { readMigrations } from './migration-files.server'

/**
 * Prisma's own schema engine, compiled to WebAssembly: needs no download and reaches the embedded
 * database through its driver adapter. Migrations stay in Prisma's format and table, so
 * `prisma migrate deploy` works just as well.
 */
async function loadSchemaEngine(): Promise<
  typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = readFileSync(join(dirname(path), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return engine
}

const noFilters = { externalTables: [], externalEnums: [] }

async function withEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodels: [string, string][] | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadSchemaEngine()
  const bound = bindMigrationAwareSqlAdapterFactory(factory)
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bound)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

/** Applies what is missing and returns the names of the migrations that were applied. */
export async function applyMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  directory: string,
): Promise<string[]> {
  const migrationsList = readMigrations(directory)
  const result = await withEngine(factory, undefined, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilters }),
  )
  return result.appliedMigrationNames
}

/** The SQL that leads from the migrations to the schema file; empty when they agree. */
export async function diffMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  directory: string,
  schemaPath: string,
): Promise<string> {
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }]
  const result = await withEngine(factory, [[schemaPath, files[0]!.content]], (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...readMigrations(directory) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  )
  return result.stdout ?? ''
}
