import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mainGuides } from '~tests/support/guides'
import {
  guidePath,
  guidesPath,
  invitationPath,
  newGuidePath,
  newPlanPath,
  planPath,
  resetPasswordPath,
  reviewPath,
  taskPath,
} from '~/domain/shared/paths'
import { clinic, importGuide, itemCards, setUpClinic, signIn } from './journey'
import { startProduct, type Product } from './product'
import { expect, test as base, type Page } from './test'

/** One installation with a clinic and a guide for all these tests; each does its own harm. */
const test = base.extend<{ signedIn: Page }, { clinicProduct: Product }>({
  clinicProduct: [
    async ({ browser }, use) => {
      const product = await startProduct()
      const page = await browser.newPage()
      await setUpClinic(page, product)
      await importGuide(page, product, mainGuides().plansOnly, 'upload')
      await page.close()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  signedIn: async ({ page, clinicProduct }, use) => {
    await signIn(page, clinicProduct, clinic.administrator)
    await use(page)
  },
})

const unknownId = randomUUID()

/** Opens the preview of the guide with a plan. */
async function openGuide(page: Page, product: Product): Promise<void> {
  await page.goto(product.url + guidesPath())
  const { title } = mainGuides().plansOnly.expected
  await page.getByRole('main').getByRole('link', { name: title! }).first().click()
  await expect(itemCards(page).first()).toBeVisible()
}

/** Posts the form that a button belongs to and gives the status of the answer. */
async function submit(page: Page, button: string): Promise<number> {
  const posted = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: button, exact: true }).click()
  return (await posted).status()
}

test.describe('a guide that cannot be read', () => {
  const title = 'Letter about the canteen'
  const files: [string, Buffer, number, RegExp][] = [
    ['is empty', Buffer.alloc(0), 400, /no text in this guide/],
    ['holds only blanks', Buffer.from(' \n\n \t'), 400, /no text in this guide/],
    [
      'is a picture',
      Buffer.concat([Buffer.from('\x89PNG\r\n'), randomBytes(4096)]),
      400,
      /not text/,
    ],
    ['has 20 MB of text', Buffer.alloc(20 * 1024 * 1024, 'a long line \n'), 400, /larger than/],
  ]
  for (const [words, buffer, status, message] of files) {
    test(`${words}: says so, and keeps what was pasted`, async ({
      signedIn,
      clinicProduct,
      watch,
    }) => {
      watch.allowStatus(status)
      await signedIn.goto(clinicProduct.url + newGuidePath())
      await signedIn.getByLabel('Or its text').fill(title)
      // From the disk, as a person has it: sent through the test's own line, 20 MB take their time.
      const path = test.info().outputPath('guide.txt')
      writeFileSync(path, buffer)
      await signedIn.getByLabel('A file').setInputFiles(path)
      expect(await submit(signedIn, 'Import')).toBe(status)
      await expect(signedIn.getByText(message)).toBeVisible()
      await expect(signedIn.getByText('nothing was changed')).toBeVisible()
      await expect(signedIn.getByLabel('Or its text')).toHaveValue(title)
      await watch.check(signedIn)
    })
  }

  test('is not there: asks for one', async ({ signedIn, clinicProduct, watch }) => {
    watch.allowStatus(400)
    await signedIn.goto(clinicProduct.url + newGuidePath())
    expect(await submit(signedIn, 'Import')).toBe(400)
    await expect(signedIn.getByText('Choose a file, or paste the text').first()).toBeVisible()
  })

  test('has no plan: its text is kept, and items can be added by hand', async ({
    signedIn,
    clinicProduct,
    watch,
  }) => {
    await signedIn.goto(clinicProduct.url + newGuidePath())
    await signedIn.getByLabel('Or its text').fill(`${title}\n\nIt is closed on Friday.`)
    await signedIn.getByRole('button', { name: 'Import' }).click()
    await expect(signedIn.getByText('No plan was found in this guide')).toBeVisible()
    await expect(signedIn.getByText('It is closed on Friday.')).toBeVisible()
    await watch.check(signedIn)
  })
})

test('an invalid date is refused beside its field, and stays there', async ({
  signedIn,
  clinicProduct,
  watch,
}) => {
  watch.allowStatus(400)
  await signedIn.goto(clinicProduct.url + newPlanPath())
  await signedIn.getByLabel('Guide').selectOption({ index: 1 })
  await signedIn.getByLabel('Name of the plan').fill('A plan with a strange date')
  const date = signedIn.getByLabel('Starts on')
  for (const value of ['2026-02-30', '1971-01-01', '']) {
    await date.evaluate((input: HTMLInputElement, text) => {
      input.type = 'text'
      input.required = false
      input.value = text
    }, value)
    expect(await submit(signedIn, 'Go on to roles'), value).toBe(400)
    await expect(signedIn.locator('#startsOn-error')).toBeVisible()
    await expect(date).toHaveAttribute('aria-invalid', 'true')
    await expect(signedIn.getByLabel('Name of the plan')).toHaveValue('A plan with a strange date')
    await watch.check(signedIn)
  }
})

const unknown: [string, string][] = [
  ['task', taskPath(unknownId)],
  ['plan', planPath(unknownId)],
  ['guide', guidePath(unknownId)],
  ['review', reviewPath(unknownId)],
  ['task whose id is none', taskPath('x%00')],
  ['page', '/nowhere'],
]
for (const [words, path] of unknown) {
  test(`an unknown ${words} is 404, with a way on`, async ({ signedIn, clinicProduct, watch }) => {
    watch.allowStatus(404)
    const response = await signedIn.goto(clinicProduct.url + path)
    expect(response?.status()).toBe(404)
    await expect(signedIn.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(signedIn.getByRole('main').getByRole('link').first()).toBeVisible()
    await watch.check(signedIn)
  })
}

test('a form sent twice adds one thing', async ({ signedIn, clinicProduct }) => {
  await openGuide(signedIn, clinicProduct)
  const count = await itemCards(signedIn).count()
  await signedIn.getByRole('link', { name: 'Add an item' }).first().click()
  await signedIn.getByLabel('Action').fill('Count the keys')
  const form = signedIn.getByRole('main').locator('form', { has: signedIn.getByLabel('Action') })
  const fields = await form.evaluate((element: HTMLFormElement) =>
    Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)])),
  )
  const send = () =>
    signedIn.request.post(signedIn.url(), {
      form: fields,
      headers: { Origin: clinicProduct.url },
      maxRedirects: 0,
    })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map((answer) => answer.status())).toEqual([302, 302, 302])
  await openGuide(signedIn, clinicProduct)
  await expect(itemCards(signedIn)).toHaveCount(count + 1)
})

test('of two who edit the same item the slower one is told, and loses nothing', async ({
  signedIn,
  clinicProduct,
  watch,
}) => {
  watch.allowStatus(409)
  await openGuide(signedIn, clinicProduct)
  await itemCards(signedIn).first().getByRole('link', { name: /^Edit/ }).click()
  await expect(signedIn.getByLabel('Action')).toBeVisible()
  const second = await signedIn.context().newPage()
  await second.goto(signedIn.url())
  await second.getByLabel('Outcome').fill('What the faster one wrote.')
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByText('Item saved')).toBeVisible()

  await signedIn.getByLabel('Outcome').fill('What the slower one wrote.')
  expect(await submit(signedIn, 'Save')).toBe(409)
  await expect(signedIn.getByLabel('Outcome')).toHaveValue('What the slower one wrote.')
  await expect(signedIn.getByText('What the faster one wrote.')).toBeVisible()
  await watch.check(signedIn)
})

const links: [string, string][] = [
  ['invitation', invitationPath(randomBytes(32).toString('base64url'))],
  ['password reset', resetPasswordPath(randomBytes(32).toString('base64url'))],
]
for (const [words, path] of links) {
  test(`a link for ${words} that is used up or expired says what to do`, async ({
    page,
    clinicProduct,
    watch,
  }) => {
    for (const status of [400, 404, 410]) watch.allowStatus(status)
    const response = await page.goto(clinicProduct.url + path)
    expect([400, 404, 410]).toContain(response?.status())
    await expect(page.getByText(/expired|no longer|used/i).first()).toBeVisible()
    await watch.check(page)
  })
}

test('a post of somebody whose session ended changes nothing and leads back', async ({
  signedIn,
  clinicProduct,
  watch,
}) => {
  watch.allowStatus(401)
  await signedIn.goto(clinicProduct.url + newGuidePath())
  await signedIn.getByLabel('Or its text').fill('A text that took an hour to write')
  const session = (await signedIn.context().cookies()).map(({ name }) => name)
  expect(session.length).toBeGreaterThan(0)
  await signedIn.context().clearCookies()
  expect(await submit(signedIn, 'Import')).toBe(401)
  await expect(signedIn.getByText('nothing was changed')).toBeVisible()
  await expect(signedIn.getByText('A text that took an hour to write')).toBeVisible()
  await expect(signedIn.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  await watch.check(signedIn)
})
