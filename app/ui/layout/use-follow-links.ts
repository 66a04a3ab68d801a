import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

/** A plain press of the main button, on a link that stays in this window. */
function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = (event.target as Element).closest?.('a[data-nav]')
  return link instanceof HTMLAnchorElement && !link.target ? link : null
}

/**
 * Turns presses on `a[data-nav]` (ListLink) into navigations without a reload, with one listener for
 * the whole document: a router link in each of fifty rows would take longer to draw than the rest.
 */
export function useFollowLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkToFollow(event)
      if (!link) return
      event.preventDefault()
      navigate(link.getAttribute('href') ?? '/')
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}
