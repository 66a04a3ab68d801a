import { z } from 'zod'
import { subjectLine } from '~/domain/shared/subject-line'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** Somebody tries out whether mail arrives. */
export const TestMessagePayload = z.object({
  recipientName: z.string().nullable(),
  organisationName: z.string().nullable(),
  /** When it was made, in words: "Fri 18 Dec 2026, 08:00". */
  sentAtWords: z.string(),
  instanceUrl: AbsoluteUrl,
})
export type TestMessagePayload = z.output<typeof TestMessagePayload>

function noticeOf(payload: TestMessagePayload): Notice {
  return {
    title: 'Mail from Wardround arrives',
    preheader: `Sent on ${payload.sentAtWords} by ${payload.instanceUrl}`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      'This is a test message. That you can read it means that this installation can send mail.',
      `Made on: ${payload.sentAtWords}`,
      `Installation: ${payload.instanceUrl}`,
    ],
    button: { label: 'Open Wardround', url: payload.instanceUrl },
    closing: ['If it was found among unwanted mail, the reminders will end up there, too.'],
    footer: {
      reason: 'You get this because somebody sent a test message to your address.',
      organisationName: payload.organisationName,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const testMessageEmail = defineEmail<TestMessagePayload>({
  payload: TestMessagePayload,
  subject: ({ sentAtWords }) => subjectLine(`Test message of ${sentAtWords}`),
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
