import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router-dom'

interface Options {
  /** The page the element stands on. */
  at?: string
  /** Other pages and actions that the element leads to. */
  routes?: RouteObject[]
}

/** Draws an element on a page of a router, as components with links and forms need it. */
export function renderInRouter(element: ReactNode, { at = '/tasks', routes = [] }: Options = {}) {
  const router = createMemoryRouter([...routes, { path: '*', element }], { initialEntries: [at] })
  return {
    router,
    ...render(<RouterProvider router={router} future={{ v7_startTransition: true }} />),
  }
}
