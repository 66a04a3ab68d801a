import { mainGuides } from '~tests/support/guides'
import { inviteListPath, peoplePath, plansPath, tasksPath } from '~/domain/shared/paths'
import { morningOf, today, workingDayAfter } from './calendar'
import { clinic, expectHeading, giveRoles, importGuide, setUpClinic } from './journey'
import { linksOf, mailTo } from './mail'
import { expectAccessible, expectNoSidewaysScrolling } from './page-watch'
import { expect, test, type Page } from './test'

const { administrator, security, hr, compliance } = clinic

const list = [
  'Name;E-Mail;Rolle;Nur E-Mail',
  `${security.name};${security.email};Mitglied;`,
  `${hr.name};${hr.email};;ja`,
  `${compliance.name};${compliance.email};Manager;`,
  'Nobody;no address;;',
].join('\n')

/** Looks at a page at both widths. */
async function look(page: Page): Promise<void> {
  await expectAccessible(page)
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScrolling(page)
  await expectAccessible(page)
  await page.setViewportSize(before)
}

const main = (page: Page) => page.getByRole('main')

test('a list, a contact, an absence and a hand-over', async ({ page, product, visitor, watch }) => {
  test.setTimeout(900_000)
  watch.allow(/\/assets\/\S+\.js: csp$/) // this is how the browser says that scripts are off
  await setUpClinic(page, product)

  await test.step('invites a list, and keeps the line that is wrong', async () => {
    await page.goto(product.url + inviteListPath())
    await look(page)
    await page.getByLabel('Or pasted from a spreadsheet').fill(list)
    await page.getByRole('button', { name: 'Check the list' }).click()
    await expect(page.getByText('Enter an email address such as')).toBeVisible()
    await expect(page.getByText('Acts from email only', { exact: true })).toBeVisible()
    await look(page)
    await page.getByRole('button', { name: 'Invite 3 people' }).click()
    await expect(page.getByText('3 people invited; one mail each is on its way.')).toBeVisible()
    await expect(page.getByLabel('Lines to be mended')).toHaveValue(/no address/)
    await look(page)
    const [welcome] = await mailTo(product, hr.email)
    expect(welcome!.subject).toMatch(/will ask you by email/)
  })

  await test.step('launches a plan whose HR is a contact', async () => {
    await importGuide(page, product, mainGuides().plansOnly, 'paste')
    await page.getByRole('link', { name: 'Start a plan' }).click()
    await page.getByRole('button', { name: 'Go on to roles' }).click()
    await expectHeading(page, 'Who does what')
    await giveRoles(page)
    await page.getByRole('button', { name: 'Save and go on to launch' }).click()
    await page.getByRole('button', { name: 'Launch the plan' }).click()
    await expect(page.getByText(/^Launched: /)).toBeVisible()
    await product.remindAt(morningOf(workingDayAfter(today())))
  })

  await test.step('the contact finishes a task from the mail, without JavaScript', async () => {
    const mails = await mailTo(product, hr.email, 2)
    const link = linksOf(mails.at(-1)!, product).find((each) => each.includes('/mail-links/'))!
    const contact = await visitor({ javaScriptEnabled: false })
    // Axe needs the scripts that this browser has turned off.
    const onlooker = await visitor()
    const lookAtContact = async () => {
      await onlooker.goto(contact.url())
      await look(onlooker)
    }
    await contact.goto(link.replace(/\/tasks\/.*/, ''))
    await expectHeading(contact, /^Your tasks at /)
    const tasks = main(contact).getByRole('article')
    const count = await tasks.count()
    expect(count).toBeGreaterThan(0)
    await lookAtContact()
    await tasks.first().getByRole('link', { name: 'Comment or add proof' }).click()
    await contact.getByLabel('Add a comment').fill('The binder is complete.')
    await contact.getByRole('button', { name: 'Comment' }).click()
    await expect(contact.getByText('The binder is complete.')).toBeVisible()
    await lookAtContact()
    await contact.getByRole('button', { name: 'It is done' }).click()
    await expectHeading(contact, /^Your tasks at /)
    await expect(tasks).toHaveCount(count - 1)
    watch.allowStatus(404)
    await contact.goto(product.url + tasksPath())
    await expectHeading(contact, 'Sign in')
  })

  await test.step('the backup is asked while somebody is away', async () => {
    await page.goto(product.url + '/account')
    const from = today()
    await page.getByLabel('First day away').fill(from)
    await page.getByLabel('Last day away').fill(`${Number(from.slice(0, 4)) + 1}-01-31`)
    await page.getByRole('button', { name: 'Save these days' }).click()
    await expect(page.getByText(/You are away until/)).toBeVisible()
    await look(page)
    await page.goto(product.url + tasksPath())
    await expect(page.getByText(/You are away until/)).toBeVisible()
    await page.goto(product.url + plansPath())
    await main(page)
      .getByRole('listitem')
      .or(main(page).getByRole('row'))
      .getByRole('link')
      .first()
      .click()
    await expect(page.getByText(`${administrator.name} is away until`).first()).toContainText(
      `${security.name} is asked instead.`,
    )
    await look(page)
    await page.goto(product.url + '/account')
    await page.getByRole('button', { name: 'Back already' }).click()
    await expect(page.getByText(/You are away until/)).toBeHidden()
  })

  await test.step('a role changes hands after what moves was seen', async () => {
    await page.goto(product.url + '/settings/owner-roles')
    await page.getByRole('link', { name: 'Change Security team' }).click()
    await look(page)
    await page.getByLabel('Holder').selectOption({ label: administrator.name })
    await page.getByLabel('Backup').selectOption({ label: `${security.name} (invited)` })
    await page.getByRole('button', { name: 'Show what moves' }).click()
    await expect(page.getByText('Nothing is changed yet.')).toBeVisible()
    await look(page)
    await page.getByRole('button', { name: /^Give the role and move \d+ open tasks?$/ }).click()
    await expect(page.getByRole('table', { name: 'Who held it when' })).toContainText(security.name)
    await look(page)
  })

  await test.step('somebody leaves, and everything goes on', async () => {
    await page.goto(product.url + peoplePath())
    await page.getByRole('link', { name: compliance.name }).click()
    await look(page)
    await page.getByRole('link', { name: /Deactivate/ }).click()
    await expect(page.getByText(/open tasks? through an owner role/)).toBeVisible()
    await look(page)
    await page.getByLabel('Who takes over').selectOption({ label: administrator.name })
    await page.getByRole('button', { name: `Deactivate ${compliance.name}` }).click()
    await expect(page.getByText(/^Deactivated; \d+ open tasks? moved/)).toBeVisible()
  })
})
