import { PGlite } from '@electric-sql/pglite'
import { expect, it } from 'vitest'
import { useDatabase } from '~/infra/database/database.server'
import { readMigrations } from '~/infra/database/migration-files.server'
import { embeddedDatabase } from '~/infra/database/open-database.server'
import { migrationsDirectory } from '~/infra/project-root.server'
import { checkChain } from '~/services/audit/check-audit.server'

const organisations = [
  '0193a5c2-7b1e-7cc3-9d0a-3f5d2c1b0a01',
  '0193a5c2-7b1e-7cc3-9d0a-3f5d2c1b0a02',
]

/** An installation as it was before the audit log, with activities in it. */
it('seals what was there already, in its order, organisation by organisation', async () => {
  const pglite = await PGlite.create()
  const database = await embeddedDatabase(pglite)
  useDatabase(database)
  try {
    for (const { path, migrationFile } of readMigrations(migrationsDirectory)
      .migrationDirectories) {
      if (path.endsWith('_audit_log')) {
        for (const [index, id] of organisations.entries()) {
          await pglite.query(
            `insert into organisation (id, name, time_zone, working_days, reminder_policy)
             values ($1, $2, 'Europe/Berlin', '{1}', '{}')`,
            [id, `Clinic ${index}`],
          )
        }
        await pglite.exec(
          `insert into activity (id, organisation_id, type, payload, at)
           select gen_random_uuid(), ('{${organisations.join()}}'::uuid[])[1 + n % 2], 'settings.changed',
                  jsonb_build_object('settings', jsonb_build_array('Setting ' || n)),
                  '2026-01-01T00:00:00Z'::timestamptz - n * interval '1 hour'
             from generate_series(1, 60) n`,
        )
      }
      await pglite.exec((migrationFile.content as { value: string }).value)
    }
    for (const id of organisations) {
      expect(await checkChain(id)).toMatchObject({ isWhole: true, findings: [], entryCount: 30 })
      const { rows } = await pglite.query<{ at: Date }>(
        'select at from audit_entry where organisation_id = $1 order by sequence',
        [id],
      )
      const times = rows.map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
    const { rows } = await pglite.query('select 1 from audit_pending')
    expect(rows).toEqual([])
  } finally {
    useDatabase(undefined)
    await database.close()
  }
})
