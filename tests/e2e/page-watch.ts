import AxeBuilder from '@axe-core/playwright'
import { expect, type BrowserContext, type Page } from '@playwright/test'

/**
 * Looks over a browser's shoulder: whatever goes wrong in it without the person seeing (a console
 * error, an unhandled rejection, a refused script or style, a request that fails) is a failure of
 * the test, and so is a page that was visited and never looked at with axe.
 */
export class PageWatch {
  readonly #problems: string[] = []
  readonly #allowed: RegExp[] = []
  readonly #visited = new Set<string>()
  readonly #checked = new Set<string>()
  readonly #contexts: BrowserContext[] = []
  #isOver = false

  /** Watches every page of a context from now on. */
  follow(context: BrowserContext): void {
    this.#contexts.push(context)
    context.on('console', (message) => {
      if (message.type() === 'error')
        this.#note(`console: ${message.text()}`, message.page()?.url())
    })
    context.on('weberror', (error) => {
      this.#note(`uncaught: ${error.error().stack ?? error.error().message}`, error.page()?.url())
    })
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'failed'
      // The browser gives up what it was loading when the person goes elsewhere.
      if (reason !== 'net::ERR_ABORTED')
        this.#note(`${request.method()} ${request.url()}: ${reason}`)
    })
    context.on('response', (response) => {
      if (response.status() < 400) return
      this.#note(`${response.request().method()} ${response.url()}: status ${response.status()}`)
    })
    context.on('page', (page) => this.#followPage(page))
  }

  #note(problem: string, where?: string): void {
    if (this.#isOver) return
    this.#problems.push(where ? `${problem} (on ${where})` : problem)
  }

  #followPage(page: Page): void {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && /^http/.test(frame.url())) {
        this.#visited.add(addressOf(frame.url()))
      }
    })
  }

  /** Lets problems that match pass: what a test provokes on purpose. */
  allow(...problems: RegExp[]): void {
    this.#allowed.push(...problems)
  }

  /** Lets the answer with this status pass, and what the browser prints about it. */
  allowStatus(status: number): void {
    this.allow(new RegExp(`status (of )?${status}\\b`))
  }

  /** Looks at the page as it stands with axe: WCAG 2.2, levels A and AA. */
  async check(page: Page): Promise<void> {
    this.#checked.add(addressOf(page.url()))
    await expectAccessible(page)
  }

  /**
   * Keeps every open page away from the server while work goes on that stops it, and brings each
   * back to its address. A page fetches by itself whenever it likes (what a link may lead to, for
   * one), so waiting until it is quiet is no promise that it stays so.
   */
  async whileAway<T>(work: () => Promise<T>): Promise<T> {
    const open = this.#contexts
      .flatMap((context) => context.pages())
      .map((page) => ({ page, address: page.url() }))
      .filter(({ address }) => address.startsWith('http'))
    for (const { page } of open) await page.goto('about:blank')
    const result = await work()
    for (const { page, address } of open) await page.goto(address)
    return result
  }

  /** From here on the server may go away under the browser. */
  end(): void {
    this.#isOver = true
  }

  expectNoProblems(): void {
    const problems = this.#problems.filter((problem) => !this.#allowed.some((a) => a.test(problem)))
    expect(problems, 'problems in the browser').toEqual([])
  }

  expectEveryPageChecked(): void {
    const missing = [...this.#visited].filter((address) => !this.#checked.has(address))
    expect(missing, 'pages visited without a look by axe').toEqual([])
  }
}

/** A page's address without what differs from one row to the next. */
function addressOf(url: string): string {
  return new URL(url).pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/[\w-]{43}/g, ':token')
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Fails with each broken rule and the first elements that break it. */
export function expectAccessible(page: Page): Promise<void> {
  return expectNoViolations(page, new AxeBuilder({ page }).withTags(levels))
}

/** The one rule that colours decide: for a page that `expectAccessible` saw in others. */
export function expectContrast(page: Page): Promise<void> {
  return expectNoViolations(page, new AxeBuilder({ page }).withRules(['color-contrast']))
}

async function expectNoViolations(page: Page, axe: AxeBuilder): Promise<void> {
  // Nothing is to lie half below the header that stays when the page is scrolled.
  await page.evaluate(() => window.scrollTo(0, 0))
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes
      .slice(0, 3)
      .map((node) => `${node.target.join(' ')} – ${node.failureSummary ?? ''}`),
  }))
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([])
}

/** Fails when the page is wider than the window. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= limit) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(0, 5)
      .map(
        (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}">`,
      )
  })
  expect.soft(wide, `wider than the window: ${page.url()}`).toEqual([])
}
