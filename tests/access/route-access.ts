import { accountRows, mailLinksRows, passkeysRows, singleSignOnRows } from './account-access'
import {
  absence,
  administrators,
  because,
  decision,
  draft,
  everyone,
  invited,
  item,
  leadsBack,
  managing,
  openReview,
  ownForm,
  ownPage,
  person,
  plan,
  provider,
  reason,
  review,
  revised,
  task,
  template,
  version,
  type RouteAccess,
} from './row-parts'
import type { Scene } from './scene'

export { leadsBack, linkHolders, type RouteAccess } from './row-parts'

const audit = {
  'audit/index.tsx': { get: 'AMla', stranger: ownPage },
  'audit/check.tsx': { get: 'AMla', post: 'AMla', form: () => ({}), stranger: ownForm },
  'audit/export.ts': { get: 'AMla', stranger: ownPage },
  'audit/retention.tsx': {
    ...{ get: 'AMla', post: administrators, stranger: ownForm },
    form: () => ({ years: '7', ...version() }),
  },
  'audit/hold.ts': {
    ...{ get: leadsBack, post: administrators, stranger: ownForm },
    form: () => ({ reason: 'A request of the court' }),
  },
  'audit/lift-hold.ts': {
    ...{ get: leadsBack, post: administrators, stranger: ownForm },
    form: () => ({ reason: 'The court has closed the case' }),
  },
} satisfies Record<string, RouteAccess>

const firstRun = {
  'first-run/home.tsx': because('leads on; tests/server/first-visitor.test.ts'),
  'first-run/set-up.tsx': because('before there is anybody; tests/server/first-visitor.test.ts'),
  'first-run/demo.tsx': because('before there is anybody; tests/server/first-visitor.test.ts'),
  'first-run/demo-session.ts': because('not found outside the demo; set-up.test.ts'),
} satisfies Record<string, RouteAccess>

const tasks = {
  'tasks/index.tsx': { get: everyone, stranger: ownPage },
  'tasks/task.tsx': { get: everyone, params: task },
  'tasks/edit.tsx': {
    ...{ get: managing, post: managing, params: task },
    form: () => ({ action: 'Lock it', ...version() }),
  },
  'tasks/start.ts': { get: leadsBack, post: 'AMm', params: task, form: version },
  'tasks/block.ts': { get: leadsBack, post: 'AMm', params: task, form: reason },
  'tasks/unblock.ts': { get: leadsBack, post: 'AMm', params: task, form: version },
  'tasks/complete.ts': { get: leadsBack, post: 'AMm', params: task, form: version },
  'tasks/reopen.ts': { get: leadsBack, post: 'AMm', params: task, form: reason },
  'tasks/assignment.ts': {
    ...{ get: leadsBack, post: managing, params: task },
    form: (s) => ({ assigneeId: s.people.member.personId, ...version() }),
  },
  'tasks/due-date.ts': {
    ...{ get: leadsBack, post: managing, params: task },
    form: () => ({ dueOn: '2026-12-02', ...version() }),
  },
  'tasks/comments.ts': {
    ...{ get: leadsBack, post: 'AMm', params: task },
    form: () => ({ body: 'Where is the key?' }),
  },
  'tasks/link.ts': {
    ...{ get: leadsBack, post: managing, params: task },
    form: (s) => ({ reference: String(s.otherReference) }),
  },
  'tasks/unlink.ts': {
    ...{ get: leadsBack, post: managing, form: () => ({}) },
    params: (s) => ({ taskId: s.taskId, otherTaskId: s.otherTaskId }),
  },
  'tasks/evidence.tsx': {
    ...{ get: leadsBack, post: 'AMm', params: task },
    form: () => ({ kind: 'note', note: 'Seen' }),
  },
  'tasks/evidence-file.ts': {
    get: everyone,
    params: (s) => ({ taskId: s.taskId, evidenceId: s.fileId }),
  },
  'tasks/withdraw-evidence.ts': {
    ...{ get: leadsBack, post: 'AMm', form: () => ({ reason: 'Wrong picture' }) },
    params: (s) => ({ taskId: s.taskId, evidenceId: s.evidenceId }),
  },
  'tasks/cancel.ts': { get: leadsBack, post: managing, params: task, form: reason },
} satisfies Record<string, RouteAccess>

const itemForm = () => ({ action: 'Lock it', stage: 'plan', horizonDays: '30', version: '1' })
const guides = {
  'guides/index.tsx': { get: everyone, stranger: ownPage },
  'guides/new.tsx': {
    ...{ get: managing, post: managing, stranger: ownForm },
    form: () => ({ text: 'A guide\n\n30-day action plan\n- Lock the door.\n' }),
  },
  'guides/blank.tsx': {
    ...{ get: managing, post: managing, stranger: ownForm },
    form: () => ({ title: 'From scratch' }),
  },
  'guides/library.tsx': { get: everyone, stranger: ownPage },
  'guides/library-guide.tsx': {
    ...{ get: everyone, post: managing, form: () => ({}), stranger: ownForm },
    params: () => ({ libraryKey: 'phishing' }),
  },
  'guides/guide.tsx': { get: everyone, params: template },
  'guides/title.tsx': {
    ...{ get: managing, post: managing, params: template },
    form: () => ({ title: 'Vendors', version: '1' }),
  },
  'guides/apply-suggestions.ts': {
    ...{ get: leadsBack, post: managing, params: template },
    form: (s) => ({ suggestion: [`cadence:${s.itemId}:yearly@1`] }),
  },
  'guides/dismiss-suggestions.ts': {
    ...{ get: leadsBack, post: managing, params: template },
    form: (s) => ({ suggestion: [`cadence:${s.itemId}:yearly@1`] }),
  },
  'guides/recall-suggestions.ts': {
    ...{ get: leadsBack, post: managing, params: template },
    form: (s) => ({ suggestion: [`cadence:${s.itemId}:yearly@1`] }),
  },
  'guides/new-item.tsx': {
    ...{ get: managing, post: managing, params: template, form: itemForm },
  },
  'guides/item.tsx': { get: managing, post: managing, params: item, form: itemForm },
  'guides/drop-item.ts': { get: leadsBack, post: managing, params: item, form: version },
  'guides/restore-item.ts': { get: leadsBack, post: managing, params: item, form: version },
  'guides/revision.tsx': {
    ...{ get: managing, post: managing, params: revised },
    form: (s) => ({ previousId: s.firstTemplateId, seen: 'x' }),
  },
  'guides/revision-own.ts': {
    ...{ get: leadsBack, post: managing, params: revised, form: () => ({}) },
  },
  'guides/revision-organisations.tsx': {
    ...{ get: managing, post: managing, params: revised },
    form: (s) => ({ 'organisations[0]': s.people.administrator.organisationId }),
  },
} satisfies Record<string, RouteAccess>

const plans = {
  'plans/index.tsx': { get: everyone, stranger: ownPage },
  'plans/new.tsx': {
    ...{ get: managing, post: managing },
    query: (s) => `?template=${s.templateId}`,
    form: (s) => ({ templateId: s.templateId, title: '', startsOn: '2026-11-30' }),
    stranger: { get: 'own', because: 'a guide of elsewhere is left out of the choice, like none' },
  },
  'plans/plan.tsx': { get: everyone, params: plan },
  'plans/start.tsx': {
    ...{ get: leadsBack, post: managing, params: draft },
    form: () => ({ startsOn: '2026-11-30', ...version() }),
  },
  'plans/roles.tsx': { get: managing, post: managing, params: draft, form: () => ({}) },
  'plans/invitation.tsx': {
    ...{ get: leadsBack, post: managing, params: draft },
    form: () => ({ name: 'Ida', email: 'ida@clinic.example', permissionRole: 'member' }),
  },
  'plans/dates.tsx': { get: managing, post: managing, params: draft, form: version },
  'plans/launch.tsx': { get: managing, post: managing, params: draft, form: version },
  'plans/cancellation.tsx': { get: managing, post: managing, params: plan, form: reason },
  'plans/template.tsx': {
    ...{ get: managing, post: managing, params: plan },
    form: () => ({ title: 'Saved' }),
  },
} satisfies Record<string, RouteAccess>

const reviews = {
  'dashboard/dashboard.tsx': { get: everyone, query: (s) => `?plan=${s.planId}` },
  'reviews/index.tsx': { get: everyone, stranger: ownPage },
  'reviews/new.tsx': {
    ...{ get: managing, post: managing },
    form: (s) => ({
      ...{ title: 'Winter', scheduledOn: '2026-12-14', agenda: '', repeatMonths: '' },
      chairId: s.people.administrator.personId,
    }),
    stranger: { get: 'own', post: 400, because: 'the chair is chosen from their own people' },
  },
  'reviews/compare.tsx': {
    get: everyone,
    query: (s) => `?a=${s.openReviewId}&b=${s.openReviewId}`,
  },
  'reviews/review.tsx': { get: everyone, params: review },
  'reviews/details.tsx': {
    ...{ get: managing, post: managing, params: review },
    form: (s) => ({
      ...{ title: 'Autumn', scheduledOn: '2026-12-14', repeatMonths: '', version: '1' },
      chairId: s.people.administrator.personId,
    }),
  },
  'reviews/agenda.ts': {
    ...{ get: leadsBack, post: managing, params: review },
    form: () => ({ agenda: 'Locks', ...version() }),
  },
  'reviews/decisions.ts': {
    ...{ get: leadsBack, post: managing, params: openReview },
    form: () => ({ text: 'Buy keys', ownerPersonId: '', dueOn: '' }),
  },
  'reviews/decision.tsx': {
    ...{ get: managing, post: managing, params: decision },
    form: () => ({ text: 'Buy more keys', ownerPersonId: '', dueOn: '', ...version() }),
  },
  'reviews/decision-task.tsx': {
    ...{ get: managing, post: managing, params: decision },
    form: (s) => ({
      ...{ action: 'Buy keys', planId: s.planId, dueOn: '2026-12-14', assigneeId: '' },
      ownerRoleId: s.ownerRoleId,
    }),
  },
  'reviews/remove-decision.ts': {
    ...{ get: leadsBack, post: managing, params: decision, form: () => ({}) },
  },
  'reviews/open.ts': { get: leadsBack, post: managing, params: review, form: version },
  'reviews/signature.ts': { get: leadsBack, post: 'Al', params: openReview, form: version },
  'reviews/cancellation.ts': { get: leadsBack, post: managing, params: review, form: reason },
} satisfies Record<string, RouteAccess>

const list = () => ({ text: 'Name;Email;Role\nEva Lund;eva@clinic.example;Member' })
const chosenInvitations = {
  form: (s: Scene) => ({ personIds: [s.invitedId] }),
  stranger: { get: 'own', post: 'own', because: 'people of elsewhere are left out of the choice' },
} as const
const people = {
  'people/invitations.tsx': { get: managing, stranger: ownPage },
  'people/send-invitations.ts': { get: leadsBack, post: managing, ...chosenInvitations },
  'people/withdraw-invitations.ts': { get: leadsBack, post: managing, ...chosenInvitations },
  'people/invite-list.tsx': { get: managing, post: managing, form: list, stranger: ownForm },
  'people/send-invite-list.tsx': { get: managing, post: managing, form: list, stranger: ownForm },
  'people/absence.ts': { get: leadsBack, post: managing, params: person, form: absence },
  'people/end-sessions.ts': {
    ...{ get: leadsBack, post: administrators, params: person, form: () => ({}) },
  },
  'people/index.tsx': { get: everyone, stranger: ownPage },
  'people/invite.tsx': {
    ...{ get: managing, post: managing, stranger: ownForm },
    form: () => ({ name: 'Ed', email: 'ed@clinic.example', permissionRole: 'member' }),
  },
  'people/person.tsx': {
    ...{ get: everyone, post: administrators, params: person },
    form: () => ({ name: 'Nora', timeZone: '', version: '1' }),
  },
  'people/permission-role.ts': {
    ...{ get: leadsBack, post: administrators, params: person },
    form: () => ({ permissionRole: 'member', ...version() }),
  },
  'people/invitation.ts': {
    ...{ get: leadsBack, post: managing, params: invited, form: () => ({}) },
  },
  'people/withdraw-invitation.ts': {
    ...{ get: leadsBack, post: managing, params: invited, form: () => ({}) },
  },
  'people/deactivation.tsx': {
    ...{ get: administrators, post: administrators, params: person },
    form: () => ({ successorId: '', ...version() }),
  },
} satisfies Record<string, RouteAccess>

const providerForm = {
  ...{ clientId: 'wardround', clientSecret: '', domains: 'clinic.example' },
  newPersonRole: 'member',
}
const settings = {
  'settings/organisation.tsx': {
    ...{ get: everyone, post: administrators, stranger: ownForm },
    form: () => ({
      ...{ name: 'Lindenhof', timeZone: 'Europe/Berlin', workingDays: ['1', '2'] },
      ...{ memberPlans: 'all', version: '1' },
    }),
  },
  'settings/add-holiday.ts': {
    ...{ get: leadsBack, post: administrators, stranger: ownForm },
    form: () => ({ onDate: '2026-12-31', name: 'New Year’s Eve' }),
  },
  'settings/remove-holiday.ts': {
    ...{ get: leadsBack, post: administrators, form: () => ({}) },
    params: (s) => ({ holidayId: s.holidayId }),
    stranger: {
      post: 'own',
      because: 'removing what is gone already is no error, and an id of elsewhere looks like that',
    },
  },
  'settings/owner-roles.tsx': {
    ...{ get: everyone, post: managing, stranger: ownForm },
    form: () => ({ name: 'Laboratory', aliases: '' }),
  },
  'settings/owner-role.tsx': {
    ...{ get: everyone, post: managing, params: (s) => ({ ownerRoleId: s.ownerRoleId }) },
    form: () => ({ name: 'HR', aliases: '', ...version() }),
  },
  'settings/owner-role-people.tsx': {
    ...{ get: managing, post: managing, params: (s) => ({ ownerRoleId: s.ownerRoleId }) },
    query: (s) => `?holderId=${s.people.manager.personId}&backupId=${s.people.member.personId}`,
    form: (s) => ({
      ...{ holderId: s.people.manager.personId, backupId: s.people.member.personId },
      ...{ seen: 'x', ...version() },
    }),
  },
  'settings/sign-in.tsx': {
    ...{ get: administrators, post: administrators, stranger: ownForm },
    form: () => ({
      ...{ secondFactorFor: 'nobody', secondFactorFrom: '', singleSignOnFor: 'nobody' },
      ...{ singleSignOnFrom: '', idleMinutes: '1440', absoluteMinutes: '10080', version: '1' },
    }),
  },
  'settings/identity-providers.tsx': { get: administrators, stranger: ownPage },
  'settings/new-identity-provider.tsx': {
    ...{ get: administrators, post: administrators, stranger: ownForm },
    form: () => ({ ...providerForm, name: 'Second account', issuer: 'https://login.example' }),
  },
  'settings/identity-provider.tsx': {
    ...{ get: administrators, post: administrators, params: provider },
    form: () => ({ ...providerForm, name: 'Account of the clinic', ...version() }),
  },
  'settings/test-identity-provider.ts': {
    ...{ get: leadsBack, post: administrators, params: provider, form: () => ({}) },
  },
  'settings/unlink-identity.ts': {
    ...{ get: leadsBack, post: administrators, form: () => ({}) },
    params: (s) => ({ ...provider(s), identityId: s.identityId }),
  },
  'settings/disable-identity-provider.ts': {
    ...{ get: leadsBack, post: administrators, params: provider, form: () => ({}) },
  },
  'settings/enable-identity-provider.ts': {
    ...{ get: leadsBack, post: administrators, params: provider, form: () => ({}) },
  },
  'settings/permissions.tsx': { get: administrators, stranger: ownPage },
  'settings/further-organisations.ts': {
    ...{ get: leadsBack, post: '', form: () => ({ furtherOrganisations: 'closed' }) },
    stranger: {
      ...{ get: 'own', post: 'own' },
      because: 'the stranger administers the installation’s first organisation, which decides this',
    },
  },
  'settings/mail.tsx': { get: administrators, stranger: ownPage },
  'settings/email.tsx': {
    ...{ get: administrators, post: administrators, form: () => ({}) },
    params: (s) => ({ emailId: s.emailId }),
  },
  'settings/email-html.ts': { get: administrators, params: (s) => ({ emailId: s.emailId }) },
  'settings/reminders.tsx': { get: 'AMla', stranger: ownPage },
} satisfies Record<string, RouteAccess>

const organisations = {
  'organisations/index.tsx': { get: everyone, stranger: ownPage },
  'organisations/new.tsx': {
    ...{ get: '', post: '', form: () => ({ organisationName: 'X', timeZone: 'Europe/Berlin' }) },
    stranger: {
      ...{ get: 'own', post: 'own' },
      because: 'refused with 403 as everybody is while the installation does not allow it',
    },
  },
  'organisations/switch.ts': {
    ...{ get: leadsBack, post: everyone, form: () => ({}) },
    params: (s) => ({ organisationId: s.people.administrator.organisationId }),
  },
} satisfies Record<string, RouteAccess>

const frame = {
  'shell/layout.tsx': { get: everyone, stranger: ownPage },
  'shell/boundary.tsx': because('has neither loader nor action'),
  'shell/unknown.tsx': because('answers 404 to everybody; tests/server/requests.test.ts'),
} satisfies Record<string, RouteAccess>

export const routeAccess: Readonly<Record<string, RouteAccess>> = {
  ...accountRows,
  ...passkeysRows,
  ...singleSignOnRows,
  ...mailLinksRows,
  ...firstRun,
  ...tasks,
  ...guides,
  ...plans,
  ...reviews,
  ...audit,
  ...people,
  ...settings,
  ...organisations,
  ...frame,
}
