import { purgeCeremonies } from '~/services/accounts/ceremonies.server'
import { purgeExpiredLinks } from '~/services/accounts/purge-expired-links.server'
import { purgeExpiredSessions } from '~/services/accounts/sessions.server'

export async function purgeExpired(): Promise<void> {
  await purgeExpiredSessions()
  await purgeExpiredLinks()
  await purgeCeremonies()
}
