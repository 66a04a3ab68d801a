import {
  absence,
  because,
  everyone,
  leadsBack,
  linkHolders,
  notTheirs,
  ownForm,
  ownPage,
  type RouteAccess,
} from './row-parts'
import type { Scene } from './scene'

/** The rows of what one does for oneself: account, factors, ways to sign in, and links of mails. */
export const accountRows = {
  'account/absence.ts': {
    ...{ get: leadsBack, post: 'AMml', form: absence, stranger: ownForm },
  },
  'account/end-session.ts': {
    ...{ get: leadsBack, post: 'm', form: () => ({}), ...notTheirs },
    params: (s) => ({ sessionId: s.sessionId }),
  },
  'account/end-other-sessions.ts': {
    ...{ get: leadsBack, post: everyone, form: () => ({}), stranger: ownForm },
  },
  'account/account.tsx': {
    ...{ get: everyone, post: everyone, stranger: ownForm },
    form: () => ({ name: 'Somebody', timeZone: '' }),
  },
  'account/password.tsx': {
    ...{ get: everyone, post: everyone, stranger: ownForm },
    form: () => ({ currentPassword: 'wrong', password: 'a new long sentence' }),
  },
  'account/proof.tsx': {
    ...{ get: everyone, post: everyone, stranger: ownForm },
    form: () => ({ proofPassword: 'wrong' }),
  },
  'account/second-factor.tsx': { get: everyone, stranger: ownPage },
  'account/authenticator.tsx': {
    ...{ get: everyone, post: everyone, stranger: ownForm },
    form: () => ({ code: '000000' }),
  },
  'account/recovery-codes.tsx': {
    ...{ get: everyone, post: everyone, stranger: ownForm, form: () => ({}) },
  },
  'account/remove-authenticator.ts': {
    ...{ get: leadsBack, post: 'm', form: () => ({}) },
    refusal: { status: 404, because: 'of these people the member alone has an app' },
    stranger: ownForm,
  },
  'account/second-step.tsx': because(
    'between a password and its second step nobody is signed in; tests/routes/sign-in-attacks.test.ts',
  ),
  'account/sign-in.tsx': because('one signs in here; tests/routes/account.test.ts'),
  'account/sign-out.ts': because('ends whatever session there is; tests/routes/account.test.ts'),
  'account/forgot-password.tsx': because('for people without a way in; accounts.test.ts'),
  'account/reset-password.tsx': because('opened by the token of a mail; accounts.test.ts'),
  'account/invitation.tsx': because('opened by the token of a mail; accounts.test.ts'),
} satisfies Record<string, RouteAccess>

/** As a browser would write it, of a device that nobody knows. */
const answerOf = (response: Record<string, string>) => ({
  ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key' },
  response: { clientDataJSON: 'AAAA', ...response },
})
const attestation = () => ({ answer: answerOf({ attestationObject: 'AAAA' }) })
const assertion = () => ({ answer: answerOf({ authenticatorData: 'AAAA', signature: 'AAAA' }) })
const passkey = (s: Scene) => ({ passkeyId: s.passkeyId })

export const passkeysRows = {
  'passkeys/passkey.tsx': {
    ...{ get: 'm', post: 'm', params: passkey, ...notTheirs },
    form: () => ({ name: 'Blue key' }),
  },
  'passkeys/removal.ts': {
    ...{ get: leadsBack, post: 'm', params: passkey, form: () => ({}), ...notTheirs },
  },
  'passkeys/registration-challenge.ts': {
    ...{ get: leadsBack, post: everyone, json: () => ({}), stranger: ownForm },
  },
  'passkeys/registration.ts': {
    ...{ get: leadsBack, post: everyone, json: attestation, stranger: ownForm },
  },
  'passkeys/proof-challenge.ts': {
    ...{ get: leadsBack, post: everyone, json: () => ({}), stranger: ownForm },
  },
  'passkeys/proof.ts': {
    ...{ get: leadsBack, post: everyone, json: assertion, stranger: ownForm },
  },
  'passkeys/sign-in-challenge.ts': because('one signs in by it; tests/routes/passkeys.test.ts'),
  'passkeys/sign-in.ts': because('one signs in by it; tests/routes/passkeys.test.ts'),
  'passkeys/second-step-challenge.ts': because(
    'for the browser that gave the password; tests/routes/passkeys.test.ts',
  ),
  'passkeys/second-step.ts': because(
    'for the browser that gave the password; tests/routes/passkeys.test.ts',
  ),
  'passkeys/invitation-challenge.ts': because(
    'opened by the token of a mail; tests/services/accounts/join-with-passkey.test.ts',
  ),
  'passkeys/invitation.ts': because(
    'opened by the token of a mail; tests/services/accounts/join-with-passkey.test.ts',
  ),
} satisfies Record<string, RouteAccess>

export const singleSignOnRows = {
  'single-sign-on/choose.tsx': because(
    'one signs in by it; tests/services/accounts/single-sign-on.test.ts',
  ),
  'single-sign-on/departure.tsx': because(
    'shows a browser where it was going itself; tests/services/accounts/single-sign-on.test.ts',
  ),
  'single-sign-on/callback.tsx': because(
    'a provider sends people here; tests/services/accounts/single-sign-on-attacks.test.ts',
  ),
  'single-sign-on/proof.ts': {
    ...{ get: leadsBack, post: '', form: () => ({ to: '/account' }) },
    stranger: {
      ...{ get: 'own', post: 'own' },
      because:
        'for sessions that came through a provider, which none of these did; the same for all',
    },
  },
} satisfies Record<string, RouteAccess>

const byLink = {
  ...because('the link of a mail is the right; walked with other people’s links'),
  params: (s: Scene) => ({ token: s.linkToken, taskId: s.contactTaskId }),
}
export const mailLinksRows = {
  'mail-links/tasks.tsx': {
    ...{ ...byLink, get: linkHolders, params: (s) => ({ token: s.linkToken }) },
  },
  'mail-links/task.tsx': { ...byLink, get: linkHolders },
  'mail-links/start.ts': {
    ...{ ...byLink, get: leadsBack, post: linkHolders, form: () => ({ version: '3' }) },
  },
  'mail-links/comments.ts': {
    ...{ ...byLink, get: leadsBack, post: linkHolders, form: () => ({ body: 'On Friday' }) },
  },
  'mail-links/evidence.ts': {
    ...{ ...byLink, get: leadsBack, post: linkHolders },
    form: () => ({ kind: 'note', note: 'Delivered' }),
  },
  'mail-links/completion.ts': {
    ...{ ...byLink, get: leadsBack, post: linkHolders, form: () => ({ version: '4' }) },
  },
} satisfies Record<string, RouteAccess>
