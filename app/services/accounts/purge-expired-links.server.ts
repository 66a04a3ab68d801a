import { subDays } from 'date-fns'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'

/** Links past their day are kept this long, so that People can still say that one ran out. */
const keptDays = 30

/** Removes invitations, contacts' links and reset links that ran out a month ago; only their hashes were stored. */
export async function purgeExpiredLinks(): Promise<void> {
  const where = { expiresAt: { lt: subDays(now(), keptDays) } }
  await db().invitation.deleteMany({ where })
  await db().contactLink.deleteMany({ where })
  await db().passwordReset.deleteMany({ where })
}
