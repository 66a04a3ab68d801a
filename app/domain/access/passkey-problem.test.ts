import { describe, expect, it } from 'vitest'
import { passkeyProblem, wrongSite } from './passkey-problem'

describe('passkeyProblem', () => {
  it.each([
    ['NotAllowedError', 'use', 3, /cancelled, or there is none for this site/],
    ['NotAllowedError', 'make', 3, /No passkey was made: it was cancelled/],
    ['NotAllowedError', 'use', 300, /longer than five minutes/],
    ['InvalidStateError', 'make', 1, /has a passkey for your account already/],
    ['ConstraintError', 'make', 1, /needs a PIN, a fingerprint or a face/],
    ['NotSupportedError', 'make', 1, /Try another one/],
    ['SecurityError', 'use', 1, /at its own address/],
    ['UnknownError', 'use', 1, /could not finish/],
  ] as const)('%s while to %s, after %s s', (name, act, seconds, words) => {
    expect(passkeyProblem({ name }, { act, seconds })).toMatch(words)
  })
})

describe('wrongSite', () => {
  const site = 'https://plans.clinic.example'

  it('is null on the site itself', () => {
    expect(wrongSite(site, site)).toBeNull()
  })

  it.each([
    ['https://192.0.2.7', /opened by a number \(https:\/\/192\.0\.2\.7\)\. Open https:\/\/plans/],
    ['http://[::1]:3000', /opened by a number/],
    ['https://plans', /opened at another \(https:\/\/plans\)/],
    ['http://plans.clinic.example', /opened at another/],
  ])('says so at %s', (here, words) => {
    expect(wrongSite(here, site)).toMatch(words)
  })
})
