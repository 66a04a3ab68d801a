import { expect, it } from 'vitest'
import { SignInPolicyInput } from './sign-in-policy-input'

const form = {
  secondFactorFor: 'everyone',
  secondFactorFrom: '2026-12-14',
  singleSignOnFor: 'nobody',
  singleSignOnFrom: '',
  idleMinutes: '60',
  absoluteMinutes: '480',
  version: '3',
}

it('reads the form', () => {
  expect(SignInPolicyInput.parse(form)).toEqual({
    ...{ secondFactorFor: 'everyone', secondFactorFrom: '2026-12-14' },
    ...{ singleSignOnFor: 'nobody', singleSignOnFrom: null },
    ...{ idleMinutes: 60, absoluteMinutes: 480, version: 3 },
  })
})

it.each([
  ['a length that is not offered', { idleMinutes: '1' }],
  ['a group that is none', { secondFactorFor: 'admins' }],
  ['a day that is none', { secondFactorFrom: '2026-02-30' }],
  ['unused for longer than in all', { idleMinutes: '1440' }],
])('refuses %s', (_case, change) => {
  expect(SignInPolicyInput.safeParse({ ...form, ...change }).success).toBe(false)
})
