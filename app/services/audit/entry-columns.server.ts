import { Prisma } from '~/infra/database/generated/client'

/** Instants as the chain has them: UTC with milliseconds. */
export const instantFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'

/** An entry `e` and its activity `a` as `SealedEntry` has them, everything as text. */
export const sealedColumns = Prisma.sql`
  e.organisation_id::text as "organisationId", e.sequence::text,
  to_char(e.at at time zone 'UTC', ${instantFormat}) as at, e.activity_id::text as "activityId",
  e.type, e.noun, e.person_id::text as "personId", e.plan_id::text as "planId",
  e.task_id::text as "taskId", e.review_id::text as "reviewId", e.way, e.address,
  e.session_id::text as "sessionId", e.changes::text as changes, a.payload::text as payload,
  encode(e.previous_hash, 'hex') as "previousHash", encode(e.hash, 'hex') as hash,
  case when e.activity_id is null then e.type is null
       else a.id is not null and (a.organisation_id, a.at, a.type, a.person_id, a.plan_id, a.task_id,
                                  a.review_id, a.way, a.address, a.session_id)
         is not distinct from (e.organisation_id, e.at, e.type, e.person_id, e.plan_id, e.task_id,
                               e.review_id, e.way, e.address, e.session_id)
  end as "isCopyTrue"`
