import type { Actor } from '~/domain/access/actor'
import { ensureCan, grantableRoles } from '~/domain/access/can'
import {
  checkInvitationList,
  readInvitationList,
  writeInvitationList,
  type CheckedList,
  type InvitationContext,
} from '~/domain/access/invitation-list'
import { personState } from '~/domain/access/people-views'
import { decodeText, normalisePastedText } from '~/domain/guides/readers/decode-text'
import { db, type Transaction } from '~/infra/database/database.server'

/** A list as a form brings it. */
export type OfferedList = { bytes: Uint8Array } | { text: string }

/** What of a list can be invited, what is wrong with the rest, and the rest as a text to be mended. */
export interface InvitationListView extends CheckedList {
  /** All of it, for the step that invites. */
  text: string
  /** The bad lines alone. */
  rest: string
}

/**
 * Says line by line who of a list can be invited. Nothing is written.
 * @throws Invalid for a list of nobody, of more than 500, or that is no text
 */
export async function checkList(actor: Actor, offered: OfferedList): Promise<InvitationListView> {
  ensureCan(actor, 'person:invite')
  const text = textOf(offered)
  const checked = await checkText(db(), actor, text)
  return { ...checked, text, rest: restOf(checked) }
}

export const restOf = ({ bad }: CheckedList) =>
  writeInvitationList(bad.map(({ written }) => written))

export const textOf = (offered: OfferedList) =>
  'bytes' in offered ? decodeText(offered.bytes) : normalisePastedText(offered.text)

/** The lines of a text by what the organisation knows now. */
export async function checkText(tx: Transaction, actor: Actor, text: string): Promise<CheckedList> {
  return checkInvitationList(readInvitationList(text), await contextOf(tx, actor))
}

async function contextOf(tx: Transaction, actor: Actor): Promise<InvitationContext> {
  const { organisationId } = actor
  const people = await tx.person.findMany({
    where: { organisationId },
    select: {
      ...{ id: true, name: true, email: true },
      ...{ joinedAt: true, deactivatedAt: true, isContact: true },
    },
  })
  const roles = await tx.ownerRole.findMany({
    where: { organisationId },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    people: new Map(
      people.map((person) => [
        person.email.toLowerCase(),
        { name: person.name, state: personState(person) },
      ]),
    ),
    ownerRoles: roles.map(({ id, name, aliases, holderId }) => ({
      ...{ id, name, aliases },
      holderName: (holderId && names.get(holderId)) ?? null,
    })),
    grantable: grantableRoles(actor),
  }
}
