import { z } from 'zod'
import { subjectLine } from '~/domain/shared/subject-line'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** Somebody's permission role was changed by an administrator. */
export const RoleChangedPayload = z.object({
  recipientName: z.string().nullable(),
  organisationName: z.string(),
  changerName: z.string(),
  fromLabel: z.string(),
  toLabel: z.string(),
  signInUrl: AbsoluteUrl,
  instanceUrl: AbsoluteUrl,
})
export type RoleChangedPayload = z.output<typeof RoleChangedPayload>

function noticeOf(payload: RoleChangedPayload): Notice {
  const { organisationName, changerName, fromLabel, toLabel } = payload
  return {
    title: `Your role is now ${toLabel}`,
    preheader: `At ${organisationName}, changed by ${changerName}.`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      `It was ${fromLabel} before.`,
      `${changerName} changed it.`,
      'You were signed out for it; sign in again to go on.',
    ],
    button: { label: 'Sign in', url: payload.signInUrl },
    closing: ['If this surprises you, ask your administrator.'],
    footer: {
      reason: `You get this because you work with Wardround at ${organisationName}.`,
      organisationName,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const roleChangedEmail = defineEmail<RoleChangedPayload>({
  payload: RoleChangedPayload,
  subject: ({ organisationName, toLabel }) =>
    subjectLine(`Your role at ${organisationName} is now ${toLabel}`),
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
