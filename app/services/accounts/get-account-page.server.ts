import type { AccountPage } from '~/domain/access/account-views'
import type { Actor } from '~/domain/access/actor'
import type { SecondFactorDuty } from '~/domain/access/sign-in-policy'
import type { IsoWeekday } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { getAccountFactors } from './account-factors.server'
import { listSessions } from './list-sessions.server'
import { countRecoveryCodes } from './recovery-codes.server'

/** What the account page shows. */
export async function getAccountPage(actor: Actor, duty: SecondFactorDuty): Promise<AccountPage> {
  const { accountId, personId } = actor
  const person = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ name: true, email: true, timeZone: true, workingDays: true, dateLanguage: true },
      organisation: { select: { timeZone: true, workingDays: true } },
      account: { select: { passwordChangedAt: true, authenticator: true } },
    },
  })
  return {
    ...(await getAccountFactors(accountId)),
    ...{ name: person.name, email: person.email, timeZone: person.timeZone },
    organisationTimeZone: person.organisation.timeZone,
    workingDays: person.workingDays as IsoWeekday[],
    organisationWorkingDays: person.organisation.workingDays as IsoWeekday[],
    dateLanguage: person.dateLanguage,
    passwordChangedAt: person.account?.passwordChangedAt ?? null,
    authenticatorAddedAt: person.account?.authenticator?.confirmedAt ?? null,
    recoveryCodesLeft: await countRecoveryCodes(db(), accountId),
    sessions: await listSessions(actor),
    isAccountWide: actor.isAccountWide,
    duty,
    timeZoneShown: actor.timeZone,
  }
}
