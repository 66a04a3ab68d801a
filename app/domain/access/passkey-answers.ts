/**
 * What a browser sends back from a device, as far as the library that verifies it reads it. Lengths
 * are bounded, and what nobody reads is dropped.
 *
 *     AssertionAnswer.parse(await startAuthentication({ optionsJSON }))
 */
import { z } from 'zod'

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/)

/** A credential's id has at most 1023 bytes (WebAuthn Level 3, section 4). */
const credentialId = base64url(1400)

const common = { id: credentialId, rawId: credentialId, type: z.literal('public-key') }

/** A new passkey. */
export const AttestationAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
export type AttestationAnswer = z.infer<typeof AttestationAnswer>

/** A passkey that was used. */
export const AssertionAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(100).optional(),
  }),
})
export type AssertionAnswer = z.infer<typeof AssertionAnswer>
