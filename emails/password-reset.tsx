import { z } from 'zod'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** Somebody asked for a new password for this address. */
export const PasswordResetPayload = z.object({
  recipientName: z.string().nullable(),
  /** Where the new password is chosen; works once. */
  url: AbsoluteUrl,
  /** How long the link works, in words: "1 hour". */
  validForWords: z.string(),
  instanceUrl: AbsoluteUrl,
})
export type PasswordResetPayload = z.output<typeof PasswordResetPayload>

function noticeOf(payload: PasswordResetPayload): Notice {
  return {
    title: 'Choose a new password',
    preheader: `The link works once, for ${payload.validForWords}.`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      'Somebody, probably you, asked for a new password for your Wardround account.',
      `The link below works once and expires ${payload.validForWords} after it was asked for.`,
    ],
    button: { label: 'Choose a new password', url: payload.url },
    closing: [
      'If it was not you, ignore this message. Your password stays as it is, and nobody has seen it.',
    ],
    footer: {
      reason: 'You get this because your address was entered under “Forgotten password”.',
      organisationName: null,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const passwordResetEmail = defineEmail<PasswordResetPayload>({
  payload: PasswordResetPayload,
  subject: () => 'Choose a new password for Wardround',
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
