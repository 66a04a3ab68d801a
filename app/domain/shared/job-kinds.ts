/**
 * Every kind of background job with the payload it carries. Handlers, the queue and `send` are typed
 * by this list, so a job nobody handles, or a payload nobody expects, does not compile.
 *
 *     jobPayloads['send-email'].parse({ emailId: '0191…' })
 */
import { z } from 'zod'

export const jobPayloads = {
  /** Looks at every organisation and makes the digests whose slot is open. */
  'sweep-reminders': z.object({}),
  /** Delivers one kept email; retried by the queue. */
  'send-email': z.object({ emailId: z.string().min(1) }),
  /** Mails a reset link, where the address has an account; queued for unknown addresses as well. */
  'start-password-reset': z.object({ email: z.string().min(3) }),
  /** Tells the audit log of a refused password, where the address has an account; queued for unknown ones as well. */
  'note-refused-sign-in': z.object({ email: z.string(), address: z.string() }),
  /** Removes sessions, invitations and reset links past their day. */
  'purge-expired': z.object({}),
  /** Removes from the audit log what is past its time, but for what is held. */
  'purge-audit': z.object({}),
} as const satisfies Record<string, z.ZodType>

export type JobKind = keyof typeof jobPayloads
export type JobPayload<K extends JobKind> = z.infer<(typeof jobPayloads)[K]>

export const jobKinds = Object.keys(jobPayloads) as JobKind[]
