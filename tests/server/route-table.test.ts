import { matchRoutes } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { ServerBuild } from '@remix-run/node'
import { routeEntries, routeTree, type RouteEntry } from '~tests/support/route-tree'
import { buildOf, routeTable } from '../../server/route-table'

/** The routes as Remix's build has them: flat, each with its parent. */
function flat(list: readonly RouteEntry[], parentId?: string): [string, object][] {
  return list.flatMap((entry) => {
    const { file: id, path, index } = entry
    return [
      [id, { id, parentId, path, index }] as [string, object],
      ...flat(entry.children ?? [], id),
    ]
  })
}

/** An address of every route, its parameters filled in. */
function addresses(list: readonly RouteEntry[], above = ''): string[] {
  return list.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above
    const own = (path || '/').replaceAll(/:\w+/g, '0191aa00-0000-7000-8000-000000000000')
    return [own, ...addresses(entry.children ?? [], path)]
  })
}

const all = Object.fromEntries(flat(routeEntries)) as unknown as ServerBuild['routes']
const table = routeTable(all)
const paths = [...new Set(addresses(routeEntries))].filter((path) => !path.includes('*'))

describe('the route table', () => {
  it('knows the product', () => expect(paths.length).toBeGreaterThan(60))

  it.each(paths)('finds for %s what the router finds', (path) => {
    expect(table.find(path)).toBe(matchRoutes(routeTree, path)?.at(-1)?.route.id)
  })

  it('reads addresses as the router does: without regard to case or a slash at the end', () => {
    for (const path of ['/TASKS', '/tasks/', '/Plans/New/']) {
      expect(table.find(path)).toBe(matchRoutes(routeTree, path)?.at(-1)?.route.id)
    }
  })

  it('leaves what it does not know to Remix', () => {
    expect(table.find('/nowhere/at/all')).toBeNull()
    expect(table.find('//tasks')).toBeNull()
  })

  it('keeps a route and its parents of a build', () => {
    const id = table.find('/tasks')!
    const build = { routes: all, assets: { routes: {} } } as unknown as ServerBuild
    const kept = Object.keys(buildOf(build, id).routes)
    expect(kept).toContain(id)
    expect(kept.length).toBeLessThan(5)
  })
})
