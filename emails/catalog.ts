import type { z } from 'zod'
import { contactWelcomeEmail } from './contact-welcome'
import type { EmailTemplate } from './email-template'
import { factorChangedEmail } from './factor-changed'
import { invitationEmail } from './invitation'
import type { EmailKind } from './kinds'
import { passwordChangedEmail } from './password-changed'
import { passwordResetEmail } from './password-reset'
import { roleChangedEmail } from './role-changed'
import { taskDigestEmail } from './task-digest'
import { testMessageEmail } from './test-message'

/**
 * Every message of the product. A new one is a template beside this file, its kind in `kinds.ts`
 * and a line here; a test renders every entry.
 */
export const emailCatalog = {
  'task-digest': taskDigestEmail,
  invitation: invitationEmail,
  'contact-welcome': contactWelcomeEmail,
  'password-reset': passwordResetEmail,
  'password-changed': passwordChangedEmail,
  'factor-changed': factorChangedEmail,
  'role-changed': roleChangedEmail,
  'test-message': testMessageEmail,
} satisfies Record<EmailKind, Pick<EmailTemplate<never>, 'subject' | 'component' | 'text'>>

/** What a message of this kind is made from. */
export type EmailPayload<Kind extends EmailKind> = z.output<(typeof emailCatalog)[Kind]['payload']>
