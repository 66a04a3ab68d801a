import {
  planted,
  plantedEmail,
  plantedPassword,
  plantScripts,
} from '~tests/support/planted-scripts'
import { WebClient } from '~tests/support/web-client'
import { startProduct, type Product } from './product'
import { expect, test as base } from './test'

/** Without a mail server, so that messages are kept and can be looked at. */
const test = base.extend<{ clinicProduct: Product }>({
  clinicProduct: async ({ watch }, use) => {
    const product = await startProduct({ settings: { SMTP_URL: '' } })
    await use(product)
    watch.end()
    await product.stop()
  },
})

/** The pages of a clinic in which every text is a script, in a browser that would run it. */
test('a script in every text runs nowhere and loads nothing', async ({
  page,
  clinicProduct: product,
}) => {
  const clinic = await plantScripts(new WebClient(product.url))
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  page.on('dialog', () => loaded.push('dialog'))
  await page.goto(`${product.url}/sign-in`)
  await page.getByLabel('Email').fill(plantedEmail)
  await page.getByLabel('Password').fill(plantedPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My tasks' })).toBeVisible()
  const paths = [
    ...['/tasks', '/plans', '/guides', '/reviews', '/people', '/dashboard', '/account'],
    ...['/settings', '/settings/owner-roles', '/settings/mail', '/settings/reminders'],
    ...[`/tasks/${clinic.taskId}`, `/tasks/${clinic.taskId}/edit`, `/plans/${clinic.planId}`],
    ...[`/guides/${clinic.templateId}`, `/reviews/${clinic.reviewId}`],
  ]
  let seen = 0
  for (const path of paths) {
    await page.goto(product.url + path, { waitUntil: 'networkidle' })
    expect(await page.evaluate('typeof pwned'), path).toBe('undefined')
    const text = await page.locator('body').innerText()
    if (text.includes(planted('').slice(0, 30))) seen += 1
  }
  expect(seen).toBeGreaterThan(8)
  // The frame of a message has an origin and a policy of its own.
  await page.goto(`${product.url}/settings/mail`)
  await page.getByRole('main').getByRole('row').getByRole('link').first().click()
  const message = page.frameLocator('iframe').getByText('<img src=/pwned')
  await expect(message.filter({ visible: true }).first()).toBeVisible()
  for (const frame of page.frames()) {
    expect(await frame.evaluate('typeof pwned')).toBe('undefined')
  }
  const foreign = loaded.filter((url) => !url.startsWith(product.url) || url.includes('pwned'))
  expect(foreign).toEqual([])
})
