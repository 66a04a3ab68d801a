import { startOidcProvider } from '~tests/support/oidc-provider'
import { expectHeading, setUpClinic } from './journey'
import { expectNoSidewaysScrolling } from './page-watch'
import { expect, test, type Page } from './test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an administrator adds a provider, and a nurse comes in through it', async ({
      page,
      product,
      visitor,
      watch,
    }) => {
      if (!javaScriptEnabled) watch.allow(/\/assets\/\S+\.js: csp$/)
      // What looks at a page is a script itself.
      const look = async (seen: Page) => {
        if (!javaScriptEnabled) return
        await watch.check(seen)
        await expectNoSidewaysScrolling(seen)
      }
      await setUpClinic(page, product)
      await page.goto(`${product.url}/settings/single-sign-on/new`)
      const redirectUri = await page.getByLabel('Redirect address').inputValue()
      expect(redirectUri.startsWith(`${product.url}/sign-in/single-sign-on/callback/`)).toBe(true)
      const oidc = await startOidcProvider({ redirectUris: [redirectUri] })
      const email = 'nora@lindenhof.example'
      oidc.people.set('nora', { email, name: 'Nora Nurse' })
      oidc.whoIsThere = 'nora'

      await page.getByLabel('Name', { exact: true }).fill('Clinic account')
      await page.getByLabel('Issuer').fill(oidc.issuer)
      await page.getByLabel('Client ID').fill(oidc.clientId)
      await page.getByLabel('Client secret').fill(oidc.clientSecret)
      await page.getByLabel('Email domains').fill('lindenhof.example')
      await page.getByLabel('Make an account at first sign-in').check()
      await page.getByRole('button', { name: 'Add' }).click()
      await expectHeading(page, 'Clinic account')
      expect(await page.content()).not.toContain(oidc.clientSecret)
      await page.getByRole('button', { name: 'Test the connection' }).click()
      await expect(page.getByText('It answers as it should.')).toBeVisible()

      await look(page)

      // By keyboard alone, on a telephone.
      const nurse = await visitor({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
      await nurse.goto(`${product.url}/sign-in?to=%2Fdashboard`)
      await nurse.getByRole('link', { name: 'Single sign-on' }).focus()
      await nurse.keyboard.press('Enter')
      await expectHeading(nurse, 'Single sign-on')
      await look(nurse)
      await nurse.getByLabel('Email').focus()
      await nurse.keyboard.type(email)
      await nurse.keyboard.press('Enter')
      await expect(nurse).toHaveURL(`${product.url}/dashboard`)

      await page.getByRole('button', { name: 'Switch off' }).click()
      await expect(page.getByText('Nobody can sign in through it.')).toBeVisible()
      await nurse.goto(`${product.url}/tasks`)
      await expectHeading(nurse, 'Sign in')
      await oidc.stop()
    })
  })
}
