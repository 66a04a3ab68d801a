import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { EmailState, EmailView, MailPage } from '~/domain/reminders/ledger-page'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { pagingOf, rowsPerPage } from '~/domain/tasks/task-page'
import { db } from '~/infra/database/database.server'

const rowColumns = {
  id: true,
  kind: true,
  subject: true,
  toName: true,
  toAddress: true,
  state: true,
  reason: true,
  attempts: true,
  createdAt: true,
  sentAt: true,
} as const

/** The organisation's messages, newest first, thirty to a page. */
export async function listMail(
  actor: Actor,
  { state = null, page = 1 }: { state?: EmailState | null; page?: number } = {},
): Promise<MailPage> {
  ensureCan(actor, 'mail:read')
  const where = { organisationId: actor.organisationId, ...(state && { state }) }
  const paging = pagingOf(page, await db().email.count({ where }))
  const rows = await db().email.findMany({
    where,
    select: rowColumns,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: rowsPerPage,
    skip: (paging.page - 1) * rowsPerPage,
  })
  return { rows, paging }
}

/** One message with its parts. @throws NotFound */
export async function getMail(actor: Actor, emailId: string): Promise<EmailView> {
  ensureCan(actor, 'mail:read')
  const email = isId(emailId)
    ? await db().email.findFirst({
        where: { id: emailId, organisationId: actor.organisationId },
        select: { ...rowColumns, html: true, text: true },
      })
    : null
  if (!email) throw new NotFound('message')
  const isWithheld =
    email.kind === 'password-reset' && (await opensMoreThan(actor, email.toAddress))
  return { ...email, isWithheld, ...(isWithheld && { html: null, text: null }) }
}

/**
 * Whether the account of an address belongs to other organisations as well. Who reads its reset link
 * could go in there as somebody else, and an administrator's power ends with their own organisation.
 */
const opensMoreThan = async ({ organisationId }: Actor, address: string): Promise<boolean> =>
  (await db().person.count({
    where: {
      account: { email: address },
      organisationId: { not: organisationId },
      deactivatedAt: null,
    },
  })) > 0
