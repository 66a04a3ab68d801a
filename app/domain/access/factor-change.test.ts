import { expect, it } from 'vitest'
import { factorChangeWords } from './factor-change'

it.each([
  [{ change: 'authenticator-added' } as const, /app was added to your account$/, null],
  [{ change: 'recovery-codes-made' } as const, /codes were made/, /no longer work/],
  [
    { change: 'recovery-code-used', codesLeft: 1 } as const,
    /code was used/,
    /^1 recovery code is left/,
  ],
  [
    { change: 'recovery-code-used', codesLeft: 9 } as const,
    /code was used/,
    /^9 recovery codes are left/,
  ],
  [{ change: 'factors-dropped' } as const, /factors were removed/, /told that you lost them/],
])('%j', (change, what, remark) => {
  const told = factorChangeWords(change)
  expect(told.what).toMatch(what)
  if (remark) expect(told.remark).toMatch(remark)
  else expect(told.remark).toBeNull()
})
