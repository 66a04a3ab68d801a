/** The occasions on which the product writes to somebody; stored with every message. */
export const emailKinds = [
  'task-digest',
  'invitation',
  'contact-welcome',
  'password-reset',
  'password-changed',
  'factor-changed',
  'role-changed',
  'test-message',
] as const
export type EmailKind = (typeof emailKinds)[number]
