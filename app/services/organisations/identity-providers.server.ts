import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type {
  IdentityProviderInput,
  IdentityProviderItem,
  IdentityProviderView,
  NewIdentityProviderInput,
} from '~/domain/access/identity-provider'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { ensureFresh } from '~/domain/tasks/stale'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import type { IdentityProvider } from '~/infra/database/generated/client'
import { newId } from '~/infra/ids.server'
import { checkProvider } from '~/infra/openid.server'
import { encryptSecret } from '~/infra/secrets.server'
import { clientOf, redirectUri, secretContext } from '../accounts/single-sign-on.server'
import { isSingleSignOnAsked } from '../accounts/single-sign-on-requirement.server'
import { recordActivity } from '../activity/record-activity.server'

/** The organisation's providers, and the address they send people back to. */
export async function listIdentityProviders(
  actor: Actor,
): Promise<{ providers: IdentityProviderItem[]; redirectUri: string }> {
  ensureCan(actor, 'organisation:edit')
  const { organisationId } = actor
  const rows = await db().identityProvider.findMany({
    where: { organisationId },
    include: { _count: { select: { identities: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const providers = rows.map(({ _count, ...row }) => toItem(row, _count.identities))
  return { providers, redirectUri: redirectUri(organisationId) }
}

const toItem = (row: IdentityProvider, linkedCount: number): IdentityProviderItem => ({
  id: row.id,
  name: row.name,
  issuer: row.issuer,
  domains: row.domains,
  isDisabled: row.disabledAt !== null,
  linkedCount,
})

/** One provider with whom it knows; its secret stays where it is. @throws NotFound */
export async function getIdentityProvider(
  actor: Actor,
  providerId: string,
): Promise<IdentityProviderView & { redirectUri: string }> {
  ensureCan(actor, 'organisation:edit')
  const row = await findRow(db(), actor, providerId)
  const { organisationId } = actor
  const identities = await db().externalIdentity.findMany({
    where: { providerId: row.id },
    include: { account: { include: { people: { where: { organisationId } } } } },
    orderBy: { email: 'asc' },
  })
  return {
    ...toItem(row, identities.length),
    clientId: row.clientId,
    hasSecret: row.clientSecret !== null,
    createsPeople: row.createsPeople,
    newPersonRole: row.newPersonRole,
    version: row.version,
    redirectUri: redirectUri(organisationId),
    linked: identities.map(({ id, email, lastUsedAt, account }) => ({
      identityId: id,
      name: account.people[0]?.name ?? account.name,
      email,
      lastUsedAt,
    })),
  }
}

async function findRow(tx: Transaction, actor: Actor, id: string): Promise<IdentityProvider> {
  const { organisationId } = actor
  const row = isId(id)
    ? await tx.identityProvider.findFirst({ where: { id, organisationId } })
    : null
  if (!row) throw new NotFound('provider')
  return row
}

async function lockRow(tx: Transaction, actor: Actor, id: string): Promise<IdentityProvider> {
  const row = await findRow(tx, actor, id)
  await tx.$queryRaw`select id::text from identity_provider where id = ${row.id}::uuid for update`
  return findRow(tx, actor, id)
}

/** Who may sign in, and as whom, is decided here: by administrators who just proved that it is them. */
function ensureMayChange(actor: Actor): void {
  ensureCan(actor, 'organisation:edit')
  ensureRecentProof(actor, now())
}

/**
 * Adds a provider.
 * @returns its id
 * @throws Invalid for a name that is taken, ProofNeeded
 */
export async function addIdentityProvider(
  actor: Actor,
  input: NewIdentityProviderInput,
): Promise<string> {
  ensureMayChange(actor)
  const { organisationId } = actor
  const id = newId()
  return transaction(async (tx) => {
    await ensureNameIsFree(tx, actor, input.name, null)
    const { clientSecret, issuer } = input
    await tx.identityProvider.create({
      data: {
        ...{ ...termsOf(input), id, organisationId, issuer },
        clientSecret: clientSecret && encryptSecret(clientSecret, secretContext(id)),
        createdById: actor.personId,
        createdAt: now(),
      },
    })
    await recordActivity(tx, actor, {
      type: 'identity-provider.added',
      payload: { providerId: id, name: input.name, issuer: input.issuer },
    })
    return id
  })
}

/** By name, so that nothing else an input may carry is written. */
const termsOf = (input: Omit<IdentityProviderInput, 'version' | 'removesSecret'>) => ({
  name: input.name,
  clientId: input.clientId,
  domains: input.domains,
  createsPeople: input.createsPeople,
  newPersonRole: input.newPersonRole,
})

async function ensureNameIsFree(
  tx: Transaction,
  { organisationId }: Actor,
  name: string,
  exceptId: string | null,
): Promise<void> {
  const taken = await tx.identityProvider.count({
    where: {
      ...{ organisationId, name: { equals: name, mode: 'insensitive' } },
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  })
  if (taken > 0) {
    throw new Invalid(
      'name-taken',
      'Another provider here has this name; people choose by it.',
      'name',
    )
  }
}

/**
 * Changes a provider; the issuer stays. With another client ID the provider may call people by other
 * subjects, so whom it knew is found by their address again.
 * @returns whether anything changed
 * @throws Conflict when somebody changed it since the form was opened, Invalid, ProofNeeded
 */
export async function editIdentityProvider(
  actor: Actor,
  { providerId, version, ...input }: IdentityProviderInput & { providerId: string },
): Promise<boolean> {
  ensureMayChange(actor)
  return transaction(async (tx) => {
    const row = await lockRow(tx, actor, providerId)
    const { data, fields } = changesOf(row, input)
    if (fields.length === 0) return false
    ensureFresh(version, row, describe)
    await ensureNameIsFree(tx, actor, input.name, row.id)
    await tx.identityProvider.update({
      where: { id: row.id },
      data: { ...data, version: { increment: 1 } },
    })
    if (data.clientId !== row.clientId) {
      await tx.externalIdentity.deleteMany({ where: { providerId: row.id } })
    }
    await recordActivity(tx, actor, {
      type: 'identity-provider.edited',
      payload: { providerId: row.id, name: input.name, fields },
    })
    return true
  })
}

function changesOf(row: IdentityProvider, input: Omit<IdentityProviderInput, 'version'>) {
  const { clientSecret, removesSecret } = input
  const rest = termsOf(input)
  const isSecretNew = clientSecret !== null || (removesSecret && row.clientSecret !== null)
  const fields = [
    ...(rest.name === row.name ? [] : ['Name']),
    ...(rest.clientId === row.clientId ? [] : ['Client ID']),
    ...(isSecretNew ? ['Client secret'] : []),
    ...(rest.domains.join() === row.domains.join() ? [] : ['Email domains']),
    ...(rest.createsPeople === row.createsPeople ? [] : ['Accounts at first sign-in']),
    ...(rest.newPersonRole === row.newPersonRole ? [] : ['Role of new people']),
  ]
  const secret = clientSecret && encryptSecret(clientSecret, secretContext(row.id))
  return { fields, data: { ...rest, ...(isSecretNew ? { clientSecret: secret } : {}) } }
}

const describe = (row: IdentityProvider) => ({
  Name: row.name,
  'Client ID': row.clientId,
  'Email domains': row.domains.join(', '),
  'Accounts at first sign-in': row.createsPeople ? 'made' : 'not made',
  'Role of new people': permissionRoleLabel[row.newPersonRole],
})

/**
 * Switches a provider off: its sessions end at once and nobody comes in through it.
 * @throws Invalid for the last one while the organisation asks for single sign-on
 */
export async function disableIdentityProvider(actor: Actor, providerId: string): Promise<boolean> {
  ensureMayChange(actor)
  return transaction(async (tx) => {
    // All of them, in one order: of two that are switched off at the same moment the last one stays.
    await tx.$queryRaw`
      select id::text from identity_provider
       where organisation_id = ${actor.organisationId}::uuid order by id for update`
    const row = await findRow(tx, actor, providerId)
    if (row.disabledAt) return false
    await ensureNotLastNeeded(tx, actor, row)
    await tx.identityProvider.update({
      where: { id: row.id },
      data: { disabledAt: now(), version: { increment: 1 } },
    })
    await tx.session.deleteMany({ where: { providerId: row.id } })
    await recordActivity(tx, actor, {
      type: 'identity-provider.disabled',
      payload: { providerId: row.id, name: row.name },
    })
    return true
  })
}

async function ensureNotLastNeeded(tx: Transaction, actor: Actor, { id }: IdentityProvider) {
  const { organisationId } = actor
  if (!(await isSingleSignOnAsked(tx, organisationId))) return
  const others = await tx.identityProvider.count({
    where: { organisationId, disabledAt: null, id: { not: id } },
  })
  if (others > 0) return
  throw new Invalid(
    'last-provider',
    'Your organisation asks for single sign-on, and this is the only way to it. Stop asking for it under Sign-in first.',
  )
}

/** Switches a provider on again. */
export async function enableIdentityProvider(actor: Actor, providerId: string): Promise<boolean> {
  ensureMayChange(actor)
  return transaction(async (tx) => {
    const row = await lockRow(tx, actor, providerId)
    if (!row.disabledAt) return false
    await tx.identityProvider.update({
      where: { id: row.id },
      data: { disabledAt: null, version: { increment: 1 } },
    })
    await recordActivity(tx, actor, {
      type: 'identity-provider.enabled',
      payload: { providerId: row.id, name: row.name },
    })
    return true
  })
}

/**
 * Forgets whom a provider means by one of its subjects, and ends that account's sessions through it.
 * Their next sign-in finds them by their address again.
 */
export async function unlinkIdentity(
  actor: Actor,
  input: { providerId: string; identityId: string },
): Promise<void> {
  ensureMayChange(actor)
  await transaction(async (tx) => {
    const row = await lockRow(tx, actor, input.providerId)
    const identity = isId(input.identityId)
      ? await tx.externalIdentity.findFirst({
          where: { id: input.identityId, providerId: row.id },
          include: {
            account: { include: { people: { where: { organisationId: actor.organisationId } } } },
          },
        })
      : null
    if (!identity) throw new NotFound('link')
    await tx.externalIdentity.delete({ where: { id: identity.id } })
    await tx.session.deleteMany({
      where: { providerId: row.id, accountId: identity.accountId },
    })
    const person = identity.account.people[0]
    if (!person) return
    await recordActivity(tx, actor, {
      type: 'identity-provider.person-unlinked',
      payload: {
        ...{ providerId: row.id, name: row.name },
        ...{ personId: person.id, email: identity.email },
      },
    })
  })
}

/** Asks the provider for its configuration, as signing in would. @throws ProviderFailure with the reason */
export async function testIdentityProvider(
  actor: Actor,
  providerId: string,
): Promise<{ signInHost: string }> {
  ensureCan(actor, 'organisation:edit')
  return checkProvider(clientOf(await findRow(db(), actor, providerId)))
}
