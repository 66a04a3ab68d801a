import { readFileSync } from 'node:fs'
import { auditPath } from '~/domain/shared/paths'
import { enterAs } from './demo'
import { expectAccessible, expectNoSidewaysScrolling } from './page-watch'
import { expect, test } from './test'

test('an auditor finds, narrows, opens, exports and checks the audit log', async ({
  page,
  demo,
}) => {
  await enterAs(page, demo, /Auditor/)
  await page.getByRole('link', { name: 'Audit log' }).first().click()
  await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible()
  await expectAccessible(page)

  await page.getByText('Narrow the list').click()
  await page.getByLabel('About').selectOption({ label: 'Tasks' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('Shown: tasks')).toBeVisible()
  const entry = page.getByRole('listitem').filter({ hasText: 'completed' }).first()
  await entry.getByText(/^Entry \d+, \d+ change/).click()
  await expect(entry.getByRole('row', { name: /Completed by/ })).toBeVisible()
  await expectAccessible(page)
  await entry.getByRole('link', { name: 'All about this task' }).click()
  await expect(page.getByText(/^Shown: task “/)).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/)
  expect(readFileSync(await file.path(), 'utf8')).toContain('completed')

  await page.goto(demo.url + auditPath())
  await expect(page.getByText(/exported the audit log as CSV: task “/).first()).toBeVisible()
  await page.getByRole('link', { name: 'Check the chain' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('The log is whole')).toBeVisible()
  await expect(page.getByText(/^\d+:[0-9a-f]{64}$/)).toBeVisible()
  await expectAccessible(page)
})

test('an administrator places a legal hold and lifts it again', async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await enterAs(page, demo, /Administrator/)
  await page.goto(demo.url + auditPath())
  await expectNoSidewaysScrolling(page)
  await page.getByRole('link', { name: /^Kept for/ }).click()
  await page.getByLabel('Why it is held').fill('Inquiry <script>alert(1)</script>')
  await page.getByRole('button', { name: 'Place the hold' }).click()
  await expect(page.getByText('The audit log is held').first()).toBeVisible()
  await expect(page.getByText('Inquiry <script>alert(1)</script>')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
  await page.getByLabel('Why it is lifted').fill('Closed')
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('There is no hold.')).toBeVisible()
})

test('the log is there without scripts', async ({ demo, visitor, watch }) => {
  watch.allow(/\/assets\/\S+\.js: csp$/) // this is how the browser says that scripts are off
  const page = await visitor({ javaScriptEnabled: false })
  await enterAs(page, demo, /Leader/)
  await page.goto(`${demo.url}${auditPath({ noun: 'plan' })}`)
  await page
    .locator('details', { hasText: /^Entry/ })
    .first()
    .locator('summary')
    .click()
  await page.getByLabel('About').selectOption({ label: 'Guides' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('Shown: guides')).toBeVisible()
})
