import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const withoutDatabase = [
  'tests/cli/{parse,usage}.test.ts',
  'tests/emails/**',
  'tests/server/{documented-settings,wrong-settings}.test.ts',
]

/** These change the settings of their process, which are read once, so each gets a process of its own. */
const withOwnSettings = [
  'tests/routes/{audit,tasks}.test.ts',
  'tests/services/secrets.test.ts',
  'tests/services/mail/mail.test.ts',
  'tests/services/operations/rotate-secrets.test.ts',
  'tests/services/tasks/evidence.test.ts',
]

const parts = {
  environment: 'node',
  globalSetup: 'tests/support/global-setup.ts',
  // Refusals are logged, and tests are full of them; and no test leaves a key file in the checkout.
  env: { LOG_LEVEL: 'error', SECRET_KEYS: '00'.repeat(32) },
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const

/**
 * `rules` are the tests beside pure modules; `parts` are those that need a database, mail or files.
 * Files of a worker share the modules they import, which saves a third of the time: what the product
 * keeps between requests is in the database, and each file has one of its own.
 */
export default defineConfig({
  resolve: { alias: { '~emails': at('./emails'), '~tests': at('./tests'), '~': at('./app') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          isolate: false,
          include: ['app/**/*.test.{ts,tsx}'],
          // Properties take seconds, and many times that on a busy machine.
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          ...parts,
          name: 'parts',
          isolate: false,
          include: ['tests/{services,routes,access,attacks,emails,cli,server}/**/*.test.{ts,tsx}'],
          // What opens no database is the same on both, and runs once.
          exclude: [...withOwnSettings, ...(process.env.TEST_DATABASE_URL ? withoutDatabase : [])],
        },
      },
      {
        extends: true,
        test: { ...parts, name: 'parts-with-own-settings', include: withOwnSettings },
      },
    ],
  },
})
