import { mainGuides, plain, standardRoleOf, type ExpectedItem } from '~tests/support/guides'
import { isMailTime, morningOf, today, workingDayAfter, workingDayFrom } from './calendar'
import { cardOf, clinic, expectHeading, giveRoles, importGuide, invite, itemCards, setUpClinic } from './journey'
import { expectWellFormed, linksOf, mailTo, recipientOf } from './mail'
import { expect, test, type Page } from './test'

test('from the first run to a signed review', async ({ page, product, watch, visitor }) => {
  test.setTimeout(600_000)
  const guides = mainGuides()
  const look = (at: Page = page) => watch.check(at)

  await test.step('set the organisation up', async () => {
    await page.goto(product.url)
    await expectHeading(page, 'Welcome')
    await look()
    await page.getByRole('link', { name: 'Set up', exact: true }).click()
    await expectHeading(page, 'Set up your organisation')
    await look()
    await setUpClinic(page, product)
    await look()
  })

  await test.step('import both guides, whole', async () => {
    await page.getByRole('link', { name: 'Guides' }).first().click()
    await expectHeading(page, 'Guides')
    await look()
    await page.getByRole('link', { name: 'Import a guide' }).first().click()
    await expectHeading(page, 'Import a guide')
    await look()
    await importGuide(page, product, guides.withFirstSteps, 'upload')
    await expectItems(page, guides.withFirstSteps.expected.items)
    await look()
    await importGuide(page, product, guides.plansOnly, 'paste')
    await expectItems(page, guides.plansOnly.expected.items)
  })

  await test.step('choosing an item highlights its sentence', async () => {
    for (const item of guides.plansOnly.expected.items.slice(0, 4)) {
      const card = await cardOf(page, item.title)
      await card.getByRole('link', { name: 'Show in the guide' }).click()
      const id = (await card.getAttribute('id'))!.replace('item-', 'source-')
      const mark = page.locator(`mark[id="${id}"]`)
      await expect(mark).toBeInViewport()
      await expect(page.locator('mark:target, mark.is-active').first()).toHaveAttribute('id', id)
      expect(plain(await mark.textContent())).toContain(plain(item.title))
    }
  })

  await test.step('edit, drop, restore and add items, settle a proposed role', async () => {
    const { items } = guides.plansOnly.expected
    const ownerless = items.filter(({ owners }) => owners.length === 0)
    const proposed = itemCards(page).filter({ hasText: 'Proposed' })
    const proposedBefore = await proposed.count()
    expect(proposedBefore).toBeGreaterThan(0)
    expect(proposedBefore).toBeLessThanOrEqual(ownerless.length)

    await proposed.first().getByRole('link', { name: /^Edit/ }).click()
    await expect(page.getByText('Proposed:')).toBeVisible()
    await look()
    await page.getByLabel('Owner role').selectOption({ label: 'HR' })
    await page.getByLabel('Outcome').fill('Everybody who should know does know.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Item saved')).toBeVisible()
    await expect(proposed).toHaveCount(proposedBefore - 1)
    await expect(page.getByText('Everybody who should know does know.')).toBeVisible()

    const title = items[0]!.title
    await (await cardOf(page, title)).getByRole('button', { name: /^Drop/ }).click()
    await expect((await cardOf(page, title)).getByText('Dropped')).toBeVisible()
    await (await cardOf(page, title)).getByRole('button', { name: /^Restore/ }).click()
    await expect((await cardOf(page, title)).getByText('Dropped')).toBeHidden()

    await page.getByRole('link', { name: 'Add an item' }).first().click()
    await expect(page.getByLabel('Action')).toBeVisible()
    await look()
    await page.getByLabel('Action').fill('Read the plan aloud')
    await page.getByLabel('Horizon in days').fill('30')
    await page.getByLabel('Owner role').selectOption({ label: 'HR' })
    await page.locator('main').getByRole('button', { name: /Add|Save/ }).click()
    await (await cardOf(page, 'Read the plan aloud')).getByRole('button', { name: /^Drop/ }).click()
    await expect((await cardOf(page, 'Read the plan aloud')).getByText('Dropped')).toBeVisible()
  })

  const startsOn = workingDayFrom(today())
  await test.step('start a plan and give its roles to people', async () => {
    await page.getByRole('link', { name: 'Start a plan' }).click()
    await expectHeading(page, 'Start a plan')
    await look()
    await page.getByLabel('Starts on').fill(startsOn)
    await page.getByRole('button', { name: 'Go on to roles' }).click()
    await expectHeading(page, 'Who does what')
    await look()
    await invite(page, clinic.security)
    await invite(page, clinic.hr)
    await invite(page, clinic.compliance, 'Leadership')
    await giveRoles(page)
  })

  await test.step('an invitation is accepted through the mailed link', async () => {
    const [mail] = await mailTo(product, clinic.security.email)
    expectWellFormed(mail!)
    const ben = await visitor()
    await ben.goto(linksOf(mail!, product)[0]!)
    await expectHeading(ben, `Join ${clinic.name}`)
    await look(ben)
    await ben.getByLabel('Choose a password').fill(clinic.security.password)
    await ben.getByRole('button', { name: /Join|Accept/ }).click()
    await expectHeading(ben, 'My tasks')
    await look(ben)
  })

  await test.step('see the dates, change one', async () => {
    await expectHeading(page, 'When it is due')
    await look()
    const dates = page.getByLabel(/^Due date of/)
    await expect(dates).toHaveCount(guides.plansOnly.expected.items.length)
    for (const date of await dates.all()) {
      const value = await date.inputValue()
      expect(workingDayFrom(value as never), `${value} is a working day`).toBe(value)
    }
    await dates.first().fill(workingDayAfter(startsOn))
    await page.getByRole('button', { name: 'Save and go on to launch' }).click()
  })

  let listed: { day: string; people: string[] }[] = []
  await test.step('see every email listed, then launch', async () => {
    await expectHeading(page, 'Launch the plan')
    await look()
    listed = await forecastOf(page)
    expect(listed.length).toBeGreaterThan(1)
    const invitations = product.smtp.messages.length
    expect(invitations).toBe(3)
    await page.getByRole('button', { name: 'Launch the plan' }).click()
    await expect(page.getByText(/^Launched: /)).toBeVisible()
    await look()
    product.smtp.clear()
  })
  const planUrl = page.url()

  await test.step('one assignment mail a person arrives, to those who were listed', async () => {
    const launchDay = isMailTime(new Date()) ? today() : workingDayAfter(today())
    if (!isMailTime(new Date())) await product.remindAt(morningOf(launchDay))
    const first = listed[0]!
    expect(first.day).toBe(launchDay)
    const everybody = Object.values(clinic).filter((who) => typeof who === 'object')
    for (const name of new Set(first.people)) {
      const who = everybody.find((one) => one.name === name)!
      const mails = await mailTo(product, who.email)
      expect(mails).toHaveLength(1)
      expectWellFormed(mails[0]!)
    }
    expect(product.smtp.messages.map(recipientOf).sort()).toHaveLength(new Set(first.people).size)
  })

  await test.step('see the plan by horizon, track, owner role and status', async () => {
    await page.goto(planUrl)
    for (const grouping of ['Track', 'Owner role', 'Status', 'Horizon']) {
      await page.getByRole('link', { name: grouping, exact: true }).click()
      await expect(page.getByRole('link', { name: grouping, exact: true })).toHaveAttribute(
        'aria-current',
        /./,
      )
      await look()
    }
  })
})

async function expectItems(page: Page, items: readonly ExpectedItem[]): Promise<void> {
  await expect(itemCards(page)).toHaveCount(items.length)
  for (const item of items) {
    const text = plain(await (await cardOf(page, item.title)).innerText())
    if (item.outcome) expect(text).toContain(plain(item.outcome))
    if (item.detail) expect(text).toContain(plain(item.detail))
    if (item.track) expect(text).toContain(item.track)
    const [owner] = item.owners
    if (owner) expect(text).toContain(plain(standardRoleOf(owner)))
  }
}

/** What the launch page lists: by day, who gets mail. */
async function forecastOf(page: Page): Promise<{ day: string; people: string[] }[]> {
  const section = page.locator('section', { hasText: 'Every email of the next 30 days' })
  return section.locator('ol > li').evaluateAll((days) =>
    days.map((day) => ({
      day: day.querySelector('time')?.getAttribute('datetime') ?? '',
      people: [...day.querySelectorAll('ul.card > li')].map(
        (mail) => mail.querySelector('.font-semibold')?.textContent ?? '',
      ),
    })),
  )
}
