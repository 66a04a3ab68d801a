import {
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { PageWatch } from './page-watch'
import { startProduct, type Product } from './product'

export { expect, type Page } from '@playwright/test'

interface TestFixtures {
  /** An empty installation of its own for this test. */
  product: Product
  /** Watches every page of the test. */
  watch: PageWatch
  /** A browser of somebody else, with cookies of its own, watched as well. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>
}

interface WorkerFixtures {
  /** The demo clinic, shared by the tests of a worker that only look. */
  demo: Product
}

/** `test` with the product running, and a browser whose every hidden failure fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  product: async ({ watch }, use) => {
    const product = await startProduct({ whileStopped: (work) => watch.whileAway(work) })
    await use(product)
    watch.end()
    await product.stop()
  },
  demo: [
    async ({}, use) => {
      const product = await startProduct({ prepare: ['demo'] })
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  watch: [
    async ({ context }, use) => {
      const watch = new PageWatch()
      watch.follow(context)
      await use(watch)
      watch.expectNoProblems()
    },
    { auto: true },
  ],
  visitor: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch.follow(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})
