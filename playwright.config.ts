import { defineConfig } from '@playwright/test'

/** The browser that scripts/browser.mjs found; without it Playwright's own. */
const browser = JSON.parse(process.env.WARDROUND_BROWSER ?? '{}') as {
  executablePath?: string
  args?: string[]
}

/** End-to-end tests against the built product; `npm test -- --only browser` builds it first. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A second try on a busy machine; whoever needed it is named at the end of the run, to be mended.
  retries: process.env.CI ? 1 : 0,
  workers: 3,
  // Patience costs nothing where all is well; a machine that is shared can be five times slower.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    launchOptions: browser,
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 45_000,
    navigationTimeout: 90_000,
    screenshot: 'only-on-failure',
    // Pictures and snapshots of every step cost a quarter of the time; `-- --trace on` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
  },
})
