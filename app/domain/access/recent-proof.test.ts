import { describe, expect, it } from 'vitest'
import { ProofNeeded } from '~/domain/shared/errors'
import { ensureRecentProof, isProofRecent } from './recent-proof'

const at = new Date('2026-12-01T08:15:00Z')

describe('isProofRecent', () => {
  it.each([
    ['2026-12-01T08:15:00Z', true],
    ['2026-12-01T08:00:00Z', true],
    ['2026-12-01T07:59:59Z', false],
    ['2026-12-01T08:15:01Z', false],
  ])('a proof of %s: %s', (provedAt, expected) => {
    expect(isProofRecent(new Date(provedAt), at)).toBe(expected)
  })
})

it('asks again where the proof is too old', () => {
  const provedAt = new Date('2026-12-01T07:00:00Z')
  expect(() => ensureRecentProof({ provedAt }, at)).toThrow(ProofNeeded)
  expect(() => ensureRecentProof({ provedAt: at }, at)).not.toThrow()
})
