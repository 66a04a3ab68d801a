/**
 * What became of the factors of an account, in the words of the mail that tells its owner.
 *
 *     factorChangeWords({ change: 'recovery-code-used', codesLeft: 1 })
 *     // { what: 'A recovery code was used to sign in to your account', remark: '1 recovery code is left. …' }
 */
const words = {
  'authenticator-added': 'An authenticator app was added to your account',
  'authenticator-removed': 'The authenticator app was removed from your account',
  'passkey-added': 'A passkey was added to your account',
  'passkey-removed': 'A passkey was removed from your account',
  'recovery-codes-made': 'New recovery codes were made for your account',
  'recovery-code-used': 'A recovery code was used to sign in to your account',
  'factors-dropped': 'The second factors were removed from your account',
} as const

export interface FactorChange {
  change: keyof typeof words
  /** Recovery codes that are left, where one was used. */
  codesLeft?: number
}

function remarkOf({ change, codesLeft }: FactorChange): string | null {
  if (change === 'recovery-codes-made') return 'The earlier recovery codes no longer work.'
  if (change === 'factors-dropped') {
    return 'Whoever runs this installation did it, because they were told that you lost them. Set up a new one after your next sign-in.'
  }
  if (change !== 'recovery-code-used' || codesLeft === undefined) return null
  const left = codesLeft === 1 ? '1 recovery code is' : `${codesLeft} recovery codes are`
  return `${left} left. You can make new ones on the page of your account.`
}

export const factorChangeWords = (change: FactorChange) => ({
  what: words[change.change],
  remark: remarkOf(change),
})
