import {
  newGuidePath,
  organisationsPath,
  permissionsPath,
  settingsPath,
} from '~/domain/shared/paths'
import { firstText, secondText } from '~tests/factories/revision'
import { clinic, expectHeading, setUpClinic } from './journey'
import { expect, test, type Page } from './test'

const second = 'Bergklinik Oberhasli-Brienzersee'

async function importText(page: Page, url: string, text: string): Promise<void> {
  await page.goto(url + newGuidePath())
  await page.getByLabel('Or its text').fill(text)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page).toHaveURL(/\/guides\/[0-9a-f-]{36}/)
}

async function goTo(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url + organisationsPath())
  await page.getByRole('button', { name: `Go to ${name}` }).click()
  await expectHeading(page, 'My tasks')
  await expect(page.getByRole('banner')).toContainText(name.slice(0, 12))
}

test('one account looks after two clinics, and rolls one revision out to both', async ({
  page,
  product,
  watch,
}) => {
  await setUpClinic(page, product)
  await page.goto(product.url + organisationsPath())
  await expect(page.getByText('You belong to one organisation')).toBeVisible()
  await page.goto(product.url + settingsPath())
  await page.getByLabel('Administrators of any organisation here may').check()
  const further = page.locator('form', { hasText: 'Administrators of any organisation' })
  await further.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Settings saved')).toBeVisible()
  await importText(page, product.url, firstText)

  await page.goto(product.url + organisationsPath())
  await page.getByRole('link', { name: 'New organisation' }).click()
  await page.getByLabel('Name').fill(second)
  await watch.check(page)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expectHeading(page, 'My tasks')
  await importText(page, product.url, firstText)

  // Nothing of the one is in the other: the guide was imported here anew.
  await page.goto(product.url + organisationsPath())
  await watch.check(page)
  await goTo(page, product.url, clinic.name)

  await importText(page, product.url, secondText)
  await expect(page).toHaveURL(/\/revision$/)
  await page.getByRole('button', { name: 'Make it the new version' }).click()
  await page.getByRole('link', { name: 'Apply in another organisation…' }).click()
  await expect(page.getByLabel(second)).toBeChecked()
  await page.getByRole('button', { name: 'Apply in the chosen ones' }).click()
  await expect(page.getByText('Applied', { exact: true })).toBeVisible()
  await watch.check(page)

  await goTo(page, product.url, second)
  await page.goto(`${product.url}/guides`)
  await page
    .getByRole('link', { name: /Lost laptops/ })
    .first()
    .click()
  await expect(page.getByRole('article', { name: 'Train the night shift' })).toBeVisible()

  await page.goto(product.url + permissionsPath())
  await expect(page.getByText('Sign governance reviews')).toBeVisible()
  await watch.check(page)
})
