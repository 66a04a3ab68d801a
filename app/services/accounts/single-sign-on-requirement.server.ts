import type { Actor } from '~/domain/access/actor'
import type { SignInMethod } from '~/domain/access/sign-in-method'
import { demands, SignInPolicy } from '~/domain/access/sign-in-policy'
import { calendarDateAt } from '~/domain/calendar/calendar-date'
import { Invalid } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { db, type Transaction } from '~/infra/database/database.server'
import type { Organisation } from '~/infra/database/generated/client'

/** A person with what their organisation asks of sign-ins. */
export interface PersonAtTheDoor {
  organisationId: string
  permissionRole: PermissionRole
  organisation: Pick<Organisation, 'name' | 'timeZone' | 'signInPolicy'>
}

/** Whether this person may come in by this method, as far as single sign-on goes. */
export function isWayOpen(method: SignInMethod, person: PersonAtTheDoor): boolean {
  if (method === 'single-sign-on' || method === 'demo') return true
  const { signInPolicy, timeZone } = person.organisation
  const today = calendarDateAt(now(), timeZone)
  const policy = SignInPolicy.parse(signInPolicy)
  return demands(policy, person.permissionRole, today).singleSignOn.state !== 'now'
}

/** The refusal that leads to the provider; only for somebody who proved who they are. */
export async function singleSignOnNeeded(person: PersonAtTheDoor): Promise<Invalid> {
  const providers = await db().identityProvider.findMany({
    where: { organisationId: person.organisationId, disabledAt: null },
    orderBy: { name: 'asc' },
  })
  const names = providers.map(({ name }) => name).join(' or ')
  return new Invalid(
    'single-sign-on-needed',
    `${person.organisation.name} asks you to sign in through ${names || 'single sign-on'}. Choose “Single sign-on” and enter your email address there.`,
  )
}

/**
 * Keeps a way in: who wants to ask for single sign-on must have come through it in this very session,
 * so that an administrator cannot lock everybody out, themselves included.
 * @throws Invalid with the reason
 */
export async function ensureSingleSignOnWorks(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId' | 'isAccountWide'>,
): Promise<void> {
  const count = await tx.identityProvider.count({
    where: { organisationId: actor.organisationId, disabledAt: null },
  })
  if (count === 0) {
    throw new Invalid(
      'no-provider',
      'There is no provider yet, so nobody could sign in. Add one under Single sign-on first.',
      'singleSignOnFor',
    )
  }
  if (!actor.isAccountWide) return
  throw new Invalid(
    'single-sign-on-untried',
    'Sign out and come back through single sign-on first: this cannot be asked of others before you have done it yourself.',
    'singleSignOnFor',
  )
}

/** Whether the organisation asks somebody for single sign-on, now or from a day to come. */
export async function isSingleSignOnAsked(
  tx: Transaction,
  organisationId: string,
): Promise<boolean> {
  const { signInPolicy } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { signInPolicy: true },
  })
  return SignInPolicy.parse(signInPolicy).singleSignOnFor !== 'nobody'
}
