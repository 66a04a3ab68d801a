import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For pages whose form carries a version. After a refused form the router leaves the page's data as
 * it was; but when somebody else was faster (409), only fresh data lets the same form be sent again.
 *
 *     export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'
 */
export const refreshAfterConflict: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate
