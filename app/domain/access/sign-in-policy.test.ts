import { describe, expect, it } from 'vitest'
import { calendarDate as day } from '~/domain/calendar/calendar-date'
import { permissionRoles } from '~/domain/shared/vocabulary'
import { demands, isInGroup, secondFactorDuty, SignInPolicy } from './sign-in-policy'
import { absoluteChoices, formatMinutes, idleChoices } from './sign-in-policy-words'

describe('SignInPolicy', () => {
  it('has a default for everything, so that a stored {} is a policy', () => {
    expect(SignInPolicy.parse({})).toEqual({
      secondFactorFor: 'nobody',
      secondFactorFrom: null,
      singleSignOnFor: 'nobody',
      singleSignOnFrom: null,
      idleMinutes: 1440,
      absoluteMinutes: 10_080,
    })
  })

  it('takes every length that is offered', () => {
    for (const idleMinutes of idleChoices) SignInPolicy.parse({ idleMinutes })
    for (const absoluteMinutes of absoluteChoices) SignInPolicy.parse({ absoluteMinutes })
  })
})

describe('isInGroup', () => {
  it.each([
    ['nobody', []],
    ['managers', ['administrator', 'manager']],
    ['everyone', [...permissionRoles]],
  ] as const)('%s', (group, roles) => {
    expect(permissionRoles.filter((role) => isInGroup(group, role)).sort()).toEqual(
      [...roles].sort(),
    )
  })
})

describe('demands', () => {
  const policy = SignInPolicy.parse({
    secondFactorFor: 'managers',
    secondFactorFrom: '2026-12-14',
    singleSignOnFor: 'everyone',
    singleSignOnFrom: null,
  })

  it('begin on their day, not before', () => {
    expect(demands(policy, 'manager', day('2026-12-13')).secondFactor).toEqual({
      state: 'later',
      from: '2026-12-14',
    })
    expect(demands(policy, 'manager', day('2026-12-14')).secondFactor).toEqual({ state: 'now' })
    expect(demands(policy, 'administrator', day('2027-01-01')).secondFactor).toEqual({
      state: 'now',
    })
  })

  it('hold only the group they are made for, and at once without a day', () => {
    expect(demands(policy, 'member', day('2026-12-31')).secondFactor).toEqual({ state: 'none' })
    expect(demands(policy, 'auditor', day('2026-01-01')).singleSignOn).toEqual({ state: 'now' })
  })
})

describe('secondFactorDuty', () => {
  const now = { state: 'now' } as const
  const later = { state: 'later' as const, from: day('2026-12-14') }
  const bare = { isVouchedFor: false, hasFactor: false, hasProvedFactor: false }

  it.each([
    ['nothing is asked', { state: 'none' } as const, bare, { state: 'fine' }],
    ['time is left', later, bare, { state: 'soon', from: '2026-12-14' }],
    ['the day has come', now, bare, { state: 'enrol' }],
    ['a provider vouches', now, { ...bare, isVouchedFor: true }, { state: 'fine' }],
    [
      'signed in with it',
      now,
      { ...bare, hasFactor: true, hasProvedFactor: true },
      { state: 'fine' },
    ],
    ['enrolled elsewhere since', now, { ...bare, hasFactor: true }, { state: 'sign-in-again' }],
    ['the same, in the days of grace', later, { ...bare, hasFactor: true }, { state: 'fine' }],
    // A factor that was removed again: having signed in with it once is not enough.
    ['removed since', now, { ...bare, hasProvedFactor: true }, { state: 'enrol' }],
  ])('%s', (_case, demand, session, expected) => {
    expect(secondFactorDuty(demand, session)).toEqual(expected)
  })
})

describe('formatMinutes', () => {
  it.each([
    [15, '15 minutes'],
    [60, '1 hour'],
    [480, '8 hours'],
    [1440, '1 day'],
    [10_080, '7 days'],
  ])('%i', (minutes, words) => {
    expect(formatMinutes(minutes)).toBe(words)
  })
})
