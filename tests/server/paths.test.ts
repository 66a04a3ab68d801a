import { matchRoutes } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import * as paths from '~/domain/shared/paths'
import { routeEntries, routeTree, type RouteEntry } from '~tests/support/route-tree'

/** Outside the pages: the server answers it itself. */
const answeredByServer = ['/healthz']
/** Reached by no link of ours: the router's last resort. */
const unlinked = ['*']

/** The pattern of the route that answers a path, as `routes.ts` spells it; null where none does. */
function patternOf(path: string): string | null {
  const found = matchRoutes(routeTree, path.split('?')[0]!)
  const pattern = found?.map(({ route }) => route.path ?? '').filter(Boolean)
  return pattern ? pattern.join('/') : null
}

/** Every pattern in the table of contents that holds a page or an act. */
function patterns(list: readonly RouteEntry[], above: readonly string[] = []): string[] {
  return list.flatMap(({ path, children }) => {
    const own = path ? [...above, path] : above
    return children ? patterns(children, own) : [own.join('/')]
  })
}

type PathOf = (...values: string[]) => string
const { withQuery: _, ...pathsOfPages } = paths
const functions = Object.entries(pathsOfPages) as unknown as [string, PathOf][]
/** Ids that are no words of an address, so that a page for one id is not taken for another page. */
const pathFrom = (pathOf: PathOf) => pathOf(...['id-1', 'id-2', 'id-3'].slice(0, pathOf.length))

describe('the addresses of the product', () => {
  it('are many', () => expect(functions.length).toBeGreaterThan(120))

  it.each(functions)('%s leads to a page or an act, and not to "not found"', (_name, pathOf) => {
    const path = pathFrom(pathOf)
    if (answeredByServer.includes(path)) return
    expect(patternOf(path), path).not.toBeNull()
    expect(patternOf(path), path).not.toBe('*')
  })

  it('are spelled for every route', () => {
    const spelled = new Set(functions.map(([, pathOf]) => patternOf(pathFrom(pathOf))))
    const missing = patterns(routeEntries).filter(
      (pattern) => !spelled.has(pattern) && !unlinked.includes(pattern),
    )
    expect(missing).toEqual([])
  })
})
