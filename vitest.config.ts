import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const withoutDatabase = [
  'tests/cli/{parse,usage}.test.ts',
  'tests/emails/**',
  'tests/server/{documented-settings,wrong-settings}.test.ts',
]

/** `rules` are the tests beside pure modules; `parts` are those that need a database, mail or files. */
export default defineConfig({
  resolve: { alias: { '~emails': at('./emails'), '~tests': at('./tests'), '~': at('./app') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['app/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          environment: 'node',
          include: ['tests/{services,routes,emails,cli,server}/**/*.test.{ts,tsx}'],
          // What opens no database is the same on both, and runs once.
          exclude: process.env.TEST_DATABASE_URL ? withoutDatabase : [],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
