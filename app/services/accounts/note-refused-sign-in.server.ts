import { db, transaction } from '~/infra/database/database.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'

/** Tells the audit log of each organisation of an account that somebody was refused. */
export async function noteRefusal(accountId: string, address: string, what: string): Promise<void> {
  const origin = { way: 'browser', address, sessionId: null } as const
  await transaction((tx) =>
    recordAccountActivity(tx, accountId, origin, {
      type: 'account.sign-in-refused',
      payload: { what },
    }),
  )
}

/** The same for a wrong password, where its address belongs to somebody. */
export async function noteRefusedPassword(attempt: {
  email: string
  address: string
}): Promise<void> {
  const account = await db().account.findUnique({ where: { email: attempt.email } })
  if (account) await noteRefusal(account.id, attempt.address, 'wrong password')
}
