import { appUrl } from '~/infra/env.server'

/**
 * The session's cookie. Its value is the only thing that lets somebody in, and the database has but
 * its hash. Under https its name has the `__Host-` prefix: no other host can set it.
 */
const isSecure = () => appUrl().startsWith('https:')
const cookieName = () => (isSecure() ? '__Host-wardround' : 'wardround')

const serialize = (value: string, expires: Date) =>
  `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}${isSecure() ? '; Secure' : ''}`

/** The cookie of a session that ends at `expiresAt` at the latest. */
export const sessionCookie = (secret: string, expiresAt: Date): string =>
  serialize(secret, expiresAt)

/** The cookie that clears the session's. */
export const blankSessionCookie = (): string => `${serialize('', new Date(0))}; Max-Age=0`

/** The secret in a request's cookies; null where there is none. */
export function sessionSecretOf(cookieHeader: string | null): string | null {
  const start = `${cookieName()}=`
  const found = (cookieHeader ?? '').split(/;\s*/).find((pair) => pair.startsWith(start))
  return found?.slice(start.length) || null
}
