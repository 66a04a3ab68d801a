import type { SweepResult } from '~/domain/reminders/sweep'
import { atInstant, now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction } from '~/infra/database/database.server'
import { log } from '~/infra/log.server'
import { enqueueRendered } from '../mail/enqueue-email.server'
import { followAbsences } from '../people/follow-absences.server'
import { storeContactLink } from '../people/contact-links.server'
import { composeDigests, type ComposedDigest } from './compose-digests.server'
import { listSweptOrganisationIds, loadSweep } from './load-sweep.server'
import { writeCarried, writeHeld, writeNotices } from './write-ledger.server'

/** A message that a sweep made. */
export interface MadeDigest {
  emailId: string
  toName: string
  toAddress: string
  subject: string
}

/** What a sweep wrote. */
export interface SweepOutcome {
  digests: MadeDigest[]
  /** Reminders that were recorded and not sent. */
  heldCount: number
}

/**
 * Makes every digest whose hour has come, in every organisation. Two sweeps at once, or one after the
 * other, make each digest once: whoever first moves the person's last digest day on has it. What
 * could not be written in one organisation does not keep the others waiting.
 *
 * @param options.at acts as if it were that instant
 * @throws Error after all organisations, when one failed; the next sweep tries it again
 */
export async function sweepReminders({ at }: { at?: Date } = {}): Promise<SweepOutcome> {
  if (at) return atInstant(at, () => sweepReminders())
  const outcome: SweepOutcome = { digests: [], heldCount: 0 }
  const failures: unknown[] = []
  for (const organisationId of await listSweptOrganisationIds()) {
    try {
      const written = await sweepOrganisation(organisationId)
      outcome.digests.push(...written.digests)
      outcome.heldCount += written.heldCount
    } catch (error) {
      log().error({ err: error, organisationId }, 'sweep failed')
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return outcome
}

async function sweepOrganisation(organisationId: string): Promise<SweepOutcome> {
  await followAbsences(organisationId)
  const sweep = await loadSweep(organisationId, now())
  if (!sweep) return { digests: [], heldCount: 0 }
  const { result, composed } = await composeDigests(sweep)
  await writeHolds(organisationId, result)
  const digests: MadeDigest[] = []
  for (const each of composed) {
    const emailId = await writeDigest(organisationId, each)
    const { name: toName, email: toAddress } = each.person
    if (emailId) digests.push({ emailId, toName, toAddress, subject: each.parts.subject })
  }
  return { digests, heldCount: result.held.length }
}

async function writeHolds(organisationId: string, { held }: SweepResult): Promise<void> {
  if (held.length === 0) return
  await transaction(async (tx) => {
    await writeHeld(tx, organisationId, held)
    await writeNotices(tx, organisationId, held)
  })
}

/** One person's digest: claim, message, ledger and job together, or nothing. Null: somebody was faster. */
function writeDigest(
  organisationId: string,
  { digest, person, parts, linkToken }: ComposedDigest,
): Promise<string | null> {
  const { personId, onDate, ledger } = digest
  return transaction(async (tx) => {
    const lastDigestOn = fromCalendarDate(onDate)
    const claimed = await tx.person.updateMany({
      where: {
        id: personId,
        organisationId,
        OR: [{ lastDigestOn: null }, { lastDigestOn: { lt: lastDigestOn } }],
      },
      data: { lastDigestOn },
    })
    if (claimed.count === 0) return null
    const emailId = await enqueueRendered(tx, {
      organisationId,
      personId,
      toName: person.name,
      toAddress: person.email,
      kind: 'task-digest',
      parts,
      dedupeKey: `digest:${personId}:${onDate}`,
    })
    if (emailId === null) return null
    if (linkToken) {
      await storeContactLink(tx, { organisationId, personId, emailId, token: linkToken })
    }
    await writeCarried(tx, organisationId, ledger, emailId)
    await writeNotices(tx, organisationId, ledger)
    return emailId
  })
}
