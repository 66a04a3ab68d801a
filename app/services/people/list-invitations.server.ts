import type { Actor } from '~/domain/access/actor'
import { ensureCan, grantableRoles } from '~/domain/access/can'
import type { InvitationList, WaitingInvitation } from '~/domain/access/people-views'
import { now } from '~/infra/clock.server'
import { read } from '~/infra/database/read.server'

const pageSize = 100

type Row = Omit<WaitingInvitation, 'state'> & { revokedAt: Date | null; total: number }

/** Who was invited and has not joined yet, the longest waiting first; those the actor may write to. */
export async function listInvitations(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<InvitationList> {
  ensureCan(actor, 'person:invite')
  const roles = [...grantableRoles(actor)]
  const rows = await read<Row[]>`
    select p.id::text, p.name, p.email, p.permission_role::text as "permissionRole",
           i.created_at as "sentAt", i.expires_at as "expiresAt", i.revoked_at as "revokedAt",
           count(*) over ()::int as total
      from person p join lateral (
        select * from invitation where person_id = p.id order by created_at desc, id desc limit 1
      ) i on true
     where p.organisation_id = ${actor.organisationId}::uuid and p.joined_at is null
       and p.deactivated_at is null and p.permission_role::text = any(${roles}::text[])
     order by i.created_at, p.id limit ${pageSize} offset ${(page - 1) * pageSize}`
  const total = rows[0]?.total ?? 0
  return {
    items: rows.map(({ revokedAt, total: _total, ...row }) => ({
      ...row,
      state: revokedAt ? 'withdrawn' : row.expiresAt <= now() ? 'expired' : 'open',
    })),
    ...{ total, page, pageCount: Math.max(1, Math.ceil(total / pageSize)) },
    timeZoneShown: actor.timeZone,
  }
}
