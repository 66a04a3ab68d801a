import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { redactError, redactText, redactValue } from './redact'

const token = 'Zk3vJ0q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l'

describe('what is logged', () => {
  it.each([
    `GET /reset-password/${token} failed`,
    `/invitations/${token}.data`,
    `/mail-links/${token}/tasks/0191e0a4-0000-7000-8000-000000000001`,
    `/sso/callback?code=${token.slice(0, 12)}&state=abc`,
    `Authorization: Bearer ${token.slice(0, 20)}`,
    `eyJhbGciOiJIUzI1NiJ9.${token.slice(0, 20)}.${token.slice(0, 20)}`,
    `wardround-session=${token}`,
  ])('has no token: %s', (text) => {
    expect(redactText(text)).not.toContain(token.slice(0, 12))
    expect(redactText(text)).not.toContain('state=abc')
  })

  it.each(['nora@clinic.example', 'nora%40clinic.example', '"Nora" <nora+x@clinic.example>'])(
    'has no address: %s',
    (text) => expect(redactText(`no such user: ${text}!`)).not.toContain('nora'),
  )

  it('keeps what finds a cause: paths, ids, numbers', () => {
    const text = 'task 0191e0a4-0000-7000-8000-000000000001 at /tasks/x: ECONNREFUSED 5432'
    expect(redactText(text)).toBe(text)
  })

  it('has nothing under a secret name, however deep, and keeps the rest', () => {
    expect(
      redactValue({
        err: { params: ['x'], nested: { currentPassword: 'x', sessionId: 'x' } },
        headers: { cookie: 'x' },
        toAddress: 'x',
        emailId: 'e1',
        isFinal: true,
      }),
    ).toEqual({
      err: {
        params: '[redacted]',
        nested: { currentPassword: '[redacted]', sessionId: '[redacted]' },
      },
      headers: '[redacted]',
      toAddress: '[redacted]',
      emailId: 'e1',
      isFinal: true,
    })
  })

  it('keeps where a request came from, and a hash', () => {
    const kept = { address: '2001:db8::1', hash: 'ab'.repeat(32) }
    expect(redactValue(kept)).toEqual(kept)
    expect(redactValue({ address: 'nora' })).toEqual({ address: '[redacted]' })
  })

  it('has an error without what hangs on it, down its causes', () => {
    const inner = Object.assign(new Error('duplicate key'), {
      ...{ severity: 'ERROR', code: '23505', constraint: 'account_email_key' },
      ...{ detail: 'Key (email)=(nora@clinic.example)', query: 'select typed', params: ['typed'] },
    })
    const outer = new AggregateError([inner], `for nora@clinic.example`, { cause: inner })
    const text = JSON.stringify(redactError(outer))
    expect(text).not.toMatch(/nora|typed|duplicate/)
    expect(redactError(inner)).toMatchObject({ code: '23505', constraint: 'account_email_key' })
    expect(text).toContain('redact.test.ts')
  })

  it('has no piece of what a parser was given', () => {
    let thrown: unknown
    try {
      JSON.parse('Typed by Nora')
    } catch (error) {
      thrown = error
    }
    expect(JSON.stringify(redactValue({ err: thrown }))).not.toContain('Typed')
  })

  it('has no line of a message that looks like a place in the code', () => {
    const error = new Error('first\n    at Nora (typed:1:2)\n    at home')
    expect(redactError(error).stack).not.toContain('Nora')
  })

  it('ends whatever it is given: circles, depth, length', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(JSON.stringify(redactValue(circle))).toContain('[deeper]')
    fc.assert(fc.property(fc.anything(), (value) => void redactValue(value)))
    fc.assert(fc.property(fc.string(), (text) => redactText(text).length < 20_000))
    // Only the beginning of a long text is looked at, whatever the rest would cost.
    expect(redactText('a@'.repeat(500_000))).toBe(redactText('a@'.repeat(500)))
    expect(redactText('?'.repeat(500_000))).toBe(redactText('?'.repeat(1_000)))
  })
})
