import {
  decideFirstSignIn,
  type AddressedPerson,
  type FirstSignIn,
  type ProviderClaims,
} from '~/domain/access/single-sign-on'
import { Forbidden } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { ExternalIdentity, IdentityProvider } from '~/infra/database/generated/client'
import { newId, sha256 } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'

/**
 * Whose account a provider's subject opens. Known by its subject; at the first time found among the
 * people of the provider's organisation, or made.
 * @returns the account's id; the caller signs it in to the provider's organisation only
 * @throws Forbidden with the reason
 */
export function settleIdentity(providerId: string, claims: ProviderClaims): Promise<string> {
  return transaction(async (tx) => {
    const provider = await lockProvider(tx, providerId)
    const identity = await tx.externalIdentity.findUnique({
      where: { providerId_subject: { providerId, subject: claims.subject } },
    })
    if (identity && (await isHere(tx, provider, identity))) {
      await noteUse(tx, identity, claims)
      return identity.accountId
    }
    const person = await findAddressed(tx, provider, claims)
    const decision = decideFirstSignIn(provider, claims, person)
    return link(tx, provider, claims, decision)
  })
}

/** Locked, so that of two first sign-ins at the same moment one makes and the other finds. */
async function lockProvider(tx: Transaction, id: string): Promise<IdentityProvider> {
  await tx.$queryRaw`select id::text from identity_provider where id = ${id}::uuid for update`
  const provider = await tx.identityProvider.findUniqueOrThrow({ where: { id } })
  if (!provider.disabledAt) return provider
  throw new Forbidden(
    'This way to sign in was switched off. Go back to sign-in and choose another.',
  )
}

/** Whether the identity's account has a person here; where somebody was invited anew it has none. */
async function isHere(
  tx: Transaction,
  { organisationId }: IdentityProvider,
  { accountId }: ExternalIdentity,
): Promise<boolean> {
  const person = await tx.person.findFirst({ where: { organisationId, accountId } })
  if (person?.deactivatedAt) {
    throw new Forbidden(
      `${person.email} was deactivated here. Ask an administrator to invite it again.`,
    )
  }
  return person !== null
}

async function noteUse(tx: Transaction, { id }: ExternalIdentity, claims: ProviderClaims) {
  await tx.externalIdentity.update({
    where: { id },
    data: { lastUsedAt: now(), email: claims.email },
  })
}

async function findAddressed(
  tx: Transaction,
  { id: providerId, organisationId }: IdentityProvider,
  { email, subject }: ProviderClaims,
): Promise<AddressedPerson | null> {
  const person = await tx.person.findUnique({
    where: { organisationId_email: { organisationId, email } },
    include: { invitations: { orderBy: { createdAt: 'desc' }, take: 1 } },
  })
  if (!person) return null
  const { accountId } = person
  const others = accountId
    ? await tx.externalIdentity.count({
        where: { providerId, accountId, subject: { not: subject } },
      })
    : 0
  return {
    id: person.id,
    accountId,
    isDeactivated: person.deactivatedAt !== null,
    isContact: person.isContact,
    isWithdrawn: Boolean(person.invitations[0]?.revokedAt),
    isLinked: others > 0,
  }
}

async function link(
  tx: Transaction,
  provider: IdentityProvider,
  claims: ProviderClaims,
  decision: FirstSignIn,
): Promise<string> {
  const { organisationId, id: providerId } = provider
  const accountId =
    decision.kind === 'link' ? decision.accountId : await makeAccount(tx, provider, claims)
  const personId =
    decision.kind === 'create'
      ? await makePerson(tx, provider, claims, accountId)
      : decision.personId
  if (decision.kind === 'join') await join(tx, organisationId, personId, accountId)
  const { subject, email } = claims
  const seen = { accountId, email, lastUsedAt: now() }
  await tx.externalIdentity.upsert({
    where: { providerId_subject: { providerId, subject } },
    create: { id: newId(), providerId, subject, createdAt: now(), ...seen },
    update: seen,
  })
  const author = { organisationId, personId }
  if (decision.kind !== 'link') {
    await recordActivity(tx, author, { type: 'person.joined', payload: { personId } })
  }
  await recordActivity(tx, author, {
    type: 'identity-provider.person-linked',
    payload: { providerId, name: provider.name, personId, email },
  })
  return accountId
}

/**
 * An account that only this provider opens. It carries a name of its own instead of the address, so
 * that no password can be set for it by mail, and that an account which has the address already, or
 * gets it one day, is another one: a provider that says somebody's address never touches it.
 */
async function makeAccount(
  tx: Transaction,
  { id: providerId }: IdentityProvider,
  { subject, name, email }: ProviderClaims,
): Promise<string> {
  const ownName = `single-sign-on:${providerId}:${sha256(subject)}`
  const account = await tx.account.upsert({
    where: { email: ownName },
    create: { id: newId(), email: ownName, name: name ?? nameFrom(email), createdAt: now() },
    update: {},
  })
  return account.id
}

async function makePerson(
  tx: Transaction,
  { organisationId, newPersonRole }: IdentityProvider,
  { email, name }: ProviderClaims,
  accountId: string,
): Promise<string> {
  const id = newId()
  const at = now()
  await tx.person.create({
    data: {
      ...{ id, organisationId, accountId, email, name: name ?? nameFrom(email) },
      permissionRole: newPersonRole === 'administrator' ? 'member' : newPersonRole,
      joinedAt: at,
      createdAt: at,
    },
  })
  return id
}

/** The links that were mailed end here: whoever opened one later would join a second time. */
async function join(
  tx: Transaction,
  organisationId: string,
  personId: string,
  accountId: string,
): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { accountId, joinedAt: now(), isContact: false, version: { increment: 1 } },
  })
  await tx.contactLink.updateMany({
    where: { organisationId, personId, revokedAt: null },
    data: { revokedAt: now() },
  })
  await tx.invitation.updateMany({
    where: { organisationId, personId, usedAt: null, revokedAt: null },
    data: { revokedAt: now() },
  })
}

/** `nora.nurse@clinic.example` is Nora Nurse until the person says otherwise. */
const nameFrom = (email: string) =>
  email
    .slice(0, email.lastIndexOf('@'))
    .split(/[._-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
    .slice(0, 100) || email
