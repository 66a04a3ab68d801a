import { describe, expect, it } from 'vitest'
import { EmailAddress, NewPassword, PersonName, safeReturnPath } from './account-inputs'

describe('safeReturnPath', () => {
  it.each([
    ['/tasks/1?x=2', '/tasks/1?x=2'],
    ['//evil.example', '/home'],
    ['/\\evil.example', '/home'],
    ['/\t/evil.example', '/home'],
    ['https://evil.example', '/home'],
    ['javascript:alert(1)', '/home'],
    ['', '/home'],
    [null, '/home'],
  ])('%s leads to %s', (to, path) => {
    expect(safeReturnPath(to, '/home')).toBe(path)
  })
})

describe('what people type', () => {
  it('compares addresses in lower case, without space around', () => {
    expect(EmailAddress.parse(' Ann@Clinic.Example ')).toBe('ann@clinic.example')
  })

  it.each(['', 'ann', 'ann@', 'a b@c.example', `${'a'.repeat(250)}@c.example`])(
    'refuses %j as an address',
    (value) => expect(EmailAddress.safeParse(value).success).toBe(false),
  )

  it('takes a long password as it is and refuses a short one', () => {
    expect(NewPassword.parse('  twelve or more ')).toBe('  twelve or more ')
    expect(NewPassword.safeParse('eleven char').success).toBe(false)
  })

  it('refuses line breaks in names, which could end up in mail headers', () => {
    expect(PersonName.safeParse('Ann\r\nBcc: all@c.example').success).toBe(false)
  })
})
