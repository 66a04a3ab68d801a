import { enterAs } from './demo'
import { expectAccessible, expectContrast, expectNoSidewaysScrolling } from './page-watch'
import { test, type Page } from './test'
import {
  accountPasswordPath,
  accountPath,
  authenticatorPath,
  auditCheckPath,
  auditPath,
  auditRetentionPath,
  dashboardPath,
  demoPath,
  guidesPath,
  invitePersonPath,
  mailPath,
  newGuidePath,
  newPlanPath,
  newReviewPath,
  ownerRolesPath,
  peoplePath,
  plansPath,
  proofPath,
  recoveryCodesPath,
  remindersPath,
  reviewsPath,
  settingsPath,
  signInPath,
  signInSettingsPath,
  tasksPath,
} from '~/domain/shared/paths'

const lists = [
  tasksPath(),
  plansPath(),
  guidesPath(),
  dashboardPath(),
  reviewsPath(),
  peoplePath(),
  auditPath(),
  auditCheckPath(),
  auditRetentionPath(),
  settingsPath(),
  ownerRolesPath(),
  mailPath(),
  remindersPath(),
  accountPath(),
  accountPasswordPath(),
  authenticatorPath(),
  recoveryCodesPath(),
  proofPath(),
  signInSettingsPath(),
  newGuidePath(),
  newPlanPath(),
  newReviewPath(),
  invitePersonPath(),
]

/** The first page of each kind that the lists link to: one task, one plan, one guide and so on. */
const kinds = [
  /^\/tasks\/[0-9a-f-]{36}$/,
  /^\/plans\/[0-9a-f-]{36}$/,
  /^\/guides\/[0-9a-f-]{36}$/,
  /^\/reviews\/[0-9a-f-]{36}$/,
  /^\/people\/[0-9a-f-]{36}$/,
  /^\/settings\/mail\/[0-9a-f-]{36}$/,
]

const looks = { light: expectAccessible, dark: expectContrast }

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`at 360 pixels, ${colorScheme}`, { tag: '@looks' }, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme })

    async function look(page: Page): Promise<void> {
      await test.expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScrolling(page)
      await looks[colorScheme](page)
    }

    test('no page is wider than the window, none is hard to read', async ({ page, demo }) => {
      test.setTimeout(900_000)
      await page.goto(demo.url + demoPath())
      await look(page)
      await enterAs(page, demo, /Administrator/)
      const found = new Map<RegExp, string>()
      for (const path of lists) {
        await page.goto(demo.url + path)
        await look(page)
        for (const link of await page.locator('a[href^="/"]').evaluateAll(hrefs)) {
          const kind = kinds.find((pattern) => pattern.test(link))
          if (kind && !found.has(kind)) found.set(kind, link)
        }
      }
      test.expect(found.size, [...found.values()].join(' ')).toBe(kinds.length)
      for (const path of found.values()) {
        await page.goto(demo.url + path)
        await look(page)
      }
      await page.context().clearCookies()
      await page.goto(demo.url + signInPath())
      await look(page)
    })
  })
}

const hrefs = (anchors: (HTMLElement | SVGElement)[]) =>
  anchors.map((anchor) => (anchor.getAttribute('href') ?? '').replace(/[#?].*$/, ''))
