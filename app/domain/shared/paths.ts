/**
 * Every URL of the product, one function each. Links, redirects, mails and tests call these, so a
 * URL is spelled in two places only: here and in `routes.ts`. Paths are relative to the site;
 * mails put the base URL in front.
 *
 *     taskPath('t1')                       // '/tasks/t1'
 *     newPlanPath({ template: 't9' })      // '/plans/new?template=t9'
 */

type Query = Readonly<Record<string, string | number | null | undefined>>

/** Puts the values that are there into a query string, in the given order. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

const join = (...segments: readonly string[]) =>
  '/' + segments.map((segment) => encodeURIComponent(segment)).join('/')

// Doors
export const homePath = () => '/'
export const setupPath = (query: { token?: string } = {}) => withQuery('/setup', query)
export const demoPath = () => '/demo'
/** Signs in as one of the demo clinic's people. */
export const demoSessionPath = () => '/demo/session'
/** `to` is where the person goes once signed in; a path of this site. */
export const signInPath = (query: { to?: string } = {}) => withQuery('/sign-in', query)
export const signOutPath = () => '/sign-out'
export const forgotPasswordPath = () => '/forgot-password'
export const resetPasswordPath = (token: string) => join('reset-password', token)
export const invitationPath = (token: string) => join('invitations', token)
/** What a contact answers for, opened by a link of their mail; and what they do with it. */
export const mailLinkPath = (token: string) => join('mail-links', token)
export const mailLinkTaskPath = (token: string, taskId: string) =>
  join('mail-links', token, 'tasks', taskId)
export const mailLinkStartPath = (token: string, taskId: string) =>
  join('mail-links', token, 'tasks', taskId, 'start')
export const mailLinkCompletionPath = (token: string, taskId: string) =>
  join('mail-links', token, 'tasks', taskId, 'completion')
export const mailLinkCommentsPath = (token: string, taskId: string) =>
  join('mail-links', token, 'tasks', taskId, 'comments')
export const mailLinkEvidencePath = (token: string, taskId: string) =>
  join('mail-links', token, 'tasks', taskId, 'evidence')
export const accountPath = () => '/account'
/** One's own days out of office. */
export const accountAbsencePath = () => '/account/absence'
export const accountPasswordPath = () => '/account/password'
/** The second step of a sign-in; \`with\` chooses a recovery code instead of the app's. */
export const secondStepPath = (query: { with?: 'recovery-code' } = {}) =>
  withQuery('/sign-in/second-step', query)
/** Confirming that it is you; \`to\` is where it goes on, and with \`again\` what was posted there is posted once more. */
export const proofPath = (query: { to?: string; again?: '1' } = {}) =>
  withQuery('/account/proof', query)
/** Where somebody is led who needs a second factor before anything else. */
export const secondFactorPath = () => '/account/second-factor'
export const authenticatorPath = () => '/account/authenticator'
export const authenticatorRemovalPath = () => '/account/authenticator/removal'
export const recoveryCodesPath = () => '/account/recovery-codes'
/** Ends every session of the account but this one. */
export const otherSessionsEndPath = () => '/account/sessions/end'
export const sessionEndPath = (sessionId: string) => join('account', 'sessions', sessionId, 'end')
/** Asks for the address and finds its provider, or offers the one named. */
export const singleSignOnPath = (query: { provider?: string; to?: string } = {}) =>
  withQuery('/sign-in/single-sign-on', query)
/** On the way to the provider. */
export const singleSignOnDeparturePath = (query: { proof?: 'yes' } = {}) =>
  withQuery('/sign-in/single-sign-on/departure', query)
/** Where an organisation's providers send people back to; one address each, so that no provider takes another's codes. */
export const singleSignOnCallbackPath = (organisationId: string) =>
  join('sign-in', 'single-sign-on', 'callback', organisationId)
/** Confirms once more who is there, at the provider of the session. */
export const singleSignOnProofPath = () => '/account/proof/single-sign-on'
/** Passkeys: a `challenge` is what a browser is asked, its answer goes to the path without. */
export const signInPasskeyPath = () => '/sign-in/passkey'
export const signInPasskeyChallengePath = () => '/sign-in/passkey/challenge'
export const secondStepPasskeyPath = () => '/sign-in/second-step/passkey'
export const secondStepPasskeyChallengePath = () => '/sign-in/second-step/passkey/challenge'
export const proofPasskeyPath = () => '/account/proof/passkey'
export const proofPasskeyChallengePath = () => '/account/proof/passkey/challenge'
export const passkeysPath = () => '/account/passkeys'
export const passkeysChallengePath = () => '/account/passkeys/challenge'
export const passkeyPath = (passkeyId: string) => join('account', 'passkeys', passkeyId)
export const passkeyRemovalPath = (passkeyId: string) =>
  join('account', 'passkeys', passkeyId, 'removal')
export const invitationPasskeyPath = (token: string) => join('invitations', token, 'passkey')
export const invitationPasskeyChallengePath = (token: string) =>
  join('invitations', token, 'passkey', 'challenge')
export const healthPath = () => '/healthz'

// Tasks
export const tasksPath = (query: Query = {}) => withQuery('/tasks', query)
export const taskPath = (taskId: string) => join('tasks', taskId)
export const taskStartPath = (taskId: string) => join('tasks', taskId, 'start')
export const taskBlockPath = (taskId: string) => join('tasks', taskId, 'block')
export const taskUnblockPath = (taskId: string) => join('tasks', taskId, 'unblock')
export const taskCompletePath = (taskId: string) => join('tasks', taskId, 'complete')
export const taskReopenPath = (taskId: string) => join('tasks', taskId, 'reopen')
export const taskCancelPath = (taskId: string) => join('tasks', taskId, 'cancel')
export const taskEditPath = (taskId: string) => join('tasks', taskId, 'edit')
export const taskAssignmentPath = (taskId: string) => join('tasks', taskId, 'assignment')
export const taskDueDatePath = (taskId: string) => join('tasks', taskId, 'due-date')
export const taskCommentsPath = (taskId: string) => join('tasks', taskId, 'comments')
export const taskEvidencePath = (taskId: string) => join('tasks', taskId, 'evidence')
/** Links the task to another one, named by its number. */
export const taskLinksPath = (taskId: string) => join('tasks', taskId, 'links')
export const taskUnlinkPath = (taskId: string, otherTaskId: string) =>
  join('tasks', taskId, 'links', otherTaskId, 'removal')
export const evidencePath = (taskId: string, evidenceId: string) =>
  join('tasks', taskId, 'evidence', evidenceId)
export const evidenceWithdrawalPath = (taskId: string, evidenceId: string) =>
  join('tasks', taskId, 'evidence', evidenceId, 'withdrawal')

// Guides
export const guidesPath = (query: Query = {}) => withQuery('/guides', query)
export const newGuidePath = () => '/guides/new'
/** Writing a plan from scratch. */
export const blankGuidePath = () => '/guides/blank'
export const libraryPath = () => '/guides/library'
/** A guide of our own library, before it is imported; `key` is the name of its file. */
export const libraryGuidePath = (key: string) => join('guides', 'library', key)
/** The preview: items beside the guide's own text; `item` is the one to highlight. */
export const guidePath = (
  templateId: string,
  query: { item?: string; page?: number; suggestions?: 'dismissed' } = {},
) => withQuery(join('guides', templateId), query)
/** Takes up suggestions for the items, and waves them away or brings them back. */
export const guideSuggestionsPath = (templateId: string) =>
  join('guides', templateId, 'suggestions')
export const guideSuggestionDismissalPath = (templateId: string) =>
  join('guides', templateId, 'suggestions', 'dismissal')
export const guideSuggestionRecallPath = (templateId: string) =>
  join('guides', templateId, 'suggestions', 'recall')
/** Calls a guide something else. */
export const guideTitlePath = (templateId: string) => join('guides', templateId, 'title')
/** Adds an item; `line` is the line of the guide's text that it is made from, counted from 1. */
export const guideItemsPath = (
  templateId: string,
  query: { line?: number; remark?: number; page?: number } = {},
) => withQuery(join('guides', templateId, 'items'), query)
export const guideItemPath = (templateId: string, itemId: string) =>
  join('guides', templateId, 'items', itemId)
export const guideItemDropPath = (templateId: string, itemId: string) =>
  join('guides', templateId, 'items', itemId, 'drop')
export const guideItemRestorePath = (templateId: string, itemId: string) =>
  join('guides', templateId, 'items', itemId, 'restore')
/** A guide's new version against its earlier one, or against the guide `of`. */
export const guideRevisionPath = (templateId: string, query: { of?: string } = {}) =>
  withQuery(join('guides', templateId, 'revision'), query)
/** Keeps an imported guide as one of its own. */
export const guideKeptApartPath = (templateId: string) =>
  join('guides', templateId, 'revision', 'own')
/** Applies a guide's new version in other organisations of the account. */
export const guideRollOutPath = (templateId: string) =>
  join('guides', templateId, 'revision', 'organisations')

// Plans
export const plansPath = (query: Query = {}) => withQuery('/plans', query)
export const newPlanPath = (query: { template?: string } = {}) => withQuery('/plans/new', query)
/** `group` is one of the groupings of a plan, `page` counts from 1. */
export const planPath = (planId: string, query: Query = {}) =>
  withQuery(join('plans', planId), query)
/** The start date of a draft; a form of its own on the page of the dates. */
export const planStartPath = (planId: string) => join('plans', planId, 'start')
/** Inviting somebody from the page of the roles. */
export const planInvitationPath = (planId: string) => join('plans', planId, 'invitation')
export const planRolesPath = (planId: string) => join('plans', planId, 'roles')
export const planDatesPath = (planId: string, query: { page?: number } = {}) =>
  withQuery(join('plans', planId, 'dates'), query)
export const planLaunchPath = (planId: string) => join('plans', planId, 'launch')
export const planCancellationPath = (planId: string) => join('plans', planId, 'cancellation')
/** Saves the plan as a template for the next one. */
export const planTemplatePath = (planId: string) => join('plans', planId, 'template')

export const dashboardPath = (query: { plan?: string } = {}) => withQuery('/dashboard', query)

// Reviews
export const reviewsPath = (query: Query = {}) => withQuery('/reviews', query)
export const newReviewPath = () => '/reviews/new'
export const reviewPath = (reviewId: string) => join('reviews', reviewId)
export const reviewDetailsPath = (reviewId: string) => join('reviews', reviewId, 'details')
export const reviewOpenPath = (reviewId: string) => join('reviews', reviewId, 'open')
export const reviewAgendaPath = (reviewId: string) => join('reviews', reviewId, 'agenda')
export const reviewDecisionsPath = (reviewId: string) => join('reviews', reviewId, 'decisions')
export const reviewDecisionPath = (reviewId: string, decisionId: string) =>
  join('reviews', reviewId, 'decisions', decisionId)
export const reviewDecisionRemovalPath = (reviewId: string, decisionId: string) =>
  join('reviews', reviewId, 'decisions', decisionId, 'removal')
export const reviewDecisionTaskPath = (reviewId: string, decisionId: string) =>
  join('reviews', reviewId, 'decisions', decisionId, 'task')
export const reviewSignaturePath = (reviewId: string) => join('reviews', reviewId, 'signature')
export const reviewCancellationPath = (reviewId: string) =>
  join('reviews', reviewId, 'cancellation')
export const compareReviewsPath = (query: { a?: string; b?: string } = {}) =>
  withQuery('/reviews/compare', query)

// Audit log
/** `before` and `after` are the numbers of entries that a page begins from; the rest narrows it. */
export const auditPath = (query: Query = {}) => withQuery('/audit', query)
/** `format` is csv or json; the rest narrows it as on the page. */
export const auditExportPath = (query: Query = {}) => withQuery('/audit/export', query)
export const auditCheckPath = () => '/audit/check'
export const auditRetentionPath = () => '/audit/retention'
export const legalHoldPath = () => '/audit/hold'
export const legalHoldLiftPath = () => '/audit/hold/lift'

// People
export const peoplePath = (query: Query = {}) => withQuery('/people', query)
export const invitePersonPath = () => '/people/invite'
/** A list of people: what is right with it, then the step that invites. */
export const inviteListPath = () => '/people/invite/list'
export const inviteListSendingPath = () => '/people/invite/list/sending'
/** Who was invited and has not joined; sends them a new link, or withdraws it. */
export const invitationsPath = (query: Query = {}) => withQuery('/people/invitations', query)
export const invitationsSendingPath = () => '/people/invitations/sending'
export const invitationsWithdrawalPath = () => '/people/invitations/withdrawal'
export const personPath = (personId: string) => join('people', personId)
export const personDeactivationPath = (personId: string) => join('people', personId, 'deactivation')
/** Says from when to when somebody is out of office. */
export const personAbsencePath = (personId: string) => join('people', personId, 'absence')
export const personPermissionRolePath = (personId: string) =>
  join('people', personId, 'permission-role')
/** Sends the invitation once more. */
export const personInvitationPath = (personId: string) => join('people', personId, 'invitation')
export const personInvitationWithdrawalPath = (personId: string) =>
  join('people', personId, 'invitation', 'withdrawal')

// Organisations of one account
export const organisationsPath = () => '/organisations'
export const newOrganisationPath = () => '/organisations/new'
/** Goes on in another organisation of the account. */
export const organisationSwitchPath = (organisationId: string) =>
  join('organisations', organisationId, 'switch')
/** Whether further organisations may be set up on this installation. */
export const furtherOrganisationsPath = () => '/settings/further-organisations'
export const personSessionsEndPath = (personId: string) =>
  join('people', personId, 'sessions', 'end')

// Settings
export const signInSettingsPath = () => '/settings/sign-in'
export const settingsPath = () => '/settings'
export const holidaysPath = () => '/settings/holidays'
export const holidayRemovalPath = (holidayId: string) =>
  join('settings', 'holidays', holidayId, 'removal')
export const ownerRolesPath = () => '/settings/owner-roles'
export const ownerRolePath = (ownerRoleId: string) => join('settings', 'owner-roles', ownerRoleId)
/** What each permission role may do, made from the matrix. */
export const permissionsPath = () => '/settings/permissions'
/** What would move if the role had these people; the confirmation is posted there. */
export const ownerRolePeoplePath = (
  ownerRoleId: string,
  query: { holderId?: string | null; backupId?: string | null } = {},
) => withQuery(join('settings', 'owner-roles', ownerRoleId, 'people'), query)
export const mailPath = (query: Query = {}) => withQuery('/settings/mail', query)
export const keptEmailPath = (emailId: string) => join('settings', 'mail', emailId)
/** The HTML part of a message alone, for the frame it is shown in. */
export const keptEmailHtmlPath = (emailId: string) => join('settings', 'mail', emailId, 'html')
export const remindersPath = (query: Query = {}) => withQuery('/settings/reminders', query)
export const identityProvidersPath = () => '/settings/single-sign-on'
export const newIdentityProviderPath = () => '/settings/single-sign-on/new'
export const identityProviderPath = (providerId: string) =>
  join('settings', 'single-sign-on', providerId)
/** Asks the provider for its configuration. */
export const identityProviderConnectionPath = (providerId: string) =>
  join('settings', 'single-sign-on', providerId, 'connection')
export const identityProviderDisabledPath = (providerId: string) =>
  join('settings', 'single-sign-on', providerId, 'disabled')
export const identityProviderEnabledPath = (providerId: string) =>
  join('settings', 'single-sign-on', providerId, 'enabled')
export const identityUnlinkPath = (providerId: string, identityId: string) =>
  join('settings', 'single-sign-on', providerId, 'identities', identityId, 'removal')
