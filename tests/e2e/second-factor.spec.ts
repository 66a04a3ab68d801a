import { accountPath, authenticatorPath, signInSettingsPath } from '~/domain/shared/paths'
import { codeAt } from '~tests/support/totp'
import { clinic, expectHeading, setUpClinic } from './journey'
import { expectNoSidewaysScrolling } from './page-watch'
import { expect, test, type Page } from './test'

const codeNow = (key: string) => codeAt(key, new Date())
/** Of the step to come, which no earlier code has used up, however soon it is asked for. */
const nextCode = (key: string) => codeAt(key, new Date(Date.now() + 30_000))

async function signOut(page: Page): Promise<void> {
  await page.getByLabel(/^Account of/).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expectHeading(page, 'Sign in')
}

/** The first step, by keyboard alone. */
async function typePassword(page: Page): Promise<void> {
  await page.getByLabel('Email').focus()
  await page.keyboard.type(clinic.administrator.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(clinic.administrator.password)
  await page.keyboard.press('Enter')
  await expectHeading(page, 'Second step')
}

async function enrol(page: Page, url: string): Promise<{ key: string; codes: string[] }> {
  await page.goto(url + authenticatorPath())
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const key = (await page.locator('ol code').innerText()).trim()
  await page.getByLabel('Enter the code that the app shows').fill(codeNow(key))
  await page.getByRole('button', { name: 'Confirm' }).click()
  const list = page.getByRole('list', { name: 'Recovery codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  return { key, codes: await list.getByRole('listitem').allInnerTexts() }
}

test('an app is set up, asked for, and stood in for by a recovery code, at 360 px and by keyboard', async ({
  page,
  product,
  watch,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await setUpClinic(page, product)
  const { key, codes } = await enrol(page, product.url)
  await watch.check(page)
  await expectNoSidewaysScrolling(page)
  await page.getByRole('link', { name: 'I have put them away' }).click()
  await expect(page.getByText('10 of 10 left.')).toBeVisible()
  await watch.check(page)
  await signOut(page)

  await test.step('with the app', async () => {
    await typePassword(page)
    await watch.check(page)
    await expectNoSidewaysScrolling(page)
    await page.getByLabel('Code of your authenticator app').focus()
    await page.keyboard.type(nextCode(key))
    await page.keyboard.press('Enter')
    await expectHeading(page, 'My tasks')
    await signOut(page)
  })

  await test.step('with a recovery code, once', async () => {
    await typePassword(page)
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(codes[0]!.toLowerCase())
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expectHeading(page, 'My tasks')
    await page.goto(product.url + accountPath())
    await expect(page.getByText('9 of 10 left.')).toBeVisible()
  })
})

test('once a second factor is asked for, nothing else opens before it is set up', async ({
  page,
  product,
  watch,
}) => {
  await setUpClinic(page, product)
  await page.goto(product.url + signInSettingsPath())
  await expect(page.getByText('One person has none yet.', { exact: false })).toBeVisible()
  await watch.check(page)
  await page.getByLabel('A second factor is asked of').selectOption({ label: 'Everyone' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expectHeading(page, 'Set up a second factor')
  await watch.check(page)
  await page.goto(product.url + accountPath())
  await expectHeading(page, 'Set up a second factor')
  await enrol(page, product.url)
  await page.goto(product.url + signInSettingsPath())
  await expect(page.getByText('Everybody who signs in here has one.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an app is set up and asked for', async ({ page, product, watch }) => {
    watch.allow(/\/assets\/\S+\.js: csp$/)
    await setUpClinic(page, product)
    const { key } = await enrol(page, product.url)
    await page.getByRole('link', { name: 'I have put them away' }).click()
    await signOut(page)
    await typePassword(page)
    await page.getByLabel('Code of your authenticator app').fill(nextCode(key))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expectHeading(page, 'My tasks')
  })
})
