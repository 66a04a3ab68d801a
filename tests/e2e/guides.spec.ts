import { guidesPath, libraryPath, newGuidePath } from '~/domain/shared/paths'
import { enterAs } from './demo'
import { expectHeading, itemCards } from './journey'
import { startProduct, type Product } from './product'
import { expect, test as base, type Page } from './test'

/** A demo clinic of their own for these tests, with its manager signed in. */
const test = base.extend<{ manager: Page }, { clinic: Product }>({
  clinic: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures off the pattern
    async ({}, use) => {
      const product = await startProduct({ prepare: ['demo'] })
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  manager: async ({ page, clinic }, use) => {
    await enterAs(page, clinic, /Administrator/)
    await use(page)
  },
})

async function importText(page: Page, clinic: Product, text: string): Promise<void> {
  await page.goto(clinic.url + newGuidePath())
  await page.getByLabel('Or its text').fill(text)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page).toHaveURL(/\/guides\/[0-9a-f-]{36}/)
}

const hostilePage = `<!doctype html><html><head><title>Lamp safety</title>
<script>window.pwned = 'head'</script><link rel="stylesheet" href="http://127.0.0.1:9/style.css">
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/away"></head>
<body onload="window.pwned = 'body'"><nav><ul><li>Home</li></ul></nav>
<h1>Lamp safety</h1><h2>30-day action plan</h2>
<table><tr><th>Owner</th><th>Action</th><th>Outcome</th></tr>
<tr><td>IT manager</td><td>Replace <img src="http://127.0.0.1:9/x.png" onerror="window.pwned = 'img'">
the <a href="javascript:window.pwned = 'link'">lamps</a><script>window.pwned = 'cell'</script></td>
<td><svg onload="window.pwned = 'svg'"></svg>No lamp flickers &lt;script&gt;window.pwned = 'text'&lt;/script&gt;</td></tr>
</table><iframe src="http://127.0.0.1:9/frame"></iframe></body></html>`

test('a web page with scripts in it is read as text: nothing of it runs or loads', async ({
  manager,
  clinic,
  watch,
}) => {
  const foreign: string[] = []
  manager.on('request', (request) => {
    if (!request.url().startsWith(clinic.url)) foreign.push(request.url())
  })
  await manager.goto(clinic.url + newGuidePath())
  await manager.getByLabel('A file').setInputFiles({
    name: 'lamp-safety.html',
    mimeType: 'text/html',
    buffer: Buffer.from(hostilePage),
  })
  await manager.getByRole('button', { name: 'Import' }).click()
  await expectHeading(manager, 'Lamp safety')
  await expect(itemCards(manager)).toHaveCount(1)
  await expect(itemCards(manager).first()).toContainText('Replace the lamps')
  await expect(itemCards(manager).first()).toContainText('<script>')
  await watch.check(manager)
  await manager.reload()
  expect(await manager.evaluate(() => (window as { pwned?: string }).pwned)).toBeUndefined()
  expect(foreign).toEqual([])
})

test('a guide of the library becomes a guide of one’s own', async ({ manager, clinic, watch }) => {
  await manager.goto(clinic.url + guidesPath())
  await manager
    .getByRole('link', { name: /library/i })
    .first()
    .click()
  await expect(manager).toHaveURL(clinic.url + libraryPath())
  await watch.check(manager)
  await manager.getByRole('link', { name: 'Phishing in clinics' }).click()
  await expectHeading(manager, 'Phishing in clinics')
  await watch.check(manager)
  await manager
    .getByRole('button', { name: /Use this guide/ })
    .first()
    .click()
  await expect(manager).toHaveURL(/\/guides\/[0-9a-f-]{36}/)
  await expectHeading(manager, 'Phishing in clinics')
  // The library's page has the same heading, and is still there when the address has changed.
  await expect(manager.getByRole('link', { name: 'Start a plan' })).toBeVisible()
  await expect(itemCards(manager).nth(15)).toBeVisible()
  await watch.check(manager)
})

const lampGuide = `Lamp Watch for Clinics
Lamps fail when nobody looks.
What to do first
- Count the lamps: Walk through every room and write the number down.
30-day action plan
Owner | Action | Outcome
--- | --- | ---
IT manager | Replace the lamps in the server room | No lamp flickers there
HR | Teach staff to report broken lamps | Everybody knows the form
90-day improvement plan
- Prevention: Buy lamps that last longer. Review the supplier annually.
- Detection: Look at every lamp regularly.
`

test('suggestions say why, and happen only when they are applied', async ({
  manager,
  clinic,
  watch,
}) => {
  await importText(manager, clinic, lampGuide)
  await expectHeading(manager, 'Lamp Watch for Clinics')
  await manager.locator('summary', { hasText: 'Tasks that come round' }).click()
  await watch.check(manager)
  await manager
    .getByRole('button', { name: /^Dismiss/ })
    .locator('visible=true')
    .first()
    .click()
  await expect(manager.getByRole('link', { name: /dismissed/i })).toBeVisible()
  await manager
    .getByRole('button', { name: /^Apply/ })
    .locator('visible=true')
    .first()
    .click()
  await expect(itemCards(manager).filter({ hasText: /Every / })).toHaveCount(1)
  await watch.check(manager)
})

const keyGuide = `Keys and Cards in Small Practices
Nobody knows who can open which door.
30-day action plan
Owner | Action | Outcome
--- | --- | ---
IT manager | Collect old cards for the medicine cupboard | The reader refuses them
HR | Write down who holds a master key | The list has a signature
90-day improvement plan
- Prevention: Change the cylinder of the back entrance.
- Detection: Compare the key list every month.
`

test('a changed guide shows what changed before anything happens', async ({
  manager,
  clinic,
  watch,
}) => {
  await importText(manager, clinic, keyGuide)
  const old = manager.url()
  await importText(manager, clinic, keyGuide)
  expect(manager.url().slice(0, old.length)).toBe(old)
  await importText(
    manager,
    clinic,
    keyGuide
      .replace('the medicine cupboard', 'the medicine cupboard and the archive')
      .replace('- Detection: Compare the key list every month.', '- Response: Call the locksmith.'),
  )
  await expectHeading(manager, 'What changed')
  await expect(manager.getByText('1 new, 1 changed, 1 gone, 2 unchanged')).toBeVisible()
  await expect(manager.locator('ins', { hasText: 'and the archive' })).toBeVisible()
  await watch.check(manager)
  await manager.getByRole('button', { name: 'Make it the new version' }).click()
  await expect(manager.getByRole('button', { name: 'Make it the new version' })).toHaveCount(0)
  await watch.check(manager)
})
