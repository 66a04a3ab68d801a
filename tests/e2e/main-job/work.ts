import { expect, type Page } from '@playwright/test'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { plain } from '~tests/support/guides'
import { expectHeading } from '../journey'
import { linksOf, mailTo } from '../mail'
import type { Scene } from './scene'

export interface PlannedTask {
  action: string
  dueOn: CalendarDate
  facts: string
}

/** The tasks on a plan's page, as it lists them. */
export async function tasksOnPlan(
  { page, product }: Scene,
  planUrl: string,
): Promise<PlannedTask[]> {
  await page.goto(new URL(planUrl, product.url).toString())
  const rows = page.getByRole('main').locator('li', { has: page.locator('time') })
  return rows.evaluateAll((items) =>
    items.map((item) => ({
      action: item.querySelector('a')?.textContent?.trim() ?? '',
      dueOn: item.querySelector('time')?.dateTime as CalendarDate,
      facts: item.textContent ?? '',
    })),
  )
}

export async function seeThePlan({ page, watch, guides }: Scene): Promise<void> {
  for (const grouping of ['Track', 'Owner role', 'Status', 'Horizon']) {
    const link = page.getByRole('navigation').getByRole('link', { name: grouping, exact: true })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', /./)
    await watch.check(page)
    const rows = page.getByRole('main').locator('li', { has: page.locator('time') })
    await expect(rows).toHaveCount(guides.plansOnly.expected.items.length)
  }
}

/** The security team's person does one task from the mailed link to the proof; gives its action. */
export async function doATask({ product, watch }: Scene, page: Page, email: string) {
  const [mail] = await mailTo(product, email)
  const link = linksOf(mail!, product).find((url) => url.includes('/tasks'))
  expect(link, 'a link to the tasks in the mail').toBeTruthy()
  await page.goto(link!)
  await page.goto(`${product.url}/tasks`)
  await expectHeading(page, 'My tasks')
  await watch.check(page)
  const row = page.getByRole('main').getByRole('listitem').getByRole('link').first()
  const action = (await row.textContent())!.trim()
  await row.click()
  await expectHeading(page, action)
  await watch.check(page)

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByText('Started', { exact: true }).first()).toBeVisible()
  await block(page)
  await comment(page)
  await addEvidence(page)
  await watch.check(page)

  await page.getByRole('button', { name: 'Complete', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await watch.check(page)
  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('button', { name: 'Complete', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  return action
}

async function block(page: Page): Promise<void> {
  await page.getByText('Block, because…').click()
  await page.getByLabel('What is in the way?').fill('The vendor has not answered yet.')
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(page.getByText('The vendor has not answered yet.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Unblock' }).click()
  await expect(page.getByRole('button', { name: 'Unblock' })).toBeHidden()
}

async function comment(page: Page): Promise<void> {
  await page.getByLabel('Add a comment').fill('Spoke to them on the phone <b>today</b>.')
  await page.getByRole('button', { name: 'Comment' }).click()
  await expect(page.getByText('Spoke to them on the phone <b>today</b>.')).toBeVisible()
  await expect(page.getByLabel('Add a comment')).toHaveValue('')
}

async function addEvidence(page: Page): Promise<void> {
  const form = (kind: string) => page.getByRole('form', { name: `Add a ${kind}` })
  await page.getByText('Add a link…').click()
  await form('link').getByLabel('Address').fill('https://intranet.example/contracts')
  await form('link').getByLabel('Title').fill('Signed contract')
  await form('link').getByRole('button', { name: 'Add link' }).click()
  await expect(page.getByRole('link', { name: /^Signed contract/ })).toBeVisible()

  await openForm(page, 'note')
  await form('note').getByLabel('Note').fill('Checked against the list of last year.')
  await form('note').getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText('Checked against the list of last year.').first()).toBeVisible()

  const content = Buffer.from('%PDF-1.4 a small proof')
  await openForm(page, 'file')
  const file = { name: 'proof of review.pdf', mimeType: 'application/pdf', buffer: content }
  await form('file').getByLabel('File').setInputFiles(file)
  await form('file').getByRole('button', { name: 'Add file' }).click()
  const link = page.getByRole('link', { name: /proof of review/ })
  await expect(link).toBeVisible()
  const address = new URL((await link.getAttribute('href'))!, page.url())
  const download = await page.request.get(address.toString())
  expect(await download.body()).toEqual(content)
  expect(download.headers()['content-disposition']).toContain('attachment')
  expect(download.headers()['x-content-type-options']).toContain('nosniff')
}

/** Unfolds a form of evidence; it may still be open from before. */
async function openForm(page: Page, kind: string): Promise<void> {
  const form = page.getByRole('form', { name: `Add a ${kind}` })
  if (!(await form.isVisible())) await page.getByText(`Add a ${kind}…`).click()
}

/** Whether a text names a task, however it is punctuated. */
export const names = (text: string | undefined, action: string): boolean =>
  plain(text).includes(plain(action))
