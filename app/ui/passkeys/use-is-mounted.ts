import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and until scripts run: what needs them is not shown before. */
export const useIsMounted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
