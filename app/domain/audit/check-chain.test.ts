import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEntry, type SealedEntry } from './canonical-entry'
import { beginCheck, type ChainPlace } from './check-chain'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const nowhere: ChainPlace = { sequence: 0, hash: '' }

function seal(entry: SealedEntry): SealedEntry {
  return { ...entry, hash: sha256(canonicalEntry(entry)) }
}

/** A whole chain that goes on after `anchor`. */
function chainOf(length: number, anchor = nowhere): SealedEntry[] {
  const entries: SealedEntry[] = []
  for (let index = 1; index <= length; index += 1) {
    const sequence = anchor.sequence + index
    entries.push(
      seal({
        organisationId: 'o1',
        sequence,
        at: `2026-12-01T08:00:${String(sequence % 60).padStart(2, '0')}.000Z`,
        activityId: `a${sequence}`,
        type: 'task.started',
        noun: 'task',
        personId: 'maya',
        planId: 'p1',
        taskId: `t${sequence}`,
        reviewId: null,
        way: 'browser',
        address: '203.0.113.7',
        sessionId: null,
        changes: sequence % 2 ? `[{"table": "task", "after": {"n": ${sequence}}}]` : null,
        payload: `{"action": "Task ${sequence}"}`,
        isCopyTrue: true,
        previousHash: entries.at(-1)?.hash ?? anchor.hash,
        hash: '',
      }),
    )
  }
  return entries
}

const placeOf = (entry: SealedEntry | undefined): ChainPlace =>
  entry ? { sequence: entry.sequence, hash: entry.hash } : nowhere

function check(
  entries: readonly SealedEntry[],
  { head = placeOf(entries.at(-1)), anchor = nowhere, noted = null as ChainPlace | null } = {},
) {
  const walk = beginCheck({ anchor, head, noted, sha256 })
  for (const entry of entries) walk.take(entry)
  return walk.finish()
}

const told = (...args: Parameters<typeof check>) =>
  check(...args).findings.map(({ kind, from, to }) => [kind, from, to])

const whole = chainOf(12)
const head = placeOf(whole.at(-1))
const swapIn = (sequence: number, entry: SealedEntry) =>
  whole.map((each) => (each.sequence === sequence ? entry : each))
const entryAt = (sequence: number) => whole[sequence - 1]!
const renumbered = (entries: readonly SealedEntry[], by: number) =>
  entries.map((entry) => ({ ...entry, sequence: entry.sequence + by }))

describe('a whole chain', () => {
  it.each([0, 1, 2, 50])('of %i entries is whole', (length) => {
    const entries = chainOf(length)
    expect(check(entries)).toMatchObject({ findings: [], entryCount: length })
  })

  it('is whole through a place noted earlier', () => {
    expect(told(whole, { noted: placeOf(whole[4]) })).toEqual([])
    expect(told(whole, { noted: head })).toEqual([])
  })
})

describe('what was done to a chain is named', () => {
  it.each([1, 5, 12])('a changed entry (%i)', (sequence) => {
    const entry = { ...entryAt(sequence), payload: '{"action": "Another"}' }
    expect(told(swapIn(sequence, entry), { head })).toEqual([['changed', sequence, sequence]])
  })

  it('an entry whose activity says something else now', () => {
    expect(told(swapIn(5, { ...entryAt(5), isCopyTrue: false }), { head })).toEqual([
      ['changed', 5, 5],
    ])
  })

  it.each([1, 5, 12])('an entry changed and sealed anew (%i)', (sequence) => {
    const entry = seal({ ...entryAt(sequence), personId: 'tom' })
    expect(told(swapIn(sequence, entry), { head })).toEqual([['changed', sequence, sequence]])
  })

  it.each([1, 5, 12])('a changed hash (%i)', (sequence) => {
    const entry = { ...entryAt(sequence), hash: 'f'.repeat(64) }
    expect(told(swapIn(sequence, entry), { head })).toEqual([['changed', sequence, sequence]])
  })

  it.each([
    [1, 1],
    [5, 7],
  ])('missing entries (%i to %i)', (from, to) => {
    const left = whole.filter(({ sequence }) => sequence < from || sequence > to)
    expect(told(left, { head })).toEqual([['missing', from, to]])
  })

  it('a missing entry whose gap was closed', () => {
    const left = [...whole.slice(0, 4), ...renumbered(whole.slice(5), -1)]
    const moved = { sequence: 11, hash: head.hash }
    expect(told(left, { head: moved })).toContainEqual(['missing', 5, 5])
    expect(told(left, { head: moved })).toContainEqual(['renumbered', 5, 11])
  })

  it('entries cut off at the end', () => {
    expect(told(whole.slice(0, 9), { head })).toEqual([['cut-off', 10, 12]])
  })

  it('entries cut off together with the head, by a place noted earlier', () => {
    const left = whole.slice(0, 9)
    expect(told(left)).toEqual([])
    expect(told(left, { noted: head })).toEqual([['cut-off', 10, 12]])
  })

  it.each([
    ['as nobody sealed it', { hash: 'e'.repeat(64) }],
    ['sealed by itself', {}],
  ])('an entry put in between, %s', (_how, forged) => {
    const stranger = { ...seal({ ...entryAt(5), sequence: 6, taskId: 'x' }), ...forged }
    const entries = [...whole.slice(0, 5), stranger, ...renumbered(whole.slice(5), 1)]
    const found = told(entries, { head: { ...head, sequence: 13 } })
    expect(found).toContainEqual(['inserted', 6, 6])
    expect(found).toContainEqual(['renumbered', 7, 13])
  })

  it('an entry put behind the end', () => {
    const stranger = seal({ ...entryAt(12), sequence: 13, previousHash: head.hash })
    expect(told([...whole, stranger], { head })).toEqual([['inserted', 13, 13]])
  })

  it('a chain written anew from some entry on, by a place noted earlier', () => {
    const forged = whole.slice(0, 4)
    for (const entry of whole.slice(4)) {
      forged.push(seal({ ...entry, address: '192.0.2.1', previousHash: forged.at(-1)!.hash }))
    }
    expect(told(forged)).toEqual([])
    expect(told(forged, { noted: placeOf(whole[8]) })).toEqual([['changed', 9, 9]])
  })
})

describe('a chain whose beginning was removed after its time', () => {
  const anchor = { sequence: 3, hash: 'a'.repeat(64) }
  const purge = (lastSequence: number, lastHash: string) => {
    const entries = chainOf(4, anchor)
    const last = entries[3]!
    entries[3] = seal({
      ...last,
      type: 'audit.purged',
      payload: JSON.stringify({ lastSequence, lastHash }),
    })
    return entries
  }

  it('is whole where an entry tells of the removal', () => {
    expect(told(purge(3, anchor.hash), { anchor })).toEqual([])
  })

  it('is not where none does, or it tells of less', () => {
    expect(told(chainOf(4, anchor), { anchor })).toEqual([['missing', 1, 3]])
    expect(told(purge(2, 'b'.repeat(64)), { anchor })).toEqual([['missing', 3, 3]])
  })

  it('says nothing about a place noted before it', () => {
    const noted = { sequence: 2, hash: 'c'.repeat(64) }
    expect(told(purge(3, anchor.hash), { anchor, noted })).toEqual([])
    expect(told(purge(3, anchor.hash), { anchor, noted: { ...anchor, hash: '0' } })).toEqual([
      ['changed', 3, 3],
    ])
  })
})

const texts = [
  'at',
  'type',
  'noun',
  'personId',
  'planId',
  'taskId',
  'reviewId',
  'way',
  'address',
  'sessionId',
  'activityId',
  'changes',
  'payload',
  'previousHash',
  'hash',
  'organisationId',
] as const

describe('whatever is done once is found', () => {
  const place = fc.integer({ min: 1, max: 12 })

  it('any change of any column', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...texts), fc.string(), (sequence, column, value) => {
        const entry = entryAt(sequence)
        fc.pre(entry[column] !== value)
        for (const changed of [
          { ...entry, [column]: value },
          seal({ ...entry, [column]: value }),
        ]) {
          fc.pre(changed.hash !== entry.hash || column !== 'hash')
          expect(told(swapIn(sequence, changed), { head })).not.toEqual([])
        }
      }),
    )
  })

  it('any removal, with the gap left open or closed', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 4 }), fc.boolean(), (from, count, isClosed) => {
        const rest = whole.slice(from - 1 + count)
        const removed = whole.length - rest.length - (from - 1)
        const left = [
          ...whole.slice(0, from - 1),
          ...(isClosed ? renumbered(rest, -removed) : rest),
        ]
        expect(told(left, { head })).not.toEqual([])
        if (rest.length > 0) expect(told(left)).not.toEqual([])
      }),
    )
  })

  it('any insertion', () => {
    fc.assert(
      fc.property(place, place, fc.boolean(), (at, of, isSealed) => {
        const copy = { ...entryAt(of), sequence: at + 1, activityId: 'x' }
        const stranger = isSealed ? seal({ ...copy, previousHash: entryAt(at).hash }) : copy
        const entries = [...whole.slice(0, at), stranger, ...renumbered(whole.slice(at), 1)]
        expect(told(entries, { head })).not.toEqual([])
        if (at < 12) expect(told(entries)).not.toEqual([])
      }),
    )
  })

  it('any swap', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(a !== b)
        const entries = [...whole]
        entries[a - 1] = { ...entryAt(b), sequence: a }
        entries[b - 1] = { ...entryAt(a), sequence: b }
        expect(told(entries, { head })).not.toEqual([])
      }),
    )
  })
})

it('keeps count of what it does not keep', () => {
  const entries = chainOf(700).map((entry) => ({ ...entry, address: '192.0.2.9' }))
  const { findings, furtherCount } = check(entries)
  expect([findings.length, furtherCount]).toEqual([500, 200])
})
