import type { Actor } from '~/domain/access/actor'
import { seesAllPlans } from '~/domain/access/plan-visibility'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { read } from '~/infra/database/read.server'

/** An organisation of the account, with the person that the account is there. */
export interface OwnOrganisation {
  id: string
  name: string
  actor: Actor
}

interface Row {
  organisationId: string
  organisationName: string
  personId: string
  name: string
  email: string
  permissionRole: PermissionRole
  timeZone: string
  isPlansOpen: boolean
}

/**
 * The organisations that the actor's account belongs to, by name; the one place that looks beyond one
 * organisation, by the account. Whoever is signed in by one organisation's provider has only that one.
 */
export async function listOwnOrganisations(actor: Actor): Promise<OwnOrganisation[]> {
  const scope = actor.isAccountWide ? null : actor.organisationId
  const rows = await read<Row[]>`
    select o.id::text as "organisationId", o.name as "organisationName",
           o.is_plans_open as "isPlansOpen", p.id::text as "personId", p.name, p.email,
           p.permission_role::text as "permissionRole",
           coalesce(p.time_zone, o.time_zone) as "timeZone"
      from person p join organisation o on o.id = p.organisation_id
     where p.account_id = ${actor.accountId}::uuid and p.deactivated_at is null
       and p.joined_at is not null
       and (${scope}::uuid is null or o.id = ${scope}::uuid)
     order by lower(o.name), o.id`
  return rows.map(({ organisationId, organisationName, isPlansOpen, ...person }) => ({
    id: organisationId,
    name: organisationName,
    actor: {
      ...actor,
      ...person,
      organisationId,
      seesAllPlans: seesAllPlans(person.permissionRole, { isPlansOpen }),
    },
  }))
}
