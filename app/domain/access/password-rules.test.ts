import { describe, expect, it } from 'vitest'
import { commonWords } from './common-passwords'
import { passwordProblem } from './password-rules'

const common = (password: string) => passwordProblem(password, {})

describe('common passwords', () => {
  it.each([
    'passwordpassword',
    'Password1234',
    'P@ssw0rd1234',
    'PASSWORD!!!!',
    'Welcome2024!!',
    'welcome-2026-12',
    'administrator1',
    'qwertyuiop123',
    'Qwertzuiop12',
    '1qaz2wsx3edc',
    'q1w2e3r4t5y6',
    '123456789012',
    '210987654321',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '121212121212',
    '11.11.1111 11',
    '31121999311299',
    'abcdefghijkl',
    'sunshine2026',
    'summer summer',
    'ilovemyfamily',
    'Football12345',
    'dragonmonkey1',
    'iloveyou!!!!',
    'changeme1234',
    'letmein12345',
    'M1cha3l-2024',
    'correcthorsebatterystaple',
    'Klinik Klinik 2026',
    'Sommer2026!!',
  ])('refuses %s', (password) => {
    expect(common(password)).toMatch(/guessing programs/)
  })

  it('compares without regard to case', () => {
    for (const password of ['sunshine2026', 'SUNSHINE2026', 'SunShine2026']) {
      expect(common(password)).not.toBeNull()
    }
  })

  it.each([
    'a sentence nobody guesses',
    'tulips under seven lamps',
    'grandmother rides the late tram',
    'coffee monkey river lantern',
    'kX9#vQ2$mL7!',
    'vnqsjwpzhtkd',
    'drei Kaffee vor der Visite',
    'レントゲン室の青い椅子です',
    'a quiet lake in early autumn',
    'another long sentence',
    '8295 1743 6602 19',
  ])('takes %s', (password) => {
    expect(common(password)).toBeNull()
  })

  it('has no rules of composition: small letters alone are enough', () => {
    expect(common('lantern tram river stone')).toBeNull()
  })

  it('knows a thousand words and more, each in plain small letters', () => {
    expect(commonWords.size).toBeGreaterThan(900)
    for (const word of commonWords) expect(word).toMatch(/^[a-z0-9]+$/)
  })

  it('sees through the longest password, in however many ways it is made of words', () => {
    expect(common(`${'pass'.repeat(49)}x1`)).toMatch(/first that guessing programs try/)
  })
})

describe('what everybody knows of an account', () => {
  const owner = {
    name: 'Nora Östlund',
    email: 'n.oestlund@seeblick.example',
    organisationNames: ['Seeblick Clinic Group'],
  }

  it.each([
    ['nora likes blue tiles', 'nora'],
    ['the OSTLUND of tulips', 'ostlund'],
    ['Östlund and the lamps', 'ostlund'],
    ['n0ra likes blue tiles', 'nora'],
    ['under the see-blick lamp', 'seeblick'],
    ['oestlund paints lamps', 'oestlund'],
    ['my ward-round lantern', 'wardround'],
  ])('refuses %s for “%s”', (password, word) => {
    expect(passwordProblem(password, owner)).toContain(`“${word}”`)
  })

  it('leaves usual words of organisations and short ones alone', () => {
    expect(passwordProblem('seven lamps of the clinic', owner)).toBeNull()
    expect(passwordProblem('the ann of green lamps', { name: 'Ann Li' })).toBeNull()
  })

  it('names the product for everybody', () => {
    expect(passwordProblem('Wardround lamps tram', {})).toContain('wardround')
  })
})
