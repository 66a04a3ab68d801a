import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { canonicalJson, canonicalReview, type SignedReview } from '~/domain/reviews/canonical'

const review: SignedReview = {
  id: 'r1',
  organisationId: 'o1',
  title: 'Autumn review',
  scheduledOn: calendarDate('2026-11-23'),
  openedAt: new Date('2026-11-23T09:00:00Z'),
  signedAt: new Date('2026-11-23T10:00:00Z'),
  chair: { id: 'ana', name: 'Ana' },
  attendees: [
    { id: 'tom', name: 'Tom' },
    { id: 'maya', name: 'Maya' },
  ],
  agenda: 'Numbers first.',
  snapshot: {
    schema: 1,
    takenAt: '2026-11-23T09:00:00.000Z',
    takenOn: calendarDate('2026-11-23'),
    plans: [],
  },
  decisions: [
    { id: 'd1', text: 'Buy it', ownerName: 'Tom', dueOn: null },
    { id: 'd2', text: 'Wait', ownerName: null, dueOn: calendarDate('2026-12-01') },
  ],
  signer: { id: 'ana', name: 'Ana' },
}

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]))
}

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    [{ é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
    [{ at: new Date('2026-11-23T09:00:00Z') }, '{"at":"2026-11-23T09:00:00.000Z"}'],
    [{ gone: undefined, 'a"b': '\u2028' }, '{"a\\"b":"\u2028"}'],
    [-0, '0'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([[NaN], [Infinity], [new Date(NaN)], [() => 1], [undefined], [[undefined]], [1n]])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )

  it('does not depend on the order of keys, and says what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(reversed(value))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('canonicalReview', () => {
  const signed = canonicalReview(review)

  it('is the same for the same content, however it is put', () => {
    expect(canonicalReview(reversed(review) as SignedReview)).toBe(signed)
    expect(canonicalReview({ ...review, attendees: [...review.attendees].reverse() })).toBe(signed)
    const row = { ...review, version: 7, signer: { ...review.signer, email: 'ana@clinic.example' } }
    expect(canonicalReview(row)).toBe(signed)
    expect(JSON.parse(signed)).toMatchObject({ schema: 1, title: 'Autumn review' })
  })

  it.each<[string, Partial<SignedReview>]>([
    ['id', { id: 'r2' }],
    ['organisation', { organisationId: 'o2' }],
    ['title', { title: 'Autumn review ' }],
    ['scheduled day', { scheduledOn: calendarDate('2026-11-24') }],
    ['opening', { openedAt: new Date('2026-11-23T09:00:00.001Z') }],
    ['signing', { signedAt: new Date('2026-11-23T10:00:00.001Z') }],
    ['chair', { chair: { id: 'tom', name: 'Tom' } }],
    ['attendees', { attendees: [] }],
    ['agenda', { agenda: '' }],
    ['snapshot', { snapshot: { ...review.snapshot, takenOn: calendarDate('2026-11-22') } }],
    ['decisions', { decisions: review.decisions.slice(1) }],
    ['order of decisions', { decisions: [...review.decisions].reverse() }],
    ['signer', { signer: { id: 'ana', name: 'Anna' } }],
  ])('changes with the %s', (_part, change) => {
    expect(canonicalReview({ ...review, ...change })).not.toBe(signed)
  })
})
