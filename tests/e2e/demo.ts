import type { Page } from '@playwright/test'
import { demoPath } from '~/domain/shared/paths'
import type { Product } from './product'

/** Somebody of the demo clinic, as its first page lists them. */
export interface DemoPerson {
  personId: string
  name: string
  /** Permission role and owner roles, as shown. */
  roles: string
}

export async function demoPeople(page: Page, demo: Product): Promise<DemoPerson[]> {
  await page.goto(demo.url + demoPath())
  return page.locator('button[name="personId"]').evaluateAll((buttons: HTMLButtonElement[]) =>
    buttons.map((button) => {
      const [name, roles] = [...button.querySelectorAll('span > span')].map(
        (part) => part.textContent ?? '',
      )
      return { personId: button.value, name: name ?? '', roles: roles ?? '' }
    }),
  )
}

/** Signs in as one of the demo's people whose roles match. */
export async function enterAs(page: Page, demo: Product, roles: RegExp): Promise<DemoPerson> {
  const person = (await demoPeople(page, demo)).find((one) => roles.test(one.roles))
  if (!person) throw new Error(`the demo has nobody with ${String(roles)}`)
  await page.locator(`button[name="personId"][value="${person.personId}"]`).click()
  await page.waitForURL((url) => url.pathname !== demoPath())
  return person
}
