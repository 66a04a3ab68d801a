import type { Actor, Origin } from '~/domain/access/actor'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { createOrganisation as create } from '~/services/organisations/create-organisation.server'
import { seesAllPlans } from '~/domain/access/plan-visibility'

let serial = 0

/** Where the tests' people act from. */
const origin: Origin = { way: 'browser', address: '127.0.0.1', sessionId: null }

/**
 * An organisation with its standard owner roles and one administrator, who is returned as the actor.
 * Its plans are open to all members, other than the product's default, so that a test of a permission
 * meets that permission and not a plan its people do not see.
 */
export async function createOrganisation(
  input: { name?: string; timeZone?: string; isPlansOpen?: boolean } = {},
): Promise<{ organisationId: string; administrator: Actor }> {
  serial += 1
  const timeZone = input.timeZone ?? 'Europe/Berlin'
  const email = `admin${serial}-${newId().slice(-6)}@clinic.example`
  const account = { id: newId(), email, name: `Ada Admin ${serial}` }
  return transaction(async (tx) => {
    await tx.account.create({ data: account })
    const { organisationId, personId } = await create(tx, {
      name: input.name ?? `Clinic ${serial}`,
      timeZone,
      administrator: { accountId: account.id, name: account.name, email },
    })
    const { isPlansOpen = true } = input
    await tx.organisation.update({ where: { id: organisationId }, data: { isPlansOpen } })
    return {
      organisationId,
      administrator: {
        accountId: account.id,
        personId,
        organisationId,
        name: account.name,
        email,
        permissionRole: 'administrator',
        timeZone,
        seesAllPlans: true,
        isDemo: false,
        isAccountWide: true,
        provedAt: now(),
        origin,
      },
    }
  })
}

/** A person who has joined, as an actor. */
export async function createPerson(input: {
  organisationId: string
  permissionRole?: PermissionRole
  name?: string
  email?: string
  timeZone?: string
}): Promise<Actor> {
  serial += 1
  const organisation = await db().organisation.findUniqueOrThrow({
    where: { id: input.organisationId },
  })
  const name = input.name ?? `Person ${serial}`
  const email = input.email ?? `person${serial}-${newId().slice(-6)}@clinic.example`
  const accountId = newId()
  const personId = newId()
  const permissionRole = input.permissionRole ?? 'member'
  await transaction(async (tx) => {
    await tx.account.create({ data: { id: accountId, email, name } })
    await tx.person.create({
      data: {
        id: personId,
        organisationId: input.organisationId,
        accountId,
        name,
        email,
        permissionRole,
        timeZone: input.timeZone ?? null,
        joinedAt: now(),
      },
    })
  })
  return {
    accountId,
    personId,
    organisationId: input.organisationId,
    name,
    email,
    permissionRole,
    timeZone: input.timeZone ?? organisation.timeZone,
    seesAllPlans: seesAllPlans(permissionRole, organisation),
    isDemo: false,
    isAccountWide: true,
    provedAt: now(),
    origin,
  }
}

/** Makes somebody holder (and another backup) of a standard owner role; returns the role's id. */
export async function giveOwnerRole(
  organisationId: string,
  key: string,
  holder: Actor | null,
  backup: Actor | null = null,
): Promise<string> {
  const role = await db().ownerRole.findFirstOrThrow({ where: { organisationId, key } })
  await db().ownerRole.update({
    where: { id: role.id },
    data: { holderId: holder?.personId ?? null, backupId: backup?.personId ?? null },
  })
  return role.id
}
