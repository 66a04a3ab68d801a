import { addDays } from 'date-fns'
import { noAccountId, type Actor } from '~/domain/access/actor'
import { contactLinkDays } from '~/domain/access/person-inputs'
import { LinkVoid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, type Transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { newId, sha256 } from '~/infra/ids.server'
import { countTry } from '../accounts/rate-limits.server'

/** Stores the link that a contact's digest carries; only its hash. */
export async function storeContactLink(
  tx: Transaction,
  link: { organisationId: string; personId: string; emailId: string; token: string },
): Promise<void> {
  const { organisationId, personId, emailId, token } = link
  await tx.contactLink.create({
    data: {
      ...{ id: newId(), organisationId, personId, emailId, tokenHash: sha256(token) },
      ...{ createdAt: now(), expiresAt: addDays(now(), contactLinkDays) },
    },
  })
}

/** Gives the link of a message that is told anew before it goes out another token; the first opens nothing. */
export async function replaceContactLink(
  tx: Transaction,
  link: { organisationId: string; personId: string; emailId: string; token: string },
): Promise<void> {
  await tx.contactLink.deleteMany({
    where: { emailId: link.emailId, organisationId: link.organisationId },
  })
  await storeContactLink(tx, link)
}

/** Whether a message carries a link that lets somebody act. */
export const carriesContactLink = async (tx: Transaction, emailId: string): Promise<boolean> =>
  (await tx.contactLink.count({ where: { emailId } })) > 0

interface LinkRow {
  personId: string
  organisationId: string
  name: string
  email: string
  timeZone: string
  dateLanguage: string | null
  isDemo: boolean | null
  organisationName: string
  expiresAt: Date
}

/** Who a link stands for. */
export interface OpenedLink {
  actor: Actor
  organisationName: string
  expiresAt: Date
}

/**
 * Whom a link of a contact's mail stands for: a member with no account, who never proved who they
 * are, so that nothing sensitive is open to them. Reading changes nothing. An unknown link, an expired
 * and a void one, and one of somebody who left or signs in by now, are answered the same.
 *
 * @throws LinkVoid, TooManyTries
 */
export async function openContactLink(token: string, address: string): Promise<OpenedLink> {
  await countTry('mail-link-address', address)
  const hash = sha256(token)
  const [row] = await read<LinkRow[]>`
    select p.id::text as "personId", p.organisation_id::text as "organisationId", p.name, p.email,
           coalesce(p.time_zone, o.time_zone) as "timeZone",
           p.date_language as "dateLanguage", i.is_demo as "isDemo",
           o.name as "organisationName", l.expires_at as "expiresAt"
      from contact_link l
      join person p on p.id = l.person_id and p.organisation_id = l.organisation_id
      join organisation o on o.id = p.organisation_id
      left join installation i on i.id = 1
     where l.token_hash = ${hash} and l.revoked_at is null and l.expires_at > ${now()}
       and p.is_contact and p.deactivated_at is null`
  if (!row) throw new LinkVoid()
  await countTry('mail-link', hash)
  const { personId, organisationId, name, email, timeZone, dateLanguage } = row
  return {
    actor: {
      ...{ accountId: noAccountId, personId, organisationId, name, email, timeZone, dateLanguage },
      permissionRole: 'member',
      seesAllPlans: false,
      isDemo: row.isDemo ?? false,
      isAccountWide: false,
      provedAt: new Date(0),
      origin: { way: 'mail-link', address, sessionId: null },
    },
    organisationName: row.organisationName,
    expiresAt: new Date(row.expiresAt),
  }
}

/** Notes that a link was acted through. */
export async function noteContactLinkUse(token: string): Promise<void> {
  await db().contactLink.updateMany({
    where: { tokenHash: sha256(token) },
    data: { lastUsedAt: now() },
  })
}
