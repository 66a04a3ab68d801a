import type { ReactElement } from 'react'
import type { z } from 'zod'

/**
 * One kind of message. Payloads carry values that are ready to be read (dates in words, absolute
 * URLs), so that a template decides only how they are said.
 */
export interface EmailTemplate<Payload> {
  payload: z.ZodType<Payload>
  /** One line, specific and short; pass it through `subjectLine`. */
  subject: (payload: Payload) => string
  /** The HTML part. */
  component: (payload: Payload) => ReactElement
  /** The plain text part, saying everything the HTML part says. */
  text: (payload: Payload) => string
}

/** Ties the three renderings of a message to the type of its payload. */
export function defineEmail<Payload>(template: EmailTemplate<Payload>): EmailTemplate<Payload> {
  return template
}
