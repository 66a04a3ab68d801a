import { expect, type Page } from '@playwright/test'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { plain, standardRoleOf, type ExpectedItem, type TestGuide } from '~tests/support/guides'
import { isMailTime, morningOf, today, workingDayAfter, workingDayFrom } from '../calendar'
import {
  cardOf,
  clinic,
  expectHeading,
  giveRoles,
  importGuide,
  invite,
  itemCards,
  people,
  setUpClinic,
} from '../journey'
import { expectWellFormed, linksOf, mailTo, recipientOf } from '../mail'
import type { Scene } from './scene'

export async function setTheOrganisationUp({ page, product, watch }: Scene): Promise<void> {
  await page.goto(product.url)
  await expectHeading(page, 'Welcome')
  await watch.check(page)
  await page.getByRole('link', { name: 'Set up', exact: true }).click()
  await expectHeading(page, 'Set up your organisation')
  await watch.check(page)
  await setUpClinic(page, product)
  await watch.check(page)
}

export async function importBothGuides(scene: Scene): Promise<void> {
  const { page, product, watch, guides } = scene
  await page.getByRole('link', { name: 'Guides' }).first().click()
  await expectHeading(page, 'Guides')
  await watch.check(page)
  await page.getByRole('link', { name: 'Import a guide' }).first().click()
  await expectHeading(page, 'Import a guide')
  await watch.check(page)
  await importGuide(page, product, guides.withFirstSteps, 'upload')
  await expectItems(page, guides.withFirstSteps)
  await watch.check(page)
  await importGuide(page, product, guides.plansOnly, 'paste')
  await expectItems(page, guides.plansOnly)
}

async function expectItems(page: Page, { expected: { items } }: TestGuide): Promise<void> {
  await expect(itemCards(page)).toHaveCount(items.length)
  for (const item of items) {
    const text = plain(await (await cardOf(page, item.title)).innerText())
    for (const part of partsOf(item)) expect(text).toContain(plain(part))
  }
}

/** What the card of an item must say beside its title. */
function partsOf({ outcome, detail, track, owners: [owner] }: ExpectedItem): string[] {
  const parts = [outcome, detail, track, owner && standardRoleOf(owner)]
  return parts.filter((part): part is string => Boolean(part))
}

export async function seeSentencesHighlighted({ page, guides }: Scene): Promise<void> {
  for (const item of guides.plansOnly.expected.items.slice(0, 4)) {
    const card = await cardOf(page, item.title)
    await card.getByRole('link', { name: 'Show in the guide' }).click()
    const id = (await card.getAttribute('id'))!.replace('item-', 'source-')
    const mark = page.locator(`mark[id="${id}"]`)
    await expect(mark).toBeInViewport()
    await expect(page.locator('mark:target, mark.is-active').first()).toHaveAttribute('id', id)
    expect(plain(await mark.textContent())).toContain(plain(item.title))
  }
}

export async function workOnTheItems({ page, watch, guides }: Scene): Promise<void> {
  const { items } = guides.plansOnly.expected
  const proposed = itemCards(page).filter({ hasText: 'Proposed' })
  const proposedBefore = await proposed.count()
  expect(proposedBefore).toBeGreaterThan(0)
  expect(proposedBefore).toBeLessThanOrEqual(items.filter((item) => !item.owners.length).length)

  await proposed.first().getByRole('link', { name: /^Edit/ }).click()
  await expect(page.getByText('Proposed:')).toBeVisible()
  await watch.check(page)
  await page.getByLabel('Owner role').selectOption({ label: 'HR' })
  await page.getByLabel('Outcome').fill('Everybody who should know does know.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Item saved')).toBeVisible()
  await expect(proposed).toHaveCount(proposedBefore - 1)
  await expect(page.getByText('Everybody who should know does know.')).toBeVisible()

  await dropAndRestore(page, items[0]!.title)
  await page.getByRole('link', { name: 'Add an item' }).first().click()
  await expect(page.getByLabel('Action')).toBeVisible()
  await watch.check(page)
  await page.getByLabel('Action').fill('Read the plan aloud')
  await page.getByLabel('Horizon in days').fill('30')
  await page.getByLabel('Owner role').selectOption({ label: 'HR' })
  await page
    .getByRole('main')
    .getByRole('button', { name: /Add|Save/ })
    .click()
  const added = await cardOf(page, 'Read the plan aloud')
  await added.getByRole('button', { name: /^Drop/ }).click()
  await expect(added.getByText('Dropped')).toBeVisible()
}

async function dropAndRestore(page: Page, title: string): Promise<void> {
  const card = await cardOf(page, title)
  await card.getByRole('button', { name: /^Drop/ }).click()
  await expect(card.getByText('Dropped')).toBeVisible()
  await card.getByRole('button', { name: /^Restore/ }).click()
  await expect(card.getByText('Dropped')).toBeHidden()
}

export async function startThePlan({ page, watch }: Scene): Promise<CalendarDate> {
  const startsOn = workingDayFrom(today())
  await page.getByRole('link', { name: 'Start a plan' }).click()
  await expectHeading(page, 'Start a plan')
  await watch.check(page)
  await page.getByLabel('Starts on').fill(startsOn)
  await page.getByRole('button', { name: 'Go on to roles' }).click()
  await expectHeading(page, 'Who does what')
  await watch.check(page)
  await invite(page, clinic.security)
  await invite(page, clinic.hr)
  await invite(page, clinic.compliance, 'Manager')
  await giveRoles(page)
  return startsOn
}

/** The security team's person follows the mailed link; gives their browser. */
export async function acceptAnInvitation(scene: Scene): Promise<Page> {
  const { product, watch, visitor } = scene
  const [mail] = await mailTo(product, clinic.security.email)
  expectWellFormed(mail!)
  const page = await visitor()
  await page.goto(linksOf(mail!, product)[0]!)
  await expectHeading(page, `Join ${clinic.name}`)
  await watch.check(page)
  await page.getByLabel('Choose a password').fill(clinic.security.password)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expectHeading(page, 'My tasks')
  await watch.check(page)
  return page
}

export async function seeTheDates({ page, watch, guides }: Scene, startsOn: CalendarDate) {
  await expectHeading(page, 'When it is due')
  await watch.check(page)
  const dates = page.getByLabel(/^Due date of/)
  await expect(dates).toHaveCount(guides.plansOnly.expected.items.length)
  const values = await dates.evaluateAll((inputs: HTMLInputElement[]) =>
    inputs.map(({ value }) => value as CalendarDate),
  )
  for (const value of values) expect(workingDayFrom(value), 'a working day').toBe(value)
  expect(new Set(values).size, 'dates are spread').toBeGreaterThan(values.length / 2)
  await dates.first().fill(workingDayAfter(startsOn))
  await page.getByRole('button', { name: 'Save and go on to launch' }).click()
}

export interface ListedDay {
  day: string
  names: string[]
}

/** Launches the plan; gives what was listed before, by day: who gets mail. */
export async function launch({ page, product, watch }: Scene): Promise<ListedDay[]> {
  await expectHeading(page, 'Launch the plan')
  await watch.check(page)
  const section = page.locator('section', { hasText: 'Every email of the next 30 days' })
  const listed = await section.locator('ol > li').evaluateAll((days) =>
    days.map((day) => ({
      day: day.querySelector('time')?.dateTime ?? '',
      names: [...day.querySelectorAll('ul.card > li')].map(
        (mail) => mail.querySelector('.font-semibold')?.textContent ?? '',
      ),
    })),
  )
  expect(listed.length).toBeGreaterThan(1)
  for (const { email } of [clinic.security, clinic.hr, clinic.compliance]) {
    await mailTo(product, email)
  }
  expect(product.smtp.messages, 'only invitations before the launch').toHaveLength(3)
  product.smtp.clear()
  await page.getByRole('button', { name: 'Launch the plan' }).click()
  await expect(page.getByText(/^Launched: /)).toBeVisible()
  await watch.check(page)
  return listed
}

/** One mail a person arrives, on the day and to those that were listed. */
export async function receiveAssignments({ product }: Scene, [first]: ListedDay[]): Promise<void> {
  const isNow = isMailTime(new Date())
  const day = isNow ? today() : workingDayFrom(firstMailDay())
  if (!isNow) await product.remindAt(morningOf(day))
  expect(first?.day).toBe(day)
  const expected = people.filter(({ name }) => first?.names.includes(name))
  expect(expected.length).toBeGreaterThan(0)
  for (const { email } of expected) {
    const mails = await mailTo(product, email)
    expect(mails).toHaveLength(1)
    expectWellFormed(mails[0]!)
    expect(linksOf(mails[0]!, product).length).toBeGreaterThan(0)
  }
  const recipients = product.smtp.messages.map(recipientOf).sort()
  expect(recipients).toEqual(expected.map(({ email }) => email).sort())
}

/** Before eight on a working day mail goes out on that very day. */
function firstMailDay(): CalendarDate {
  const isBeforeEight = morningOf(today()) > new Date().toISOString()
  return isBeforeEight ? today() : workingDayAfter(today())
}
