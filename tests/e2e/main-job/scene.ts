import type { BrowserContextOptions, Page } from '@playwright/test'
import type { TestGuide } from '~tests/support/guides'
import type { PageWatch } from '../page-watch'
import type { Product } from '../product'

/** What every part of the main job works with; `page` is the administrator's browser. */
export interface Scene {
  page: Page
  product: Product
  watch: PageWatch
  visitor: (options?: BrowserContextOptions) => Promise<Page>
  guides: { plansOnly: TestGuide; withFirstSteps: TestGuide }
}
