import { addMilliseconds } from 'date-fns'
import type { Actor } from '~/domain/access/actor'
import { invitationDays } from '~/domain/access/person-inputs'
import { formatInstant } from '~/domain/calendar/format-date'
import { invitationPath } from '~/domain/shared/paths'
import { permissionRoleLabel, type PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { renderEmail, type RenderedEmail } from '~/infra/email-rendering.server'
import { appUrl } from '~/infra/env.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import { enqueueRendered } from '../mail/enqueue-email.server'

/** Whom an invitation is for. */
export interface Invitee {
  name: string
  email: string
  permissionRole: PermissionRole
  /** The owner roles waiting for this person. */
  ownerRoleNames: string[]
  /** Acts from mail only. */
  isContact?: boolean
}

/** A link and the message that carries it, made before the transaction that stores both. */
export interface PreparedInvitation {
  /** Null for somebody who acts from mail only: there is nothing to follow. */
  link: { token: string; expiresAt: Date } | null
  kind: 'invitation' | 'contact-welcome'
  parts: RenderedEmail
}

const validMilliseconds = invitationDays * 24 * 60 * 60 * 1000

/** Makes the message, with a link for whoever is to sign in; nothing is stored yet. */
export function prepareWelcome(
  actor: Actor,
  organisation: { name: string; timeZone: string },
  invitee: Invitee,
): Promise<PreparedInvitation> {
  return invitee.isContact
    ? prepareContactWelcome(actor, organisation, invitee)
    : prepareInvitation(actor, organisation, invitee)
}

async function prepareContactWelcome(
  actor: Actor,
  organisation: { name: string },
  { name: recipientName, ownerRoleNames }: Invitee,
): Promise<PreparedInvitation> {
  const parts = await renderEmail('contact-welcome', {
    ...{ recipientName, ownerRoleNames },
    organisationName: organisation.name,
    inviterName: actor.name,
    instanceUrl: appUrl(),
  })
  return { link: null, kind: 'contact-welcome', parts }
}

/** Makes the link and renders its message; nothing is stored yet. */
export async function prepareInvitation(
  actor: Actor,
  organisation: { name: string; timeZone: string },
  invitee: Invitee,
): Promise<PreparedInvitation> {
  const token = newToken()
  const expiresAt = addMilliseconds(now(), validMilliseconds)
  const parts = await renderEmail('invitation', {
    recipientName: invitee.name,
    organisationName: organisation.name,
    inviterName: actor.name,
    roleLabel: permissionRoleLabel[invitee.permissionRole],
    ownerRoleNames: invitee.ownerRoleNames,
    url: appUrl() + invitationPath(token),
    expiresWords: formatInstant(expiresAt, organisation.timeZone),
    instanceUrl: appUrl(),
  })
  return { link: { token, expiresAt }, kind: 'invitation', parts }
}

/** Makes every open invitation of a person void. Returns how many there were. */
export async function voidInvitations(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId'>,
  personId: string,
): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { organisationId: actor.organisationId, personId, usedAt: null, revokedAt: null },
    data: { revokedAt: now() },
  })
  return count
}

/** Stores the link (only its hash), where there is one, in place of any older, and queues the message. */
export async function storeInvitation(
  tx: Transaction,
  actor: Actor,
  person: { id: string; name: string; email: string },
  { link, kind, parts }: PreparedInvitation,
): Promise<void> {
  const { organisationId } = actor
  await voidInvitations(tx, actor, person.id)
  if (link) {
    await tx.invitation.create({
      data: {
        id: newId(),
        organisationId,
        personId: person.id,
        tokenHash: sha256(link.token),
        toAddress: person.email,
        expiresAt: link.expiresAt,
        createdById: actor.personId,
        createdAt: now(),
      },
    })
  }
  await enqueueRendered(tx, {
    organisationId,
    personId: person.id,
    toName: person.name,
    toAddress: person.email,
    kind,
    parts,
  })
}
