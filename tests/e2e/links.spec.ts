import { permissionRoleLabel, permissionRoles } from '~/domain/shared/vocabulary'
import { demoPath } from '~/domain/shared/paths'
import { enterAs } from './demo'
import { expect, test } from './test'

/** More than one page of a list looks like the next; this many of a kind are followed. */
const mostOfAKind = 4

const kindOf = (url: string) => {
  const { pathname, search } = new URL(url)
  return pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id') + search.replace(/=[^&]*/g, '')
}

const linksIn = (html: string, from: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\bhref="([^"]+)"/g)].map(([, href]) =>
    new URL(href!.replaceAll('&amp;', '&'), from).toString().replace(/#.*$/, ''),
  )

for (const role of permissionRoles) {
  test(`no link leads the ${permissionRoleLabel[role].toLowerCase()} astray`, async ({
    page,
    demo,
  }) => {
    await enterAs(page, demo, new RegExp(permissionRoleLabel[role]))
    const waiting: { url: string; from: string }[] = [{ url: page.url(), from: demoPath() }]
    const seen = new Set<string>()
    const kinds = new Map<string, number>()
    const astray: string[] = []
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { url, from } = next
      const kind = kindOf(url)
      const count = kinds.get(kind) ?? 0
      if (seen.has(url) || count >= mostOfAKind) continue
      seen.add(url)
      kinds.set(kind, count + 1)
      const response = await page.request.get(url)
      if (response.status() >= 400) astray.push(`${response.status()} ${url}, linked on ${from}`)
      if (!response.headers()['content-type']?.includes('text/html')) continue
      if (new URL(response.url()).pathname === demoPath()) continue
      for (const link of linksIn(await response.text(), response.url())) {
        if (link.startsWith(demo.url)) waiting.push({ url: link, from: url })
      }
    }
    expect(astray).toEqual([])
    expect(kinds.size, [...kinds.keys()].join('\n')).toBeGreaterThan(8)
  })
}
