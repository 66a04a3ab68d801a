import type { EmailPayload } from '~emails/catalog'
import type { EmailKind } from '~emails/kinds'
import type { DigestTask } from '~emails/task-digest-payload'

const instanceUrl = 'https://wardround.example'

/** One task of a digest; every number gives another. */
export function sampleTask(number: number, task: Partial<DigestTask> = {}): DigestTask {
  return {
    action: `List every supplier with remote access (${number})`,
    planTitle: 'Supplier plan',
    dueWords: 'Fri 18 Dec, in 3 days',
    outcome: `Each supplier account has a named owner (${number})`,
    awayName: null,
    url: `${instanceUrl}/tasks/0193-${number}`,
    ...task,
  }
}

export const sampleDigest: EmailPayload<'task-digest'> = {
  subject: '2 tasks overdue, 1 due today, 1 due soon, 2 new, and the plan summary',
  recipientName: 'Anna Weber',
  organisationName: 'Lindenhof Clinic',
  todayWords: 'Mon 23 Nov',
  newTasks: [sampleTask(1), sampleTask(2, { planTitle: 'Insider plan', outcome: null })],
  overdue: [
    sampleTask(3, { dueWords: 'Thu 19 Nov, 4 days ago' }),
    sampleTask(4, {
      action: 'Switch off accounts of people who left, including those in the laboratory system',
      dueWords: 'Fri 20 Nov, 3 days ago',
    }),
  ],
  dueToday: [sampleTask(5, { dueWords: 'Mon 23 Nov, today' })],
  dueSoon: [sampleTask(6, { dueWords: 'Tue 24 Nov, tomorrow' })],
  planSummaries: [
    {
      planTitle: 'Supplier plan',
      courseLabel: 'At risk',
      doneCount: 6,
      taskCount: 14,
      donePercent: 43,
      expectedPercent: 57,
      overdueCount: 2,
      blocked: [
        {
          action: 'Rotate the shared passwords of the imaging system',
          responsibleName: 'Jonas Berg',
          reason: 'The vendor has not named a date yet',
          url: `${instanceUrl}/tasks/0193-70`,
        },
        {
          action: 'Name a deputy',
          responsibleName: null,
          reason: 'The office is vacant',
          url: `${instanceUrl}/tasks/0193-71`,
        },
      ],
      unowned: [
        {
          action: 'Train the night shift',
          dueWords: 'Mon 7 Dec, in 14 days',
          url: `${instanceUrl}/tasks/0193-72`,
        },
      ],
      url: `${instanceUrl}/plans/0193-a`,
    },
    {
      planTitle: 'Insider plan',
      courseLabel: 'On course',
      doneCount: 1,
      taskCount: 1,
      donePercent: 100,
      expectedPercent: 20,
      overdueCount: 0,
      blocked: [],
      unowned: [],
      url: `${instanceUrl}/plans/0193-b`,
    },
  ],
  myTasksUrl: `${instanceUrl}/my-tasks`,
  instanceUrl,
}

/** At least one payload of every kind; a kind without one does not compile. */
export const samples: { [Kind in EmailKind]: [EmailPayload<Kind>, ...EmailPayload<Kind>[]] } = {
  'task-digest': [
    sampleDigest,
    {
      ...sampleDigest,
      subject: '2 plans running: 46% done, 2 overdue',
      ...{ newTasks: [], overdue: [], dueToday: [], dueSoon: [] },
    },
    {
      ...sampleDigest,
      subject: '2 tasks overdue',
      ...{ newTasks: [], dueToday: [], dueSoon: [], planSummaries: [] },
    },
    {
      ...sampleDigest,
      subject: '1 task due today',
      ...{ newTasks: [], overdue: [], dueSoon: [], planSummaries: [], isContact: true },
      myTasksUrl: `${instanceUrl}/mail-links/kR3vXc0pS8`,
    },
  ],
  invitation: [
    {
      recipientName: 'Jonas Berg',
      organisationName: 'Lindenhof Clinic',
      inviterName: 'Anna Weber',
      roleLabel: 'Member',
      ownerRoleNames: ['HR', 'Compliance lead'],
      url: `${instanceUrl}/invitations/kR3vXc0pS8`,
      expiresWords: 'Mon 30 Nov 2026, 14:05',
      instanceUrl,
    },
    {
      recipientName: null,
      organisationName: 'Lindenhof Clinic',
      inviterName: 'Anna Weber',
      roleLabel: 'Leader',
      ownerRoleNames: [],
      url: 'http://localhost:3000/invitations/kR3vXc0pS8',
      expiresWords: 'Mon 30 Nov 2026, 14:05',
      instanceUrl: 'http://localhost:3000',
    },
  ],
  'contact-welcome': [
    {
      recipientName: 'Jonas Berg',
      organisationName: 'Lindenhof Clinic',
      inviterName: 'Anna Weber',
      ownerRoleNames: ['HR'],
      instanceUrl,
    },
  ],
  'password-reset': [
    {
      recipientName: 'Jonas Berg',
      url: `${instanceUrl}/password-reset/kR3vXc0pS8`,
      validForWords: '1 hour',
      instanceUrl,
    },
  ],
  'password-changed': [
    {
      recipientName: 'Jonas Berg',
      changedAtWords: 'Mon 23 Nov 2026, 14:05',
      resetUrl: `${instanceUrl}/forgotten-password`,
      instanceUrl,
    },
  ],
  'factor-changed': [
    {
      recipientName: 'Jonas Berg',
      changedAtWords: 'Mon 23 Nov 2026, 14:05',
      whatWords: 'A recovery code was used to sign in to your account',
      remark: '9 recovery codes are left.',
      accountUrl: `${instanceUrl}/account`,
      instanceUrl,
    },
    {
      recipientName: null,
      changedAtWords: 'Mon 23 Nov 2026, 14:05',
      whatWords: 'An authenticator app was added to your account',
      remark: null,
      accountUrl: `${instanceUrl}/account`,
      instanceUrl,
    },
  ],
  'role-changed': [
    {
      recipientName: 'Jonas Berg',
      organisationName: 'Lindenhof Clinic',
      changerName: 'Anna Weber',
      fromLabel: 'Member',
      toLabel: 'Manager',
      signInUrl: `${instanceUrl}/sign-in`,
      instanceUrl,
    },
  ],
  'test-message': [
    {
      recipientName: 'Anna Weber',
      organisationName: 'Lindenhof Clinic',
      sentAtWords: 'Mon 23 Nov 2026, 14:05',
      instanceUrl,
    },
    {
      recipientName: null,
      organisationName: null,
      sentAtWords: 'Mon 23 Nov 2026, 14:05',
      instanceUrl: 'http://localhost:3000',
    },
  ],
}
