import { z } from 'zod'
import { subjectLine } from '~/domain/shared/subject-line'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** Somebody is asked to join an organisation. */
export const InvitationPayload = z.object({
  recipientName: z.string().nullable(),
  organisationName: z.string(),
  inviterName: z.string(),
  /** The permission role's label: "Manager". */
  roleLabel: z.string(),
  /** The owner roles this person is to hold: ["HR"]. */
  ownerRoleNames: z.array(z.string()),
  /** Where the invitation is accepted; works once. */
  url: AbsoluteUrl,
  /** The last moment, in words: "Sun 29 Nov 2026, 14:05". */
  expiresWords: z.string(),
  instanceUrl: AbsoluteUrl,
})
export type InvitationPayload = z.output<typeof InvitationPayload>

const listOf = new Intl.ListFormat('en', { type: 'conjunction' })

function noticeOf(payload: InvitationPayload): Notice {
  const { inviterName, organisationName, ownerRoleNames } = payload
  const roles = listOf.format(ownerRoleNames)
  return {
    title: `Join ${organisationName} on Wardround`,
    preheader: `${inviterName} invites you. The link works until ${payload.expiresWords}.`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      `${inviterName} invites you to ${organisationName} on Wardround, where its security plans become tasks with an owner and a date.`,
      `Your role there: ${payload.roleLabel}.`,
      ...(roles === '' ? [] : [`Tasks that belong to ${roles} will come to you.`]),
    ],
    button: { label: 'Accept the invitation', url: payload.url },
    closing: [
      `The link works once, until ${payload.expiresWords}. After that, ask ${inviterName} for a new one.`,
      'If you do not know what this is about, ignore this message: nothing happens without you.',
    ],
    footer: {
      reason: `You get this because ${inviterName} entered your address in an invitation.`,
      organisationName,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const invitationEmail = defineEmail<InvitationPayload>({
  payload: InvitationPayload,
  subject: ({ inviterName, organisationName }) =>
    subjectLine(`${inviterName} invites you to ${organisationName}`),
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
