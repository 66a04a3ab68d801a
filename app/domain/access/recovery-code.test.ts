import { expect, it } from 'vitest'
import {
  buildRecoveryCode,
  formatRecoveryCode,
  readRecoveryCode,
  recoveryCodeAlphabet,
} from './recovery-code'

it('makes one letter of each byte, each letter as likely as another', () => {
  const letters = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) {
    const [letter = ''] = buildRecoveryCode(new Uint8Array(24).fill(byte))
    letters.set(letter, (letters.get(letter) ?? 0) + 1)
  }
  expect([...letters.keys()].join('')).toBe(recoveryCodeAlphabet)
  expect(new Set(letters.values())).toEqual(new Set([8]))
})

it('reads back what was shown, however it is typed', () => {
  const code = buildRecoveryCode(Uint8Array.from({ length: 24 }, (_, index) => index * 11))
  const shown = formatRecoveryCode(code)
  expect(shown).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
  for (const typed of [shown, ` ${shown.toLowerCase()} `, shown.replaceAll('-', ' '), code]) {
    expect(readRecoveryCode(typed)).toBe(code)
  }
  expect(readRecoveryCode('oil0')).toBe('0110')
})
