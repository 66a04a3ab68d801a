import { JSDOM } from 'jsdom'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { awake, planted, plantScripts, type PlantedClinic } from '~tests/support/planted-scripts'
import { useServer } from '~tests/support/use-server'

/**
 * Scripts in every text: in the pages as the server sends them, in mail, and in the headers of a
 * download. tests/e2e/stored-script.spec.ts looks at the same pages in a browser. There is no PDF
 * and no table to download in this part of the product.
 */
const product = useServer()
let clinic: PlantedClinic

beforeAll(async () => {
  clinic = await plantScripts(product.client)
}, 90_000)

/** Pages that are reached by links, from the first one on. */
async function everyPage(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const waiting = ['/tasks', '/account', `/tasks/${clinic.taskId}`, `/reviews/${clinic.reviewId}`]
  while (waiting.length > 0 && pages.size < 120) {
    const path = waiting.shift()!
    if (pages.has(path)) continue
    const response = await product.client.get(path)
    if (!response.headers.get('content-type')?.includes('text/html')) continue
    const html = await response.text()
    pages.set(path, html)
    for (const link of new JSDOM(html).window.document.querySelectorAll('a[href^="/"]')) {
      const next = link.getAttribute('href')!.replace(/#.*/, '')
      const isOneOfMany = /\/library\/|[?&](page|sort)=/.test(next)
      if (!pages.has(next) && !isOneOfMany) waiting.push(next)
    }
  }
  return pages
}

describe('a script in every text', () => {
  it('is shown as it was typed on every page, and is a part of none', async () => {
    const pages = await everyPage()
    expect(pages.size).toBeGreaterThan(25)
    const found = [...pages].flatMap(([path, html]) =>
      awake(html).map((each) => `${path}: ${each}`),
    )
    expect(found).toEqual([])
    const shown = [...pages.values()]
      .map((html) => new JSDOM(html).window.document.body.textContent)
      .join('\n')
    const marks =
      'clinic person office holiday guest guide prose added plan comment title note reason review agenda decision'
    const missing = marks.split(' ').filter((mark) => {
      const [start = ''] = planted(mark).split('<script>')
      return !shown.includes(start.slice(0, 50))
    })
    expect(missing).toEqual([])
    // Names of files are cleaned besides.
    expect(shown).toContain('img src=pwned onerror=pwned=1_.html')
    // Data for the browser stands in scripts of the page; none of them may be left by what was typed.
    for (const html of pages.values()) expect(html).not.toMatch(/<\/script>\s*['"]?\s*,/)
    for (const html of pages.values()) expect(html).not.toContain('<script>pwned')
  })

  it('is text in mail, and no link, picture or script of it', async () => {
    const mails = await product.smtp.waitForMessages(1, 30_000)
    expect(mails.length).toBeGreaterThan(0)
    for (const mail of mails) {
      const html = String(mail.html)
      expect(html).toContain('&lt;img src=/pwned')
      expect(awake(html)).toEqual([])
      expect(new JSDOM(html).window.document.querySelectorAll('script, iframe, svg')).toHaveLength(
        0,
      )
      expect(mail.subject).not.toMatch(/[\r\n]/)
      expect(mail.to).toBeDefined()
    }
  })

  it('is a download and nothing else as a file, under a name without a path', async () => {
    const page = await (await product.client.get(`/tasks/${clinic.taskId}`)).text()
    const paths = page.match(/\/tasks\/[0-9a-f-]{36}\/evidence\/[0-9a-f-]{36}(?=["&?])/g) ?? []
    const answers = await Promise.all([...new Set(paths)].map((path) => product.client.get(path)))
    const files = answers.filter(({ status }) => status === 200)
    expect(files.length).toBeGreaterThan(0)
    for (const { headers } of files) {
      const disposition = headers.get('content-disposition') ?? ''
      expect(disposition).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[\w%.!~-]+$/)
      expect(disposition).not.toMatch(/\.\.[/\\]|[\r\n]/)
      expect(headers.get('content-type')).not.toContain('text/html')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("object-src 'none'")
      expect(headers.get('cache-control')).toContain('no-store')
    }
  })

  it('and a path in a name leave the store of files with hashes only', () => {
    const folder = join(product.installation.dataDir, 'files')
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{2}([/\\][0-9a-f]{64})?$/)
    expect(existsSync(join(product.installation.dataDir, '..', 'evidence.html'))).toBe(false)
  })

  it.each([
    '../../../../etc/passwd',
    '..\\..\\boot.ini',
    'a\r\nSet-Cookie: stolen=1\r\n\r\nbody',
    'a"; filename="evil.html',
    '\u202Egpj.exe',
    '%0d%0aSet-Cookie: stolen=1',
    `${'n'.repeat(500)}.txt`,
    '',
    '.',
    'con.txt:stream',
  ])('in a name such as %j splits no header', async (name) => {
    const form = new FormData()
    form.append('kind', 'file')
    form.append('file', new File(['x'], name))
    const response = await product.client.post(`/tasks/${clinic.taskId}/evidence`, form)
    expect([302, 400]).toContain(response.status)
    expect(response.headers.getSetCookie().join()).not.toContain('stolen')
    const page = await (await product.client.get(`/tasks/${clinic.taskId}`)).text()
    const paths = page.match(/\/tasks\/[0-9a-f-]{36}\/evidence\/[0-9a-f-]{36}(?=["&?])/g) ?? []
    for (const path of new Set(paths)) {
      const { headers } = await product.client.get(path)
      expect(headers.getSetCookie().join()).not.toContain('stolen')
      expect(headers.get('content-disposition') ?? '').not.toMatch(/filename="[^"]*[/\\]/)
    }
  })
})
