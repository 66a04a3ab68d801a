/** The page of a route that only takes posts: never seen, but with it refusals show as pages. */
export function ActionOnly() {
  return null
}
