import { data, type LoaderFunctionArgs } from '@remix-run/node'

/** Any address that no route knows. */
export function loader(_args: LoaderFunctionArgs) {
  throw data(null, { status: 404 })
}

export default function Unknown() {
  return null
}
