import { describe, expect, it } from 'vitest'
import { keptSince, LegalHoldInput, RetentionInput } from './retention'

describe('keptSince', () => {
  it.each([
    ['2028-02-29T10:00:00.000Z', 6, '2022-02-28T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 8, '2020-02-29T10:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', 6, '2020-03-01T00:00:00.000Z'],
    ['2026-02-28T23:59:59.999Z', 6, '2020-02-28T23:59:59.999Z'],
    ['2026-12-31T12:00:00.000Z', 30, '1996-12-31T12:00:00.000Z'],
  ])('%s less %i years is %s', (now, years, since) => {
    expect(keptSince(new Date(now), years).toISOString()).toBe(since)
  })
})

describe('what the forms take', () => {
  it.each([
    ['6', true],
    ['30', true],
    ['5', false],
    ['31', false],
    ['6.5', false],
    ['', false],
    ['six', false],
  ])('%j years: %s', (years, isTaken) => {
    expect(RetentionInput.safeParse({ years, version: '1' }).success).toBe(isTaken)
  })

  it('wants a reason for a hold', () => {
    expect(LegalHoldInput.safeParse({ reason: '  ' }).success).toBe(false)
  })
})
