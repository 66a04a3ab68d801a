import { describe, expect, it } from 'vitest'
import { EmailDomains, Issuer, NewIdentityProviderInput, newPersonRoles } from './identity-provider'

const messageOf = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message).join(' ') ?? ''

describe('EmailDomains', () => {
  it('reads what people paste, in lower case and once each', () => {
    expect(EmailDomains.parse(' @Clinic.example, lab.clinic.example\nclinic.example')).toEqual([
      'clinic.example',
      'lab.clinic.example',
    ])
  })

  it('says which one is none', () => {
    for (const wrong of ['clinic', 'a@clinic.example', 'clinic..example', '-x.example', '*.org'])
      expect(messageOf(EmailDomains.safeParse(`ok.example ${wrong}`))).toContain(`“${wrong}”`)
    expect(messageOf(EmailDomains.safeParse(' , '))).toContain('Enter a domain')
  })

  it('refuses domains in which anybody has an address', () => {
    expect(messageOf(EmailDomains.safeParse('gmail.com'))).toContain('Anybody')
  })
})

describe('Issuer', () => {
  it('is an https address, or one on this machine', () => {
    for (const fine of [
      'https://login.clinic.example',
      'https://id.clinic.example/realms/main/',
      'https://login.microsoftonline.com/4f1c7b8e-0000-0000-0000-000000000000/v2.0',
      'http://localhost:4000',
      'http://127.0.0.1:4000/oidc',
    ])
      expect(Issuer.safeParse(fine).success, fine).toBe(true)
    for (const wrong of [
      'login.clinic.example',
      'http://login.clinic.example',
      'http://127.0.0.1.evil.example',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://user:secret@login.clinic.example',
      'https://login.clinic.example/?a=b',
      'https://login.clinic.example/.well-known/openid-configuration',
    ])
      expect(Issuer.safeParse(wrong).success, wrong).toBe(false)
  })

  it('is one organisation’s own, not that of every organisation', () => {
    for (const tenant of ['common', 'organizations', 'consumers'])
      expect(
        messageOf(Issuer.safeParse(`https://login.microsoftonline.com/${tenant}/v2.0`)),
      ).toContain('every organisation')
  })
})

describe('NewIdentityProviderInput', () => {
  const input = {
    name: 'Entra',
    issuer: 'https://login.clinic.example',
    clientId: 'wardround',
    clientSecret: '',
    domains: 'clinic.example',
    newPersonRole: 'member',
  }

  it('makes no people unless the box is ticked', () => {
    expect(NewIdentityProviderInput.parse(input)).toMatchObject({
      createsPeople: false,
      clientSecret: null,
      domains: ['clinic.example'],
    })
    expect(NewIdentityProviderInput.parse({ ...input, createsPeople: 'on' }).createsPeople).toBe(
      true,
    )
  })

  it('never makes administrators', () => {
    expect(newPersonRoles).not.toContain('administrator')
    const result = NewIdentityProviderInput.safeParse({ ...input, newPersonRole: 'administrator' })
    expect(messageOf(result)).toContain('other than administrator')
  })
})
