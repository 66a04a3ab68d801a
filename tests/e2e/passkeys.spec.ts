import type { CDPSession, Request } from '@playwright/test'
import {
  accountPath,
  invitePersonPath,
  recoveryCodesPath,
  signInPasskeyChallengePath,
  signInPasskeyPath,
  signInPath,
} from '~/domain/shared/paths'
import { clinic, expectHeading, setUpClinic, signIn } from './journey'
import { linksOf, mailTo } from './mail'
import { expectNoSidewaysScrolling } from './page-watch'
import type { Product } from './product'
import { expect, test, type Page } from './test'

/** A device with a fingerprint reader, as Chromium pretends it, in one browser. */
interface Device {
  cdp: CDPSession
  id: string
  passkeys: () => Promise<{ credentialId: string; signCount: number }[]>
}

async function plugIn(page: Page): Promise<Device> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  })
  const passkeys = async () =>
    (await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials
  return { cdp, id, passkeys }
}

/** The person touches the device when it asks. */
const touch = ({ cdp, id }: Device, enabled = true) =>
  cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled })

const passkeyButton = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' })

/**
 * Asks to sign in with a passkey and touches the device. The touch is there before the device is
 * asked, and after what the email field asks for: a pretended device overlooks a touch that comes
 * while it waits already.
 */
async function signInByTouch(
  page: Page,
  device: Device,
  press = () => passkeyButton(page).click(),
): Promise<void> {
  await expect(passkeyButton(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.route(
    `**${signInPasskeyChallengePath()}`,
    async (route) => {
      await touch(device)
      await route.continue()
    },
    { times: 1 },
  )
  await press()
}

async function addPasskey(page: Page, product: Product, device: Device): Promise<void> {
  await page.goto(product.url + accountPath())
  await touch(device)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText(/is added\. Other devices are signed out/)).toBeVisible()
  await touch(device, false)
}

async function signOut(page: Page): Promise<void> {
  await page.locator('summary', { hasText: clinic.administrator.name }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expectHeading(page, 'Sign in')
}

/** On a device without a passkey: the password alone is no longer enough. */
async function signInWithCode(page: Page, product: Product, code: string): Promise<void> {
  await page.goto(product.url + signInPath())
  await page.getByLabel('Email').fill(clinic.administrator.email)
  await page.getByLabel('Password').fill(clinic.administrator.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectHeading(page, 'Second step')
  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectHeading(page, 'My tasks')
}

test('two clicks from the sign-in page to My tasks', async ({ page, product, watch }) => {
  await setUpClinic(page, product)
  const device = await plugIn(page)

  await test.step('add one, which is announced by mail', async () => {
    await addPasskey(page, product, device)
    await expect(page.getByRole('rowheader', { name: /^Passkey of / })).toBeVisible()
    await watch.check(page)
    const [mail] = await mailTo(product, clinic.administrator.email)
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain('A passkey was added to your account')
    expect(await device.passkeys()).toHaveLength(1)
  })

  await test.step('one click, one touch', async () => {
    await signOut(page)
    await expect(passkeyButton(page)).toBeVisible()
    await watch.check(page)
    await signInByTouch(page, device)
    await expectHeading(page, 'My tasks')
    await touch(device, false)
  })

  await test.step('the same by keyboard, at 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(product.url + accountPath())
    await expectNoSidewaysScrolling(page)
    await page.context().clearCookies()
    await page.goto(product.url + signInPath())
    await expect(passkeyButton(page)).toBeVisible()
    await expectNoSidewaysScrolling(page)
    await watch.check(page)
    await page.getByLabel('Email').focus()
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab')
      if (await passkeyButton(page).evaluate((button) => button === document.activeElement)) break
    }
    await signInByTouch(page, device, () => page.keyboard.press('Enter'))
    await expectHeading(page, 'My tasks')
    await touch(device, false)
  })

  await test.step('rename and remove; then it no longer works', async () => {
    watch.allowStatus(400)
    await page.goto(product.url + accountPath())
    await page.getByRole('link', { name: /^Passkey of / }).click()
    await expectNoSidewaysScrolling(page)
    await watch.check(page)
    await page.getByLabel('What you call it').fill('Ward telephone')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Ward telephone' }).click()
    await page.getByRole('button', { name: 'Remove this passkey' }).click()
    await expect(page.getByText('“Ward telephone” is removed.')).toBeVisible()
    await page.context().clearCookies()
    await page.goto(product.url + signInPath())
    await signInByTouch(page, device)
    await expect(page.getByRole('alert')).toContainText('This passkey is not known here')
    await watch.check(page)
    await touch(device, false)
  })
})

test('a second device, and what a device or a thief may not do', async ({
  page,
  product,
  visitor,
  watch,
}) => {
  test.setTimeout(900_000)
  watch.allowStatus(400)
  await setUpClinic(page, product)
  const first = await plugIn(page)
  await addPasskey(page, product, first)
  await page.goto(product.url + recoveryCodesPath())
  await page.getByRole('button', { name: 'Make new codes' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const code = await codes.first().innerText()

  const other = await visitor()
  const second = await plugIn(other)
  await test.step('each device has its own', async () => {
    await signInWithCode(other, product, code)
    await addPasskey(other, product, second)
    await expect(other.getByRole('rowheader', { name: /^Passkey of / })).toHaveCount(2)
    // A browser asks a device only for the page in front.
    await page.bringToFront()
    await page.goto(product.url + accountPath())
    await expectHeading(page, 'Sign in')
    await signInByTouch(page, first)
    await expectHeading(page, 'Your account')
    await touch(first, false)
  })

  await test.step('a device that cannot tell its owner is refused', async () => {
    await page.context().clearCookies()
    await page.goto(product.url + signInPath())
    await first.cdp.send('WebAuthn.setUserVerified', {
      authenticatorId: first.id,
      isUserVerified: false,
    })
    const before = await first.passkeys()
    await signInByTouch(page, first)
    await expect(page.getByRole('alert')).toContainText('No passkey was used')
    await touch(first, false)
    expect(await first.passkeys(), 'it signed nothing').toEqual(before)
    await first.cdp.send('WebAuthn.setUserVerified', {
      authenticatorId: first.id,
      isUserVerified: true,
    })
  })

  await test.step('an answer in other hands is worth nothing', async () => {
    // Taken off the wire before it reaches the server, with its challenge unused.
    const taken = new Promise<Request>((resolve) => {
      void page.route(`**${signInPasskeyPath()}`, async (route) => {
        resolve(route.request())
        await route.abort()
      })
    })
    watch.allow(/sign-in\/passkey/, /Failed to load resource/)
    await page.goto(product.url + signInPath())
    await signInByTouch(page, first)
    const body = (await taken).postData() ?? ''
    await expect(page.getByRole('alert')).toContainText('could not be reached')
    await touch(first, false)
    await page.unroute(`**${signInPasskeyPath()}`)
    const thief = await visitor()
    await thief.goto(product.url + signInPath())
    // With a challenge of their own, begun here, and then with none.
    await thief.evaluate(
      (path) => fetch(path, { method: 'POST', body: '{}' }).then((response) => response.json()),
      signInPasskeyChallengePath(),
    )
    expect(await postAnswer(thief, body)).toBe('passkey-not-accepted')
    await thief.context().clearCookies()
    expect(await postAnswer(thief, body)).toBe('passkey-step-over')
  })

  await test.step('an answer works once', async () => {
    const sent = page.waitForRequest((request) => request.url().endsWith(signInPasskeyPath()))
    await page.goto(product.url + signInPath())
    await signInByTouch(page, first)
    const body = (await sent).postData() ?? ''
    await expectHeading(page, 'My tasks')
    await touch(first, false)
    expect(await postAnswer(page, body)).toBe('passkey-step-over')
  })

  await test.step('at an address that is a number it says where to go', async () => {
    const numeric = product.url.replace('localhost', '127.0.0.1')
    const lost = await visitor()
    await lost.goto(numeric + signInPath())
    await passkeyButton(lost).click()
    await expect(lost.getByRole('alert')).toContainText(`Open ${product.url}`)
  })
})

/** Posts an answer from a page, as a script there could; gives the code of the refusal. */
const postAnswer = (page: Page, body: string): Promise<string> =>
  page.evaluate(
    async ({ path, body }) => {
      const response = await fetch(path, { method: 'POST', body })
      return ((await response.json()) as { code: string }).code
    },
    { path: signInPasskeyPath(), body },
  )

test('an invited person joins with a passkey and no password', async ({
  page,
  product,
  visitor,
  watch,
}) => {
  await setUpClinic(page, product)
  await page.goto(product.url + invitePersonPath())
  await page.getByLabel('Name').fill(clinic.hr.name)
  await page.getByRole('textbox', { name: 'Email' }).fill(clinic.hr.email)
  await page.getByRole('button', { name: /^Invite|^Send/ }).click()
  const [mail] = await mailTo(product, clinic.hr.email)
  const link = linksOf(mail!, product).find((url) => url.includes('/invitations/'))
  const invited = await visitor()
  const device = await plugIn(invited)
  await invited.goto(link!)
  await expect(invited.getByRole('button', { name: /^Join with a passkey/ })).toBeVisible()
  await watch.check(invited)
  await touch(device)
  await invited.getByRole('button', { name: /^Join with a passkey/ }).click()
  await expectHeading(invited, 'My tasks')
  await touch(device, false)
  await invited.goto(product.url + accountPath())
  await invited.getByRole('link', { name: /^Passkey of / }).click()
  await expect(invited.getByText('the only way you can sign in')).toBeVisible()
})

test('without JavaScript there is no button, and the password works', async ({
  page,
  product,
  visitor,
  watch,
}) => {
  watch.allow(/\/assets\/\S+\.js: csp$/) // this is how the browser says that scripts are off
  await setUpClinic(page, product)
  const plain = await visitor({ javaScriptEnabled: false })
  await plain.goto(product.url + signInPath())
  await expect(passkeyButton(plain)).toHaveCount(0)
  await signIn(plain, product, clinic.administrator)
  await plain.goto(product.url + accountPath())
  await expect(plain.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0)
  // Chromium shows it to whoever turned scripts off, but not to a test that does.
  expect(await plain.content()).toContain('Adding a passkey needs JavaScript')
})
