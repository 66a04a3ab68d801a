import { expect, type Locator, type Page } from '@playwright/test'
import { compareReviewsPath, dashboardPath, newReviewPath } from '~/domain/shared/paths'
import { today, workingDayFrom } from '../calendar'
import { clinic, expectHeading } from '../journey'
import type { Scene } from './scene'

/** The dashboard says how far the plan is, why, and gives every chart's numbers as a table. */
export async function readTheDashboard(scene: Scene, done: number): Promise<void> {
  const { page, product, watch, guides } = scene
  const total = guides.plansOnly.expected.items.length
  await page.goto(product.url + dashboardPath())
  await expectHeading(page, 'Dashboard')
  const main = page.getByRole('main')
  await expect(main).toContainText(`${done} of ${total} tasks`)
  await expect(main).toContainText(`${Math.floor((100 * done) / total)}%`)
  await expect(main).toContainText(/on course|at risk|late/i)
  await page.getByText('Why?').first().click()
  await expect(main.locator('details[open] li').first()).toBeVisible()
  for (const name of ['Burn-up', 'By track', 'By owner role', 'The next two weeks']) {
    const section = main.locator('section', { has: page.getByRole('heading', { name }) }).first()
    await expect(section.locator('svg').first()).toBeAttached()
    await expect(section.getByRole('table', { includeHidden: true }).first()).toBeAttached()
  }
  await watch.check(page)
}

/** Schedules, opens, decides, signs and compares; `planUrl` is the running plan's path. */
export async function holdReviews(scene: Scene, planUrl: string): Promise<void> {
  const { page, watch } = scene
  await schedule(scene)
  await page.getByRole('button', { name: 'Open the review' }).click()
  await expect(page.getByText('Opened. Its numbers are frozen.')).toBeVisible()
  const reviewUrl = page.url()
  const frozen = await numbersOf(page)
  await watch.check(page)

  await completeFirstTask(scene, planUrl)
  await page.goto(reviewUrl)
  const later = await numbersOf(page)
  expect(later.frozen).toEqual(frozen.frozen)
  expect(later.now).not.toEqual(frozen.now)

  await decide(scene)
  await page.goto(reviewUrl)
  await page.getByRole('button', { name: 'Sign the review' }).click()
  const signed = page.getByText(`Signed by ${clinic.administrator.name}`)
  await expect(signed).toBeVisible()
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await watch.check(page)
  await expectNothingCanChange(scene, reviewUrl)
  await compareWithASecond(scene)
}

async function schedule({ page, product, watch }: Scene): Promise<void> {
  await page.getByRole('link', { name: 'Reviews' }).first().click()
  await expectHeading(page, 'Governance reviews')
  await watch.check(page)
  await page.goto(product.url + newReviewPath())
  await expectHeading(page, 'Schedule a review')
  await watch.check(page)
  await page.getByLabel('Title').fill('Quarterly look')
  await page.getByLabel('Date').fill(workingDayFrom(today()))
  await page.getByLabel('Repeat').selectOption({ label: 'Every three months' })
  await chooseByStart(page.getByLabel('Chair'), clinic.administrator.name)
  await page.getByRole('checkbox', { name: clinic.security.name }).check()
  await page.getByLabel('Agenda').fill('1. Where do we stand?\n2. What stands in the way?')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await expectHeading(page, 'Quarterly look')
  await watch.check(page)
}

async function chooseByStart(select: Locator, start: string): Promise<void> {
  const options = await select.locator('option').allTextContents()
  await select.selectOption({ label: options.find((option) => option.startsWith(start))! })
}

/** The frozen column and today's of the table of numbers. */
async function numbersOf(page: Page): Promise<{ frozen: string[]; now: string[] }> {
  const table = page.getByRole('table', { name: /: numbers on/ }).first()
  await expect(table).toBeVisible()
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    )
  return { frozen: rows.map((row) => row.at(-2)!), now: rows.map((row) => row.at(-1)!) }
}

async function completeFirstTask({ page, product }: Scene, planUrl: string): Promise<void> {
  await page.goto(product.url + planUrl)
  const buttons = page.getByRole('button', { name: /^Complete: / })
  const count = await buttons.count()
  await buttons.first().click()
  await expect(buttons).toHaveCount(count - 1)
}

async function decide({ page, watch }: Scene): Promise<void> {
  const form = page.getByRole('form', { name: 'New decision' })
  await form.getByLabel('Decision').fill('We ask every vendor for a second contact.')
  await form.getByRole('button', { name: 'Write the decision' }).click()
  await expect(page.getByText('Decision written')).toBeVisible()
  await page.getByRole('link', { name: /^Make it a task/ }).click()
  await expectHeading(page, 'Make the decision a task')
  await watch.check(page)
  await page.getByLabel('Owner role').selectOption({ label: 'IT manager' })
  await page.getByRole('button', { name: 'Make it a task' }).click()
  await expect(page.getByText('The decision is a task now')).toBeVisible()
}

/** After the signature the page offers nothing to change, and the server takes nothing. */
async function expectNothingCanChange({ page, product }: Scene, reviewUrl: string): Promise<void> {
  const forms = page.getByRole('main').locator('form')
  await expect(forms).toHaveCount(0)
  const before = await page.getByRole('main').innerText()
  const changes = { decisions: { text: 'Too late' }, agenda: { agenda: 'Too late' } }
  for (const [path, form] of Object.entries(changes)) {
    const response = await page.request.post(`${reviewUrl}/${path}`, {
      form: { ...form, version: '1' },
      headers: { Origin: product.url },
      maxRedirects: 0,
    })
    expect([400, 403, 409]).toContain(response.status())
  }
  await page.reload()
  await expect(page.getByRole('main')).toHaveText(before, { useInnerText: true })
}

async function compareWithASecond(scene: Scene): Promise<void> {
  const { page, product, watch } = scene
  await page.goto(product.url + newReviewPath())
  await page.getByLabel('Title').fill('Extraordinary look')
  await page.getByLabel('Date').fill(workingDayFrom(today()))
  await chooseByStart(page.getByLabel('Chair'), clinic.administrator.name)
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('button', { name: 'Open the review' }).click()
  await expect(page.getByText('Opened. Its numbers are frozen.')).toBeVisible()
  await page.goto(product.url + compareReviewsPath())
  await expectHeading(page, 'Compare two reviews')
  for (const [label, title] of [
    ['One', 'Quarterly look'],
    ['The other', 'Extraordinary look'],
  ] as const) {
    const select = page.getByLabel(label, { exact: true })
    const options = await select.locator('option').allTextContents()
    await select.selectOption({ label: options.find((option) => option.includes(title))! })
  }
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await watch.check(page)
}
