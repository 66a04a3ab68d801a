/**
 * The track that a label or heading stands for.
 *
 *     trackOfLabel('Detection')            // 'detection'
 *     trackOfLabel('Prevention measures:') // 'prevention'
 *     trackOfLabel('Governance and risk')  // 'governance'
 *     trackOfLabel('Response times')       // null
 *     namesPart('Detection and response')  // true: a part of a plan, but no one track
 */
import type { Track } from '~/domain/shared/vocabulary'
import { withoutNumbering } from './horizon-of-heading'
import { comparable, phraseLookup, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

const trackOfWord = phraseLookup((language) => language.tracks)
const tail = new RegExp(
  `[\\s-]+(?:${phraseSource(vocabularyWords((words) => words.trackTails))})$`,
  'iu',
)

const companions = new Set(vocabularyWords((words) => words.trackCompanions))
const otherFunctions = new Set(vocabularyWords((words) => words.otherFunctions))
const joint = new RegExp(
  `\\s*[/&+,]\\s*|\\s+(?:${phraseSource(vocabularyWords((words) => words.joiners))})\\s+`,
  'u',
)
const prefix = new RegExp(
  `^(?:${phraseSource(vocabularyWords((words) => words.columns.track))})\\s*:\\s*(?=\\p{L})`,
  'u',
)

/** The track named by a label that consists of nothing else, in any language. */
export function trackOfLabel(label: string): Track | null {
  if (label.length > 60) return null
  const text = plainLabel(label)
  const track = trackOfWord.get(text)
  if (track || !/[\s/&+,]/.test(text)) return track ?? null
  const bare = text.replace(tail, '')
  const own = trackOfWord.get(bare)
  if (own) return own
  const tracks = tracksOf(bare)
  return tracks?.size === 1 ? ([...tracks][0] ?? null) : null
}

/** Whether a label names a part of a plan that is no one track: "Identify", "Detection and response". */
export function namesPart(label: string): boolean {
  if (label.length > 60) return false
  const text = plainLabel(label.split(/\s*[:([]|\s[-–—]\s/)[0] ?? '').replace(tail, '')
  const tracks = otherFunctions.has(text) ? null : tracksOf(text)
  return otherFunctions.has(text) || (tracks !== null && tracks.size > 1)
}

function plainLabel(label: string): string {
  return withoutNumbering(comparable(label))
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(prefix, '')
}

/** The tracks that a label joins, alone or with what goes with one; null when it says something else. */
function tracksOf(text: string): Set<Track> | null {
  const parts = text.split(joint)
  if (parts.length < 2 || parts.length > 4) return null
  const tracks = new Set<Track>()
  for (const part of parts) {
    const track = trackOfWord.get(part)
    if (track) tracks.add(track)
    else if (!companions.has(part) && !otherFunctions.has(part)) return null
  }
  return tracks
}

/** The same for a heading, which may go on after a colon, dash or bracket: "Recovery (Days 61–90)". */
export function trackOfHeading(heading: string): Track | null {
  const track = trackOfLabel(heading)
  if (track || !/[:([–—]|\s-\s/.test(heading)) return track
  return trackOfLabel(heading.split(/\s*[:([]|\s[-–—]\s/)[0] ?? '')
}
