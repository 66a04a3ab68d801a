import { expect, type Locator, type Page } from '@playwright/test'
import { newGuidePath } from '~/domain/shared/paths'
import { plain, type TestGuide } from '~tests/support/guides'
import type { Product } from './product'

/** The ways through the product that more than one test walks. None of them needs JavaScript. */

export interface Person {
  name: string
  email: string
  password: string
}

const person = (name: string): Person => ({
  name,
  email: `${name.split(' ')[0]!.toLowerCase()}@lindenhof.example`,
  // Never with the name in it, which is refused.
  password: `somebody ${name.length} walks by the quiet lake`,
})

export const clinic = {
  name: 'Lindenhof Clinic',
  timeZone: 'Europe/Zurich',
  administrator: person('Ada Keller'),
  security: person('Ben Novak'),
  hr: person('Clara Rossi'),
  compliance: person('Dario Weber'),
}

/** Everybody at the clinic. */
export const people = [clinic.administrator, clinic.security, clinic.hr, clinic.compliance]

/** Who holds which owner role; anything else a guide names is the administrator's. */
export const holders: Readonly<Record<string, Person>> = {
  'IT manager': clinic.administrator,
  'Security team': clinic.security,
  HR: clinic.hr,
  'Compliance lead': clinic.compliance,
}

export const holderOf = (roleName: string): Person => holders[roleName] ?? clinic.administrator

/** From the first page of an empty installation to being signed in as its administrator. */
export async function setUpClinic(page: Page, product: Product): Promise<void> {
  await page.goto(product.url)
  await page.getByRole('link', { name: 'Set up', exact: true }).click()
  await page.getByLabel('Name of your clinic or organisation').fill(clinic.name)
  await page.getByLabel('Time zone').selectOption(clinic.timeZone)
  await page.getByLabel('Your name').fill(clinic.administrator.name)
  await page.getByLabel('Your email').fill(clinic.administrator.email)
  await page.getByLabel('Password').fill(clinic.administrator.password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expectHeading(page, 'My tasks')
}

export async function signIn(page: Page, product: Product, who: Person): Promise<void> {
  await page.goto(`${product.url}/sign-in`)
  await page.getByLabel('Email').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectHeading(page, 'My tasks')
}

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Imports a guide and leads to its preview. */
export async function importGuide(
  page: Page,
  product: Product,
  guide: TestGuide,
  way: 'paste' | 'upload',
): Promise<void> {
  await page.goto(product.url + newGuidePath())
  if (way === 'paste') await page.getByLabel('Or its text').fill(guide.text)
  else await page.getByLabel('A file').setInputFiles(guide.path)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page).toHaveURL(/\/guides\/[0-9a-f-]{36}/)
  await expect
    .poll(async () => plain(await page.getByRole('heading', { level: 1 }).textContent()))
    .toBe(plain(guide.expected.title))
}

/** The items on a preview. */
export const itemCards = (page: Page): Locator => page.getByRole('main').getByRole('article')

/** The card of one item, once it is there. */
export async function cardOf(page: Page, action: string): Promise<Locator> {
  const find = () =>
    itemCards(page).evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))
  await expect
    .poll(async () => (await find()).map(plain), { message: `the card of "${action}"` })
    .toContain(plain(action))
  return itemCards(page).nth((await find()).findIndex((label) => plain(label) === plain(action)))
}

/** Invites people on the roles page of a plan. */
export async function invite(page: Page, who: Person, mayDo = 'Member'): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Invite' }) })
  if (!(await form.isVisible())) await page.getByText('Somebody is missing?').click()
  await form.getByLabel('Name').fill(who.name)
  await form.getByLabel('Email').fill(who.email)
  await form.getByLabel('May do').selectOption({ label: mayDo })
  await form.getByRole('button', { name: 'Invite' }).click()
  await expectHeading(page, 'Who does what')
  const option = page.locator('option', { hasText: `${who.name} (invited)` }).first()
  await expect(option).toBeAttached()
}

/** Gives every owner role on the roles page to its holder and goes on to the dates. */
export async function giveRoles(page: Page): Promise<void> {
  await page.waitForLoadState() // `all` takes what is there
  for (const group of await page.locator('fieldset').all()) {
    const role = (await group.locator('legend').textContent()) ?? ''
    await choose(group.getByLabel('Holder'), holderOf(role))
    const backup = holderOf(role) === clinic.administrator ? clinic.security : clinic.administrator
    await choose(group.getByLabel('Backup'), backup)
  }
  const roleless = page.getByLabel('Give to the role')
  if (await roleless.isVisible()) await roleless.selectOption({ label: 'IT manager' })
  await page.getByRole('button', { name: 'Save and go on to dates' }).click()
  const isThere = page.getByRole('heading', { level: 1, name: 'When it is due' })
  const needsHolder = page.getByText('Now choose who holds that role.')
  await expect(isThere.or(needsHolder)).toBeVisible()
  if (await needsHolder.isVisible()) await giveRoles(page)
}

/** Chooses somebody whether they have followed their invitation yet or not. */
async function choose(select: Locator, who: Person): Promise<void> {
  const options = await select.locator('option').allTextContents()
  const label = options.find((option) => option.startsWith(who.name))
  expect(label, `${who.name} among ${options.join(', ')}`).toBeTruthy()
  await select.selectOption({ label: label! })
}
