import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { renderEmail, type RenderedEmail } from '~/infra/email-rendering.server'
import { newId } from '~/infra/ids.server'
import { enqueue } from '~/infra/queue.server'
import type { EmailPayload } from '~emails/catalog'
import type { EmailKind } from '~emails/kinds'

/** One message to one person, told apart by the kind its payload belongs to. */
export interface EmailRequest<Kind extends EmailKind> {
  organisationId: string | null
  personId: string | null
  toName: string
  toAddress: string
  kind: Kind
  payload: EmailPayload<Kind>
  /** What makes this message one of a kind: a second one with the same key is never made. */
  dedupeKey?: string
}

/** A message whose parts are rendered already, by somebody who did that before the transaction. */
export type RenderedRequest = Omit<EmailRequest<EmailKind>, 'payload'> & { parts: RenderedEmail }

/**
 * Makes a message and queues its delivery in the transaction of its cause: a rollback leaves neither.
 *
 * @returns the email's id, or null when one with the same `dedupeKey` was made before
 * @throws ZodError when the payload does not fit the kind
 */
export async function enqueueEmail<Kind extends EmailKind>(
  tx: Transaction,
  { payload, ...email }: EmailRequest<Kind>,
): Promise<string | null> {
  return enqueueRendered(tx, { ...email, parts: await renderEmail(email.kind, payload) })
}

/** The same for a message that is rendered already; rendering takes longer than a transaction should. */
export async function enqueueRendered(
  tx: Transaction,
  { parts, dedupeKey, ...email }: RenderedRequest,
): Promise<string | null> {
  const id = newId()
  const { count } = await tx.email.createMany({
    data: [{ id, ...email, ...parts, dedupeKey: dedupeKey ?? null, createdAt: now() }],
    skipDuplicates: true,
  })
  if (count === 0) return null
  await enqueue(tx, 'send-email', { emailId: id })
  return id
}
