/**
 * What a check of the audit log found, as sentences for people.
 *
 *     describeFinding(finding, () => 'Maya Lind completed “Test the backup”')
 *     // 'Entry 7 of 2026-12-01T08:00:00.000Z was changed: it does not say what was sealed (“Maya Lind …”).'
 */
import type { Finding } from './check-chain'
import type { SealedEntry } from './canonical-entry'

/** @param sentenceOf what an entry says now; null where it says nothing that can be read */
export function describeFinding(
  finding: Finding,
  sentenceOf: (entry: SealedEntry) => string | null,
): string {
  const { kind, from, to, entry } = finding
  const sentence = entry && sentenceOf(entry)
  const saying = sentence ? ` (it says now: ${sentence})` : ''
  const numbers = from === to ? `Entry ${from}` : `Entries ${from} to ${to}`
  const are = from === to ? 'is' : 'are'
  const were = from === to ? 'was' : 'were'
  switch (kind) {
    case 'changed':
      return `${numbers}${ofInstant(finding)} ${were} changed or replaced: ${from === to ? 'it is' : 'they are'} not what was sealed${saying}.`
    case 'missing':
      return `${numbers} ${are} missing${between(finding)}.`
    case 'inserted':
      return `${numbers}${ofInstant(finding)} ${were} inserted: the chain was not built on ${from === to ? 'it' : 'them'}${saying}.`
    case 'renumbered':
      return `${numbers} ${from === to ? 'stands' : 'stand'} under another number than ${from === to ? 'it was' : 'they were'} sealed under.`
    case 'cut-off':
      return `${numbers} ${are} missing at the end${between(finding)}.`
  }
}

const ofInstant = ({ after, before }: Finding) => {
  const at = before ?? after
  return at ? ` of ${at}` : ''
}

function between({ after, before }: Finding): string {
  if (after && before) return `, between ${after} and ${before}`
  if (after) return `, after ${after}`
  return before ? `, before ${before}` : ''
}
