import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import type { NewOrganisationInput } from '~/domain/access/organisation-views'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { Forbidden } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { createOrganisation } from './create-organisation.server'

/** The organisation that the installation was set up with; its administrators decide for all of it. */
async function isFirstOrganisation(tx: Transaction, organisationId: string): Promise<boolean> {
  const first = await tx.organisation.findFirst({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return first?.id === organisationId
}

export interface FurtherOrganisations {
  isAllowed: boolean
  may: { decide: boolean; create: boolean }
}

/** Whether further organisations may be set up here, and what of that is the actor's. */
export async function getFurtherOrganisations(actor: Actor): Promise<FurtherOrganisations> {
  const installation = await db().installation.findUnique({ where: { id: 1 } })
  const isAllowed = installation?.allowsOrganisations ?? false
  const isAdministrator = can(actor, 'organisation:edit') && actor.isAccountWide && !actor.isDemo
  return {
    isAllowed,
    may: {
      decide: isAdministrator && (await isFirstOrganisation(db(), actor.organisationId)),
      create: isAdministrator && isAllowed,
    },
  }
}

/**
 * Lets administrators set up further organisations on this installation, or no longer. Those that are
 * there stay.
 * @throws Forbidden for everybody but the administrators of its first organisation, ProofNeeded
 */
export async function allowFurtherOrganisations(actor: Actor, isAllowed: boolean): Promise<void> {
  ensureCan(actor, 'organisation:edit')
  const { may } = await getFurtherOrganisations(actor)
  if (!may.decide) {
    throw new Forbidden(
      'This is decided by the administrators of the organisation that the installation was set up with.',
    )
  }
  ensureRecentProof(actor, now())
  await transaction(async (tx) => {
    const { count } = await tx.installation.updateMany({
      where: { id: 1, allowsOrganisations: !isAllowed },
      data: { allowsOrganisations: isAllowed },
    })
    if (count === 0) return
    await recordActivity(tx, actor, {
      type: 'settings.changed',
      payload: { settings: ['further organisations on this installation'] },
    })
  })
}

/**
 * Sets up another organisation, with the actor's account as its first administrator.
 * @returns its id
 * @throws Forbidden where the installation does not allow it, ProofNeeded
 */
export async function createFurtherOrganisation(
  actor: Actor,
  { organisationName, timeZone }: NewOrganisationInput,
): Promise<string> {
  ensureCan(actor, 'organisation:edit')
  const { may } = await getFurtherOrganisations(actor)
  if (!may.create) {
    throw new Forbidden(
      'Further organisations are not set up on this installation. Ask an administrator of its first organisation to allow it.',
    )
  }
  ensureRecentProof(actor, now())
  const { organisationId } = await transaction((tx) =>
    createOrganisation(tx, {
      name: organisationName,
      timeZone,
      administrator: { accountId: actor.accountId, name: actor.name, email: actor.email },
    }),
  )
  return organisationId
}
