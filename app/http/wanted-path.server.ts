/**
 * The page a request is about, as a path of this site: without what Remix adds when it asks for a
 * page's data.
 */
export function wantedPath(request: Request): string {
  const url = new URL(request.url)
  url.searchParams.delete('_routes')
  const path = url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  return path + url.search
}
