import { z } from 'zod'
import { subjectLine } from '~/domain/shared/subject-line'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** An account's second factor or recovery codes changed, by whomever. */
export const FactorChangedPayload = z.object({
  recipientName: z.string().nullable(),
  /** When, in words and in the person's zone: "Fri 18 Dec 2026, 08:00". */
  changedAtWords: z.string(),
  /** "An authenticator app was added to your account", without a full stop. */
  whatWords: z.string(),
  /** What follows from it, as whole sentences. */
  remark: z.string().nullable(),
  /** The page on which factors and sessions are listed. */
  accountUrl: AbsoluteUrl,
  instanceUrl: AbsoluteUrl,
})
export type FactorChangedPayload = z.output<typeof FactorChangedPayload>

function noticeOf(payload: FactorChangedPayload): Notice {
  const { whatWords, remark, changedAtWords } = payload
  return {
    title: whatWords,
    preheader: `On ${changedAtWords}. Was it you?`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      `${whatWords} on ${changedAtWords}.`,
      ...(remark ? [remark] : []),
      'If you know of it, there is nothing to do.',
      'If you do not, change your password now, sign out every other device on the page of your account, and tell your administrator.',
    ],
    button: { label: 'Look at my account', url: payload.accountUrl },
    closing: [],
    footer: {
      reason:
        'You get this because the account is yours: each change of how it is signed in to is announced by mail.',
      organisationName: null,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const factorChangedEmail = defineEmail<FactorChangedPayload>({
  payload: FactorChangedPayload,
  subject: ({ whatWords }) => subjectLine(`Wardround: ${whatWords}`),
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
