import type { FactorListItem, SignInSettings } from '~/domain/access/account-views'
import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { SignInPolicy } from '~/domain/access/sign-in-policy'
import type { SignInPolicyInput } from '~/domain/access/sign-in-policy-input'
import { demandGroupLabel, formatMinutes } from '~/domain/access/sign-in-policy-words'
import { calendarDateAt, compareDates } from '~/domain/calendar/calendar-date'
import { Conflict } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { ensureFresh } from '~/domain/tasks/stale'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { ensureSingleSignOnWorks } from '../accounts/single-sign-on-requirement.server'
import { recordActivity } from '../activity/record-activity.server'

interface PersonRow {
  id: string
  name: string
  permissionRole: PermissionRole
  hasAuthenticator: boolean
  passkeyCount: number
  hasSingleSignOn: boolean
}

/** The policy as it stands, and who has a second factor. @throws Forbidden */
export async function getSignInSettings(actor: Actor): Promise<SignInSettings> {
  ensureCan(actor, 'organisation:edit')
  const { organisationId } = actor
  const { signInPolicy, version, timeZone } = await db().organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { signInPolicy: true, version: true, timeZone: true },
  })
  const people = await listFactors(organisationId)
  return {
    ...SignInPolicy.parse(signInPolicy),
    version,
    today: calendarDateAt(now(), timeZone),
    hasProvider: await hasProvider(db(), organisationId),
    people,
    withoutFactorCount: people.filter((each) => !each.factors && !each.hasSingleSignOn).length,
  }
}

const hasProvider = async (tx: Transaction, organisationId: string) =>
  (await tx.identityProvider.count({ where: { organisationId, disabledAt: null } })) > 0

async function listFactors(organisationId: string): Promise<FactorListItem[]> {
  const rows = await read<PersonRow[]>`
    select p.id::text, p.name, p.permission_role::text as "permissionRole",
           exists (select 1 from authenticator a
                    where a.account_id = p.account_id and a.confirmed_at is not null) as "hasAuthenticator",
           (select count(*) from passkey k where k.account_id = p.account_id)::int as "passkeyCount",
           exists (select 1 from external_identity e
                     join identity_provider i on i.id = e.provider_id
                    where e.account_id = p.account_id and i.disabled_at is null
                      and i.organisation_id = p.organisation_id) as "hasSingleSignOn"
      from person p
     where p.organisation_id = ${organisationId}::uuid and p.deactivated_at is null
       and p.account_id is not null
     order by p.name, p.id`
  return rows
    .map(({ hasAuthenticator, passkeyCount, ...person }) => ({
      ...person,
      factors: factorWords(hasAuthenticator, passkeyCount),
    }))
    .sort((a, b) => Number(Boolean(a.factors)) - Number(Boolean(b.factors)))
}

function factorWords(hasAuthenticator: boolean, passkeyCount: number): string | null {
  const passkeys = passkeyCount === 1 ? '1 passkey' : `${passkeyCount} passkeys`
  const words = [
    ...(hasAuthenticator ? ['Authenticator app'] : []),
    ...(passkeyCount > 0 ? [passkeys] : []),
  ]
  return words.join(', ') || null
}

const demandWords = (group: SignInPolicy['secondFactorFor'], from: string | null) =>
  group === 'nobody' || !from ? demandGroupLabel[group] : `${demandGroupLabel[group]}, from ${from}`

/** Whether single sign-on is asked of more people, or sooner, than before. */
const asksMore = (before: SignInPolicy, after: SignInPolicy) =>
  after.singleSignOnFor !== 'nobody' &&
  (after.singleSignOnFor !== before.singleSignOnFor ||
    after.singleSignOnFrom !== before.singleSignOnFrom)

/** The policy as the form names it, for a conflict and for what changed. */
const describe = (policy: SignInPolicy): Record<string, string> => ({
  'Second factor': demandWords(policy.secondFactorFor, policy.secondFactorFrom),
  'Single sign-on': demandWords(policy.singleSignOnFor, policy.singleSignOnFrom),
  'Sign out when unused': formatMinutes(policy.idleMinutes),
  'Sign out in any case': formatMinutes(policy.absoluteMinutes),
})

/**
 * Changes what the organisation asks of those who sign in. A demand counts from its day; without a day,
 * or with one that is past, from today.
 * @throws Forbidden, ProofNeeded, Conflict, Invalid where single sign-on is asked for and there is no provider
 */
export async function changeSignInPolicy(actor: Actor, input: SignInPolicyInput): Promise<void> {
  ensureCan(actor, 'organisation:edit')
  ensureRecentProof(actor, now())
  const { version, ...wanted } = input
  const { organisationId } = actor
  await transaction(async (tx) => {
    const row = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } })
    const before = SignInPolicy.parse(row.signInPolicy)
    ensureFresh(version, row, () => describe(before))
    const policy = settled(wanted, calendarDateAt(now(), row.timeZone))
    if (asksMore(before, policy)) await ensureSingleSignOnWorks(tx, actor)
    const [old, fresh] = [describe(before), describe(policy)]
    const settings = Object.keys(fresh).filter((label) => old[label] !== fresh[label])
    if (settings.length === 0) return
    const { count } = await tx.organisation.updateMany({
      where: { id: organisationId, version },
      data: { signInPolicy: policy, version: { increment: 1 } },
    })
    if (count === 0) {
      throw new Conflict('Somebody changed this at the same moment; load the page again.', {})
    }
    await recordActivity(tx, actor, { type: 'settings.changed', payload: { settings } })
  })
}

/** A demand on nobody has no day, one on somebody has one that is not past. */
function settled(wanted: SignInPolicy, today: SignInPolicy['secondFactorFrom'] & {}): SignInPolicy {
  const dayFor = (
    group: SignInPolicy['secondFactorFor'],
    from: SignInPolicy['secondFactorFrom'],
  ) => {
    if (group === 'nobody') return null
    return from && compareDates(from, today) > 0 ? from : today
  }
  return {
    ...wanted,
    secondFactorFrom: dayFor(wanted.secondFactorFor, wanted.secondFactorFrom),
    singleSignOnFrom: dayFor(wanted.singleSignOnFor, wanted.singleSignOnFrom),
  }
}
