/**
 * Checks the chain of an organisation's audit entries: every entry's hash is computed again and must
 * be the one that the next entry was sealed after. Takes the entries one by one, oldest first, and
 * keeps two of them, so a million take no more memory than ten.
 *
 *     const check = beginCheck({ anchor, head, sha256 })
 *     for (const entry of entries) check.take(entry)
 *     check.finish().findings
 *     // [{ kind: 'missing', from: 5, to: 7, before: '2026-12-01…', after: '2026-12-03…', … }]
 */
import { canonicalEntry, type SealedEntry } from './canonical-entry'

/** A place in the chain: the number of an entry and its hash. */
export interface ChainPlace {
  sequence: number
  hash: string
}

export type FindingKind =
  /** The entry does not say what was sealed, or another stands in its place. */
  | 'changed'
  /** Entries that were there are not. */
  | 'missing'
  /** An entry that the chain was not built on. */
  | 'inserted'
  /** What was sealed, under another number. */
  | 'renumbered'
  /** Entries at the end that the head, or what was noted down, knows of. */
  | 'cut-off'

export interface Finding {
  kind: FindingKind
  /** The first and last number it is about. */
  from: number
  to: number
  /** When the entries around or in it were made, as far as known. */
  after: string | null
  before: string | null
  /** The entry itself, where there is one. */
  entry: SealedEntry | null
}

export interface ChainCheck {
  entryCount: number
  /** The number and hash of the last entry that was read. */
  last: ChainPlace
  findings: Finding[]
  /** Findings beyond those kept in `findings`. */
  furtherCount: number
}

interface Expected {
  sequence: number
  previousHash: string
}

/** What an `audit.purged` entry says it removed. */
type Removal = ChainPlace

const mostFindings = 500
/** Numbers beside its own under which an entry is looked for. */
const nearby = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5]

/**
 * @param input.anchor the last entry removed after its time; number 0 and no hash where none was
 * @param input.head where the organisation's chain ends by its own account
 * @param input.noted a place that somebody noted down earlier, which the chain must lead through
 */
export function beginCheck(input: {
  anchor: ChainPlace
  head: ChainPlace
  noted?: ChainPlace | null
  sha256: (text: string) => string
}) {
  const { anchor, head, sha256 } = input
  const noted = input.noted ?? null
  const findings: Finding[] = []
  let furtherCount = 0
  let entryCount = 0
  let expected: Expected = { sequence: anchor.sequence + 1, previousHash: anchor.hash }
  let current: SealedEntry | null = null
  let lastAt: string | null = null
  /** How far the numbers are off, where somebody gave entries other ones. */
  let shift = 0
  let removal: Removal | null = null
  let isNotedSeen = false

  function report(kind: FindingKind, from: number, to: number, about: Partial<Finding> = {}): void {
    const { after = null, before = null, entry = null } = about
    const latest = findings.at(-1)
    if (latest && latest.kind === kind && latest.to + 1 === from && kind === 'renumbered') {
      latest.to = to
      latest.before = before
      return
    }
    if (findings.length === mostFindings) furtherCount += 1
    else findings.push({ kind, from, to, after, before, entry })
  }

  const reportEntry = (kind: FindingKind, entry: SealedEntry) =>
    report(kind, entry.sequence, entry.sequence, { after: entry.at, before: entry.at, entry })

  const isSealedAs = (entry: SealedEntry, sequence: number) =>
    sha256(canonicalEntry({ ...entry, sequence })) === entry.hash

  /** The number under which the entry was sealed; null where it is not what was sealed. */
  function sealedSequence(entry: SealedEntry): number | null {
    if (!entry.isCopyTrue) return null
    if (isSealedAs(entry, entry.sequence)) return entry.sequence
    const near = [...(shift === 0 ? [] : [shift]), ...nearby]
    const found = near.find((by) => isSealedAs(entry, entry.sequence + by))
    return found === undefined ? null : entry.sequence + found
  }

  function goOnAfter(entry: SealedEntry, sequence: number, hash = entry.hash): void {
    expected = { sequence: sequence + 1, previousHash: hash }
    lastAt = entry.at
  }

  function reportMissing(upTo: number, before: string | null): void {
    report('missing', expected.sequence, upTo, { after: lastAt, before })
  }

  /** The hash that what follows says the entry has. */
  function claimedHash(entry: SealedEntry, next: SealedEntry | null): string | null {
    if (next) return next.sequence === entry.sequence + 1 ? next.previousHash : null
    return head.sequence === entry.sequence ? head.hash : null
  }

  function process(entry: SealedEntry, next: SealedEntry | null): void {
    const sequence = sealedSequence(entry)
    // What follows goes on from the entry before this one, so the chain was built past it.
    const isSkipped = (next ? next.previousHash : head.hash) === expected.previousHash
    if (sequence === null) {
      if (isSkipped) return reportEntry('inserted', entry)
      if (entry.sequence > expected.sequence) reportMissing(entry.sequence - 1, entry.at)
      reportEntry('changed', entry)
      return goOnAfter(entry, entry.sequence, claimedHash(entry, next) ?? entry.hash)
    }
    shift = sequence - entry.sequence
    const follows = entry.previousHash === expected.previousHash
    if (sequence === expected.sequence && !follows) {
      if (isSkipped) return reportEntry('inserted', entry)
      const isBuiltOn = claimedHash(entry, next) === entry.hash
      if (isBuiltOn) {
        report('changed', sequence - 1, sequence - 1, { after: lastAt, before: lastAt })
      } else reportEntry('changed', entry)
      return goOnAfter(entry, sequence, claimedHash(entry, next) ?? entry.hash)
    }
    if (sequence < expected.sequence) return reportEntry('inserted', entry)
    if (sequence > expected.sequence) reportMissing(sequence - 1, entry.at)
    if (shift !== 0) reportEntry('renumbered', entry)
    goOnAfter(entry, sequence)
  }

  function compareNoted(entry: SealedEntry): void {
    if (noted?.sequence !== entry.sequence) return
    isNotedSeen = true
    if (noted.hash !== entry.hash) reportEntry('changed', entry)
  }

  function checkEnd(): void {
    const last = expected.sequence - 1
    if (head.sequence > last) {
      report('cut-off', expected.sequence, head.sequence, { after: lastAt })
    } else if (head.sequence < last) {
      report('inserted', head.sequence + 1, last, { before: lastAt })
    } else if (head.hash !== expected.previousHash) {
      report('changed', last, last, { after: lastAt, before: lastAt })
    }
    if (noted && !isNotedSeen && noted.sequence > Math.max(last, anchor.sequence)) {
      if (noted.sequence > head.sequence)
        report('cut-off', last + 1, noted.sequence, { after: lastAt })
    } else if (noted?.sequence === anchor.sequence && noted.hash !== anchor.hash) {
      report('changed', anchor.sequence, anchor.sequence)
    }
  }

  /** What is gone from the beginning must be what the newest removal says it took. */
  function checkBeginning(): void {
    if (anchor.sequence === 0) return
    if (removal?.sequence === anchor.sequence && removal.hash === anchor.hash) return
    report('missing', (removal?.sequence ?? 0) + 1, anchor.sequence)
  }

  return {
    take(entry: SealedEntry): void {
      entryCount += 1
      compareNoted(entry)
      removal = removalIn(entry) ?? removal
      if (current) process(current, entry)
      current = entry
    },
    finish(): ChainCheck {
      if (current) process(current, null)
      current = null
      checkEnd()
      checkBeginning()
      const last = { sequence: expected.sequence - 1, hash: expected.previousHash }
      return { entryCount, last, findings, furtherCount }
    },
  }
}

function removalIn({ type, payload }: SealedEntry): Removal | null {
  if (type !== 'audit.purged' || payload === null) return null
  try {
    const { lastSequence, lastHash } = JSON.parse(payload) as Record<string, unknown>
    if (typeof lastSequence !== 'number' || typeof lastHash !== 'string') return null
    return { sequence: lastSequence, hash: lastHash }
  } catch {
    return null
  }
}
