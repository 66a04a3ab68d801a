import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

const guides = prefix('guides', [
  index('routes/guides/index.tsx'),
  route('new', 'routes/guides/new.tsx'),
  route('blank', 'routes/guides/blank.tsx'),
  route('library', 'routes/guides/library.tsx'),
  route('library/:libraryKey', 'routes/guides/library-guide.tsx'),
  route(':templateId', 'routes/guides/guide.tsx'),
  route(':templateId/title', 'routes/guides/title.tsx'),
  route(':templateId/suggestions', 'routes/guides/apply-suggestions.ts'),
  route(':templateId/suggestions/dismissal', 'routes/guides/dismiss-suggestions.ts'),
  route(':templateId/suggestions/recall', 'routes/guides/recall-suggestions.ts'),
  route(':templateId/revision', 'routes/guides/revision.tsx'),
  route(':templateId/revision/own', 'routes/guides/revision-own.ts'),
  route(':templateId/revision/organisations', 'routes/guides/revision-organisations.tsx'),
  route(':templateId/items', 'routes/guides/new-item.tsx'),
  route(':templateId/items/:itemId', 'routes/guides/item.tsx'),
  route(':templateId/items/:itemId/drop', 'routes/guides/drop-item.ts'),
  route(':templateId/items/:itemId/restore', 'routes/guides/restore-item.ts'),
])

const plans = prefix('plans', [
  index('routes/plans/index.tsx'),
  route('new', 'routes/plans/new.tsx'),
  route(':planId', 'routes/plans/plan.tsx'),
  route(':planId/start', 'routes/plans/start.tsx'),
  route(':planId/roles', 'routes/plans/roles.tsx'),
  route(':planId/invitation', 'routes/plans/invitation.tsx'),
  route(':planId/dates', 'routes/plans/dates.tsx'),
  route(':planId/launch', 'routes/plans/launch.tsx'),
  route(':planId/cancellation', 'routes/plans/cancellation.tsx'),
  route(':planId/template', 'routes/plans/template.tsx'),
])

const tasks = prefix('tasks', [
  index('routes/tasks/index.tsx'),
  route(':taskId', 'routes/tasks/task.tsx'),
  route(':taskId/edit', 'routes/tasks/edit.tsx'),
  route(':taskId/start', 'routes/tasks/start.ts'),
  route(':taskId/block', 'routes/tasks/block.ts'),
  route(':taskId/unblock', 'routes/tasks/unblock.ts'),
  route(':taskId/complete', 'routes/tasks/complete.ts'),
  route(':taskId/reopen', 'routes/tasks/reopen.ts'),
  route(':taskId/cancel', 'routes/tasks/cancel.ts'),
  route(':taskId/assignment', 'routes/tasks/assignment.ts'),
  route(':taskId/due-date', 'routes/tasks/due-date.ts'),
  route(':taskId/comments', 'routes/tasks/comments.ts'),
  route(':taskId/links', 'routes/tasks/link.ts'),
  route(':taskId/links/:otherTaskId/removal', 'routes/tasks/unlink.ts'),
  route(':taskId/evidence', 'routes/tasks/evidence.tsx'),
  route(':taskId/evidence/:evidenceId/withdrawal', 'routes/tasks/withdraw-evidence.ts'),
])

const reviews = prefix('reviews', [
  index('routes/reviews/index.tsx'),
  route('new', 'routes/reviews/new.tsx'),
  route('compare', 'routes/reviews/compare.tsx'),
  route(':reviewId', 'routes/reviews/review.tsx'),
  route(':reviewId/details', 'routes/reviews/details.tsx'),
  route(':reviewId/open', 'routes/reviews/open.ts'),
  route(':reviewId/agenda', 'routes/reviews/agenda.ts'),
  route(':reviewId/decisions', 'routes/reviews/decisions.ts'),
  route(':reviewId/decisions/:decisionId', 'routes/reviews/decision.tsx'),
  route(':reviewId/decisions/:decisionId/removal', 'routes/reviews/remove-decision.ts'),
  route(':reviewId/decisions/:decisionId/task', 'routes/reviews/decision-task.tsx'),
  route(':reviewId/signature', 'routes/reviews/signature.ts'),
  route(':reviewId/cancellation', 'routes/reviews/cancellation.ts'),
])

const audit = prefix('audit', [
  index('routes/audit/index.tsx'),
  route('check', 'routes/audit/check.tsx'),
  route('retention', 'routes/audit/retention.tsx'),
  route('hold', 'routes/audit/hold.ts'),
  route('hold/lift', 'routes/audit/lift-hold.ts'),
])

const people = prefix('people', [
  index('routes/people/index.tsx'),
  route('invite', 'routes/people/invite.tsx'),
  route('invite/list', 'routes/people/invite-list.tsx'),
  route('invite/list/sending', 'routes/people/send-invite-list.tsx'),
  route('invitations', 'routes/people/invitations.tsx'),
  route('invitations/sending', 'routes/people/send-invitations.ts'),
  route('invitations/withdrawal', 'routes/people/withdraw-invitations.ts'),
  route(':personId', 'routes/people/person.tsx'),
  route(':personId/absence', 'routes/people/absence.ts'),
  route(':personId/permission-role', 'routes/people/permission-role.ts'),
  route(':personId/sessions/end', 'routes/people/end-sessions.ts'),
  route(':personId/invitation', 'routes/people/invitation.ts'),
  route(':personId/invitation/withdrawal', 'routes/people/withdraw-invitation.ts'),
  route(':personId/deactivation', 'routes/people/deactivation.tsx'),
])

const settings = prefix('settings', [
  index('routes/settings/organisation.tsx'),
  route('holidays', 'routes/settings/add-holiday.ts'),
  route('holidays/:holidayId/removal', 'routes/settings/remove-holiday.ts'),
  route('owner-roles', 'routes/settings/owner-roles.tsx'),
  route('owner-roles/:ownerRoleId', 'routes/settings/owner-role.tsx'),
  route('permissions', 'routes/settings/permissions.tsx'),
  route('further-organisations', 'routes/settings/further-organisations.ts'),
  route('owner-roles/:ownerRoleId/people', 'routes/settings/owner-role-people.tsx'),
  route('mail', 'routes/settings/mail.tsx'),
  route('mail/:emailId', 'routes/settings/email.tsx'),
  route('reminders', 'routes/settings/reminders.tsx'),
  route('sign-in', 'routes/settings/sign-in.tsx'),
  route('single-sign-on', 'routes/settings/identity-providers.tsx'),
  route('single-sign-on/new', 'routes/settings/new-identity-provider.tsx'),
  route('single-sign-on/:providerId', 'routes/settings/identity-provider.tsx'),
  route('single-sign-on/:providerId/connection', 'routes/settings/test-identity-provider.ts'),
  route('single-sign-on/:providerId/disabled', 'routes/settings/disable-identity-provider.ts'),
  route('single-sign-on/:providerId/enabled', 'routes/settings/enable-identity-provider.ts'),
  route(
    'single-sign-on/:providerId/identities/:identityId/removal',
    'routes/settings/unlink-identity.ts',
  ),
])

const organisations = prefix('organisations', [
  index('routes/organisations/index.tsx'),
  route('new', 'routes/organisations/new.tsx'),
  route(':organisationId/switch', 'routes/organisations/switch.ts'),
])

const account = prefix('account', [
  index('routes/account/account.tsx'),
  route('password', 'routes/account/password.tsx'),
  route('proof', 'routes/account/proof.tsx'),
  route('second-factor', 'routes/account/second-factor.tsx'),
  route('authenticator', 'routes/account/authenticator.tsx'),
  route('authenticator/removal', 'routes/account/remove-authenticator.ts'),
  route('recovery-codes', 'routes/account/recovery-codes.tsx'),
  route('sessions/end', 'routes/account/end-other-sessions.ts'),
  route('sessions/:sessionId/end', 'routes/account/end-session.ts'),
  route('absence', 'routes/account/absence.ts'),
  route('passkeys/:passkeyId', 'routes/passkeys/passkey.tsx'),
  route('passkeys/:passkeyId/removal', 'routes/passkeys/removal.ts'),
])

/** Without a sign-in: the token is the right. Each page and each act shows and changes only what its contact answers for. */
const mailLinks = prefix('mail-links/:token', [
  index('routes/mail-links/tasks.tsx'),
  route('tasks/:taskId', 'routes/mail-links/task.tsx'),
  route('tasks/:taskId/start', 'routes/mail-links/start.ts'),
  route('tasks/:taskId/completion', 'routes/mail-links/completion.ts'),
  route('tasks/:taskId/comments', 'routes/mail-links/comments.ts'),
  route('tasks/:taskId/evidence', 'routes/mail-links/evidence.ts'),
])

const passkeys = [
  route('sign-in/passkey', 'routes/passkeys/sign-in.ts'),
  route('sign-in/passkey/challenge', 'routes/passkeys/sign-in-challenge.ts'),
  route('sign-in/second-step/passkey', 'routes/passkeys/second-step.ts'),
  route('sign-in/second-step/passkey/challenge', 'routes/passkeys/second-step-challenge.ts'),
  route('invitations/:token/passkey', 'routes/passkeys/invitation.ts'),
  route('invitations/:token/passkey/challenge', 'routes/passkeys/invitation-challenge.ts'),
  route('account/proof/passkey', 'routes/passkeys/proof.ts'),
  route('account/proof/passkey/challenge', 'routes/passkeys/proof-challenge.ts'),
  route('account/passkeys', 'routes/passkeys/registration.ts'),
  route('account/passkeys/challenge', 'routes/passkeys/registration-challenge.ts'),
]

/** The table of contents: every URL and the file behind it. */
export default [
  index('routes/first-run/home.tsx'),
  route('setup', 'routes/first-run/set-up.tsx'),
  route('demo', 'routes/first-run/demo.tsx'),
  route('demo/session', 'routes/first-run/demo-session.ts'),
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/second-step', 'routes/account/second-step.tsx'),
  route('sign-in/single-sign-on', 'routes/single-sign-on/choose.tsx'),
  route('sign-in/single-sign-on/departure', 'routes/single-sign-on/departure.tsx'),
  route('sign-in/single-sign-on/callback/:organisationId', 'routes/single-sign-on/callback.tsx'),
  route('account/proof/single-sign-on', 'routes/single-sign-on/proof.ts'),
  route('sign-out', 'routes/account/sign-out.ts'),
  route('forgot-password', 'routes/account/forgot-password.tsx'),
  route('reset-password/:token', 'routes/account/reset-password.tsx'),
  route('invitations/:token', 'routes/account/invitation.tsx'),

  ...mailLinks,
  // What the scripts of passkeys ask, answered with JSON.
  ...passkeys,

  // Without the shell around them: a file to save, a kept message in its frame.
  route('tasks/:taskId/evidence/:evidenceId', 'routes/tasks/evidence-file.ts'),
  route('settings/mail/:emailId/html', 'routes/settings/email-html.ts'),
  route('audit/export', 'routes/audit/export.ts'),

  layout('routes/shell/layout.tsx', [
    layout('routes/shell/boundary.tsx', [
      ...tasks,
      ...guides,
      ...plans,
      route('dashboard', 'routes/dashboard/dashboard.tsx'),
      ...reviews,
      ...audit,
      ...people,
      ...settings,
      ...organisations,
      ...account,
    ]),
  ]),

  route('*', 'routes/shell/unknown.tsx'),
] satisfies RouteConfig
