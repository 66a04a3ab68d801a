/**
 * What is signed, as one string that is the same on every machine: JSON without spaces, the keys of
 * every object sorted by code unit, lists in their own order (attendees by id), instants in UTC with
 * milliseconds. The SHA-256 of its UTF-8 bytes is the hash a signed review shows; whoever has the
 * export can compute it again.
 *
 *     canonicalJson({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { ReviewSnapshot } from '~/domain/reviews/snapshot'

/** The layout below; a change to what is signed takes the next number, so old hashes keep their meaning. */
export const canonicalReviewSchema = 1

interface NamedPerson {
  id: string
  name: string
}

/** Everything a signature covers, with the names people had when it was made. */
export interface SignedReview {
  id: string
  organisationId: string
  title: string
  scheduledOn: CalendarDate
  openedAt: Date
  signedAt: Date
  chair: NamedPerson
  attendees: readonly NamedPerson[]
  agenda: string
  snapshot: ReviewSnapshot
  /** In the order they were written. */
  decisions: readonly {
    id: string
    text: string
    ownerName: string | null
    dueOn: CalendarDate | null
  }[]
  signer: NamedPerson
}

/** The string to hash. Extra properties of the arguments are left out, so rows may be passed as they are. */
export function canonicalReview(review: SignedReview): string {
  return canonicalJson({
    schema: canonicalReviewSchema,
    id: review.id,
    organisationId: review.organisationId,
    title: review.title,
    scheduledOn: review.scheduledOn,
    openedAt: review.openedAt,
    signedAt: review.signedAt,
    chair: named(review.chair),
    attendees: review.attendees.map(named).sort((a, b) => compareText(a.id, b.id)),
    agenda: review.agenda,
    snapshot: review.snapshot,
    decisions: review.decisions.map(({ id, text, ownerName, dueOn }) => ({
      id,
      text,
      ownerName,
      dueOn,
    })),
    signer: named(review.signer),
  })
}

/**
 * JSON with sorted keys. Properties that are undefined are left out; throws TypeError for what JSON
 * cannot hold (functions, NaN, infinities, invalid dates), rather than sign something else.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return JSON.stringify(value.toISOString())
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compareText(a, b))
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  throw new TypeError(`canonicalJson: a ${typeof value} has no JSON form`)
}

const named = ({ id, name }: NamedPerson) => ({ id, name })

/** By code unit, which no locale changes. */
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
