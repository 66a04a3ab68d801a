import { z } from 'zod'
import { subjectLine } from '~/domain/shared/subject-line'
import { AbsoluteUrl } from './absolute-url'
import { greetingFor, type Notice, NoticeEmail, noticeText } from './components/notice'
import { defineEmail } from './email-template'

/** Somebody was entered who will be asked by mail and needs no sign-in. */
export const ContactWelcomePayload = z.object({
  recipientName: z.string(),
  organisationName: z.string(),
  inviterName: z.string(),
  /** The owner roles this person holds: ["HR"]. */
  ownerRoleNames: z.array(z.string()),
  instanceUrl: AbsoluteUrl,
})
export type ContactWelcomePayload = z.output<typeof ContactWelcomePayload>

const listOf = new Intl.ListFormat('en', { type: 'conjunction' })

function noticeOf(payload: ContactWelcomePayload): Notice {
  const { inviterName, organisationName } = payload
  const roles = listOf.format(payload.ownerRoleNames)
  return {
    title: `${organisationName} will ask you by email`,
    preheader: `${inviterName} entered you. There is nothing to do now.`,
    greeting: greetingFor(payload.recipientName),
    paragraphs: [
      `${inviterName} works on the security plans of ${organisationName} with Wardround, and entered you as somebody who is asked by email.`,
      ...(roles === '' ? [] : [`Tasks that belong to ${roles} will come to you.`]),
      'When there is something for you, you get one message a day with links. They open your tasks without a password: you can say that one is done, comment on it and add what proves it.',
      'Do not forward those messages: whoever has a link can act in your name.',
    ],
    button: null,
    closing: [
      'There is nothing to do now. If this is a mistake, reply to the person who entered you.',
    ],
    footer: {
      reason: `You get this because ${inviterName} entered your address.`,
      organisationName,
      isReminder: false,
      instanceUrl: payload.instanceUrl,
    },
  }
}

export const contactWelcomeEmail = defineEmail<ContactWelcomePayload>({
  payload: ContactWelcomePayload,
  subject: ({ organisationName }) => subjectLine(`${organisationName} will ask you by email`),
  component: (payload) => <NoticeEmail notice={noticeOf(payload)} />,
  text: (payload) => noticeText(noticeOf(payload)),
})
