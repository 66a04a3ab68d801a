import { z } from 'zod'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** An account's password was changed, by whomever. */
export const PasswordChangedPayload = z.object({
  recipientName: z.string().nullable(),
  /** When, in words and in the person's zone: "Fri 18 Dec 2026, 08:00". */
  changedAtWords: z.string(),
  /** The page on which a new password is asked for. */
  resetUrl: AbsoluteUrl,
  instanceUrl: AbsoluteUrl,
})
export type PasswordChangedPayload = z.output<typeof PasswordChangedPayload>

function noticeOf(payload: PasswordChangedPayload): Notice {
  return {
    title: 'Your password was changed',
    preheader: `Changed on ${payload.changedAtWords}. Was it you?`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      `The password of your Wardround account was changed on ${payload.changedAtWords}.`,
      'If it was you, there is nothing to do.',
      'If it was not, ask for a new password now, and tell your administrator.',
    ],
    button: { label: 'It was not me', url: payload.resetUrl },
    closing: [],
    footer: {
      reason:
        'You get this because the account is yours: each change of its password is announced by mail.',
      organisationName: null,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const passwordChangedEmail = defineEmail<PasswordChangedPayload>({
  payload: PasswordChangedPayload,
  subject: () => 'Your Wardround password was changed',
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
