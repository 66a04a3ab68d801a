import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import {
  keptSince,
  type LegalHoldInput,
  type RetentionInput,
  type RetentionView,
} from '~/domain/audit/retention'
import { ensureFresh } from '~/domain/tasks/stale'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { recordActivity } from '../activity/record-activity.server'

interface Row {
  years: number
  version: number
  heldAt: Date | null
  heldBy: string | null
  reason: string | null
  oldest: string | null
  oldestAt: Date | null
  removed: string
}

/** How long the audit log is kept, what holds it, and how far it reaches back. */
export async function getRetention(actor: Actor): Promise<RetentionView> {
  ensureCan(actor, 'audit:read')
  const rows = await read<Row[]>`
    select o.audit_retention_years as years, o.version, o.legal_hold_at as "heldAt", p.name as "heldBy",
           o.legal_hold_reason as reason, e.sequence::text as oldest, e.at as "oldestAt",
           coalesce(h.anchor_sequence, 0)::text as removed
      from organisation o
      left join person p on p.id = o.legal_hold_by_id
      left join audit_head h on h.organisation_id = o.id
      left join audit_entry e on e.organisation_id = o.id and e.sequence = h.anchor_sequence + 1
     where o.id = ${actor.organisationId}::uuid`
  const row = rows[0]!
  const { years, version, heldAt, heldBy, reason, oldest, oldestAt, removed } = row
  return {
    years,
    version,
    keptSince: keptSince(now(), years),
    hold: heldAt && { at: new Date(heldAt), by: heldBy ?? 'Somebody', reason: reason ?? '' },
    oldest: oldest && oldestAt ? { sequence: Number(oldest), at: new Date(oldestAt) } : null,
    removedCount: Number(removed),
    timeZone: actor.timeZone,
    may: { manage: can(actor, 'audit:manage') },
  }
}

interface Locked {
  version: number
  auditRetentionYears: number
  isHeld: boolean
}

async function lock(tx: Transaction, { organisationId: id }: Actor): Promise<Locked> {
  const rows = await tx.$queryRaw<Locked[]>`
    select version, audit_retention_years as "auditRetentionYears", legal_hold_at is not null as "isHeld"
      from organisation where id = ${id}::uuid for update`
  return rows[0]!
}

/**
 * Changes how long the audit log is kept. @returns whether anything changed
 * @throws Conflict when the settings were changed since the form was opened
 * @throws ProofNeeded when the last proof is too old
 */
export async function changeRetention(actor: Actor, input: RetentionInput): Promise<boolean> {
  ensureCan(actor, 'audit:manage')
  ensureRecentProof(actor, now())
  return transaction(async (tx) => {
    const organisation = await lock(tx, actor)
    const fromYears = organisation.auditRetentionYears
    if (fromYears === input.years) return false
    ensureFresh(input.version, organisation, () => ({ 'Kept for': `${fromYears} years` }))
    await tx.organisation.update({
      where: { id: actor.organisationId },
      data: { auditRetentionYears: input.years, version: { increment: 1 } },
    })
    const payload = { fromYears, toYears: input.years }
    await recordActivity(tx, actor, { type: 'audit.retention-changed', payload })
    return true
  })
}

/** Stops every removal from the audit log, until the hold is lifted. @returns whether anything changed */
export async function placeLegalHold(actor: Actor, { reason }: LegalHoldInput): Promise<boolean> {
  ensureCan(actor, 'audit:manage')
  ensureRecentProof(actor, now())
  return transaction(async (tx) => {
    if ((await lock(tx, actor)).isHeld) return false
    const hold = { legalHoldAt: now(), legalHoldById: actor.personId, legalHoldReason: reason }
    await tx.organisation.update({
      where: { id: actor.organisationId },
      data: { ...hold, version: { increment: 1 } },
    })
    await recordActivity(tx, actor, { type: 'audit.hold-placed', payload: { reason } })
    return true
  })
}

/** Lets removal go on. @returns whether anything changed */
export async function liftLegalHold(actor: Actor, { reason }: LegalHoldInput): Promise<boolean> {
  ensureCan(actor, 'audit:manage')
  ensureRecentProof(actor, now())
  return transaction(async (tx) => {
    if (!(await lock(tx, actor)).isHeld) return false
    const none = { legalHoldAt: null, legalHoldById: null, legalHoldReason: null }
    await tx.organisation.update({
      where: { id: actor.organisationId },
      data: { ...none, version: { increment: 1 } },
    })
    await recordActivity(tx, actor, { type: 'audit.hold-lifted', payload: { reason } })
    return true
  })
}
