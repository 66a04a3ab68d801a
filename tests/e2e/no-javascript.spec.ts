import { mainGuides } from '~tests/support/guides'
import {
  clinic,
  expectHeading,
  giveRoles,
  importGuide,
  invite,
  itemCards,
  setUpClinic,
} from './journey'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false })

test('import, launch and complete without JavaScript', async ({ page, product, watch }) => {
  test.setTimeout(900_000)
  watch.allow(/\/assets\/\S+\.js: csp$/) // this is how the browser says that scripts are off
  const { withFirstSteps, plansOnly } = mainGuides()

  await test.step('set up and import, pasted and uploaded', async () => {
    await setUpClinic(page, product)
    await importGuide(page, product, plansOnly, 'paste')
    await expect(itemCards(page)).toHaveCount(plansOnly.expected.items.length)
    await importGuide(page, product, withFirstSteps, 'upload')
    await expect(itemCards(page)).toHaveCount(withFirstSteps.expected.items.length)
  })

  await test.step('an item leads to its sentence', async () => {
    const card = itemCards(page).first()
    await card.getByRole('link', { name: 'Show in the guide' }).click()
    await expect(page.locator('mark:target, mark.is-active').first()).toBeInViewport()
  })

  await test.step('start, give roles, launch', async () => {
    await page.getByRole('link', { name: 'Start a plan' }).click()
    await page.getByRole('button', { name: 'Go on to roles' }).click()
    await expectHeading(page, 'Who does what')
    await invite(page, clinic.security)
    await invite(page, clinic.hr)
    await invite(page, clinic.compliance)
    await giveRoles(page)
    await page.getByRole('button', { name: 'Save and go on to launch' }).click()
    await expectHeading(page, 'Launch the plan')
    await page.getByRole('button', { name: 'Launch the plan' }).click()
    await expect(page.getByText(/^Launched: /)).toBeVisible()
  })

  await test.step('complete from the list, and from the task', async () => {
    await page.getByRole('link', { name: 'My tasks' }).first().click()
    await expectHeading(page, 'My tasks')
    await page.waitForLoadState() // the heading is there before the last row
    const buttons = page.getByRole('button', { name: /^Complete: / })
    const count = await buttons.count()
    await buttons.first().click()
    await expectHeading(page, 'My tasks')
    await expect(buttons).toHaveCount(count - 1)

    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await page.getByText('Block, because…').click()
    await page.getByLabel('What is in the way?').fill('Waiting for the locksmith.')
    await page.getByRole('button', { name: 'Block', exact: true }).click()
    await expect(page.getByText('Waiting for the locksmith.').first()).toBeVisible()
    await page.getByLabel('Add a comment').fill('He comes on Thursday.')
    await page.getByRole('button', { name: 'Comment' }).click()
    await expect(page.getByText('He comes on Thursday.')).toBeVisible()
    await page.getByText('Add a note…').click()
    const note = page.getByRole('form', { name: 'Add a note' })
    await note.getByLabel('Note').fill('The door closes.')
    await note.getByRole('button', { name: 'Add note' }).click()
    await expect(page.getByText('The door closes.').first()).toBeVisible()
    await page.getByRole('button', { name: 'Complete', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  })

  await test.step('sign out', async () => {
    await page.locator('summary', { hasText: clinic.administrator.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expectHeading(page, 'Sign in')
    await page.goto(`${product.url}/tasks`)
    await expectHeading(page, 'Sign in')
  })
})
