import type { RouteObject } from 'react-router-dom'
import routes from '~/routes'

/** A line of the table of contents, `app/routes.ts`. */
export interface RouteEntry {
  file: string
  path?: string | undefined
  index?: boolean | undefined
  children?: RouteEntry[] | undefined
}

export const routeEntries = routes as RouteEntry[]

const tree = (list: readonly RouteEntry[]): RouteObject[] =>
  list.map(({ file: id, path, index, children }) =>
    index ? { id, path, index: true } : { id, path, children: tree(children ?? []) },
  )

/** The table as the router itself takes it; a route's id is its file. */
export const routeTree = tree(routeEntries)
