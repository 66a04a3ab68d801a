import type { Actor } from '~/domain/access/actor'
import type { OtherOrganisation } from '~/domain/access/organisation-views'
import { seesAllPlans } from '~/domain/access/plan-visibility'
import { isSessionOver, sessionEnd, useIsNotedEveryMs } from '~/domain/access/session-limits'
import {
  demands,
  secondFactorDuty,
  SignInPolicy,
  type SecondFactorDuty,
} from '~/domain/access/sign-in-policy'
import { countsAsTwoFactors, type SignInMethod } from '~/domain/access/sign-in-method'
import { calendarDateAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import { log } from '~/infra/log.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { blankSessionCookie, sessionCookie, sessionSecretOf } from './session-cookie.server'

/** Where a sign-in comes from. */
export interface Visitor {
  address: string
  userAgent: string
}

/** How a session begins. */
export interface SessionStart {
  method: SignInMethod
  visitor: Visitor
  providerId?: string | null
  /** A second factor was part of the proof; passkeys and providers bring it by themselves. */
  hasSecondFactor?: boolean
  /** When the proof was given; without it, now. */
  provedAt?: Date
}

/** What is known of the session a request came with. */
export interface SessionFacts {
  /** Names the session in lists and in the audit log; nobody gets in with it. */
  publicId: string
  method: SignInMethod
  providerId: string | null
  provedAt: Date
  secondFactorAt: Date | null
  lastUsedAt: Date
  createdAt: Date
  /** What the organisation's policy asks of it with regard to a second factor. */
  duty: SecondFactorDuty
  /** The organisation's day. */
  today: CalendarDate
}

interface SessionRow {
  account_id: string
  organisation_id: string
  expires_at: Date
  person_id: string | null
  name: string | null
  email: string | null
  permission_role: PermissionRole | null
  time_zone: string | null
  date_language: string | null
  is_demo: boolean | null
  organisation_name: string | null
  is_plans_open: boolean | null
  other_organisations: OtherOrganisation[] | null
  organisation_time_zone: string | null
  sign_in_policy: string | null
  has_factor: boolean
  public_id: string
  method: SignInMethod
  provider_id: string | null
  proved_at: Date
  second_factor_at: Date | null
  last_used_at: Date
  created_at: Date
  address: string
}

/** The one query of a request's session, with its person, organisation and policy. */
const findRow = async (secret: string): Promise<SessionRow | undefined> => {
  const rows = await read<SessionRow[]>`
    select s.account_id::text, s.organisation_id::text, s.expires_at, s.public_id::text, s.method,
           s.provider_id::text, s.proved_at, s.second_factor_at, s.last_used_at, s.created_at, s.address,
           p.id::text as person_id, p.name, p.email, p.permission_role::text,
           coalesce(p.time_zone, o.time_zone) as time_zone, p.date_language, i.is_demo, o.name as organisation_name,
           o.time_zone as organisation_time_zone, o.sign_in_policy::text, o.is_plans_open,
           (select json_agg(json_build_object('id', o2.id, 'name', o2.name) order by lower(o2.name))
              from person p2 join organisation o2 on o2.id = p2.organisation_id
             where p2.account_id = s.account_id and p2.organisation_id <> s.organisation_id
               and p2.deactivated_at is null and p2.joined_at is not null
               and s.provider_id is null) as other_organisations,
           exists (select 1 from authenticator a
                    where a.account_id = s.account_id and a.confirmed_at is not null)
           or exists (select 1 from passkey k where k.account_id = s.account_id) as has_factor
      from session s
      left join person p on p.account_id = s.account_id and p.organisation_id = s.organisation_id
                        and p.deactivated_at is null
                        and (s.provider_id is null or exists (
                          select 1 from identity_provider v
                           where v.id = s.provider_id and v.organisation_id = s.organisation_id
                             and v.disabled_at is null))
      left join organisation o on o.id = s.organisation_id
      left join installation i on i.id = 1
     where s.id = ${sha256(secret)}`
  return rows[0]
}

/** Policies by their stored text: few organisations have one of their own, and every request needs it. */
const policies = new Map<string, SignInPolicy>()
const policiesKept = 1000

function policyOf(stored: string | null): SignInPolicy {
  const text = stored ?? '{}'
  const known = policies.get(text)
  if (known) return known
  if (policies.size >= policiesKept) policies.clear()
  const policy = SignInPolicy.parse(JSON.parse(text))
  policies.set(text, policy)
  return policy
}

const todayOf = (row: SessionRow) => calendarDateAt(now(), row.organisation_time_zone ?? 'UTC')

function dutyOf(row: SessionRow, policy: SignInPolicy): SecondFactorDuty {
  if (!row.permission_role) return { state: 'fine' }
  const today = todayOf(row)
  return secondFactorDuty(demands(policy, row.permission_role, today).secondFactor, {
    isVouchedFor: row.method === 'single-sign-on' || row.method === 'demo',
    hasFactor: row.has_factor,
    hasProvedFactor: row.second_factor_at !== null,
  })
}

function toActor(row: SessionRow): Actor | null {
  if (!row.person_id) return null
  return {
    accountId: row.account_id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    name: row.name!,
    email: row.email!,
    permissionRole: row.permission_role!,
    timeZone: row.time_zone!,
    seesAllPlans: seesAllPlans(row.permission_role!, { isPlansOpen: row.is_plans_open ?? false }),
    dateLanguage: row.date_language,
    isDemo: row.is_demo ?? false,
    isAccountWide: row.provider_id === null,
    provedAt: new Date(row.proved_at),
    origin: { way: 'browser', address: row.address, sessionId: row.public_id },
  }
}

const toFacts = (row: SessionRow, duty: SecondFactorDuty): SessionFacts => ({
  publicId: row.public_id,
  method: row.method,
  providerId: row.provider_id,
  provedAt: new Date(row.proved_at),
  secondFactorAt: row.second_factor_at && new Date(row.second_factor_at),
  lastUsedAt: new Date(row.last_used_at),
  createdAt: new Date(row.created_at),
  duty,
  today: todayOf(row),
})

/** Who a request's cookie belongs to. */
export interface SignedIn {
  actor: Actor | null
  organisationName: string
  /** The account's other organisations, by name; none for whom one organisation's provider vouches. */
  otherOrganisations: OtherOrganisation[]
  /** The session itself; null for somebody signed out. */
  session: SessionFacts | null
  /** The cookie to send back where the session is void. */
  setCookie: string | null
}

/**
 * Reads a request's session with one query; a cookie that is void is to be cleared. The use is noted
 * at most once a minute, and nobody waits for it.
 */
export async function readSession(
  cookieHeader: string | null,
  address?: string,
): Promise<SignedIn> {
  const nobody = {
    actor: null,
    session: null,
    setCookie: null,
    ...{ organisationName: '', otherOrganisations: [] },
  }
  const secret = sessionSecretOf(cookieHeader)
  if (!secret) return nobody
  const row = await findRow(secret)
  const policy = policyOf(row?.sign_in_policy ?? null)
  const duty = row ? dutyOf(row, policy) : null
  if (
    !row ||
    !duty ||
    duty.state === 'sign-in-again' ||
    isOver(row, policy) ||
    isWayClosed(row, policy)
  ) {
    return { ...nobody, setCookie: blankSessionCookie() }
  }
  if (now().getTime() - new Date(row.last_used_at).getTime() >= useIsNotedEveryMs) {
    noteUse(row.public_id, address ?? row.address)
  }
  return {
    actor: toActor({ ...row, address: address ?? row.address }),
    organisationName: row.organisation_name ?? '',
    otherOrganisations: row.other_organisations ?? [],
    session: toFacts(row, duty),
    setCookie: null,
  }
}

/** Single sign-on is asked of this person here, and the session came another way. */
const isWayClosed = (row: SessionRow, policy: SignInPolicy) =>
  row.permission_role !== null &&
  row.method !== 'single-sign-on' &&
  row.method !== 'demo' &&
  demands(policy, row.permission_role, todayOf(row)).singleSignOn.state === 'now'

const isOver = (row: SessionRow, policy: SignInPolicy) =>
  isSessionOver(
    {
      createdAt: new Date(row.created_at),
      lastUsedAt: new Date(row.last_used_at),
      expiresAt: new Date(row.expires_at),
    },
    policy,
    now(),
  )

/** Of several requests at the same moment one writes; a failure costs nobody their page. */
function noteUse(publicId: string, address: string): void {
  const at = now()
  const before = new Date(at.getTime() - useIsNotedEveryMs)
  void db()
    .session.updateMany({
      where: { publicId, lastUsedAt: { lte: before } },
      data: { lastUsedAt: at, address },
    })
    .catch((error: unknown) => log().warn({ err: error }, 'the use of a session was not noted'))
}

/** Begins a session and returns its cookie. Doors for people come through `finishSignIn`. */
export async function beginSession(
  accountId: string,
  organisationId: string,
  start: SessionStart,
): Promise<string> {
  const secret = newToken()
  const at = now()
  const { signInPolicy } = await db().organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { signInPolicy: true },
  })
  const expiresAt = sessionEnd(at, SignInPolicy.parse(signInPolicy))
  const isStrong = start.hasSecondFactor || countsAsTwoFactors(start.method)
  await db().session.create({
    data: {
      id: sha256(secret),
      publicId: newId(),
      accountId,
      organisationId,
      method: start.method,
      providerId: start.providerId ?? null,
      provedAt: at,
      secondFactorAt: isStrong ? at : null,
      lastUsedAt: at,
      createdAt: at,
      address: start.visitor.address,
      userAgent: start.visitor.userAgent.slice(0, 400),
      expiresAt,
    },
  })
  return sessionCookie(secret, expiresAt)
}

/**
 * Gives the actor's session a new secret, so that whoever had the old one is out; at every proof and
 * at every change of a password or factor. The session stays the one it was: its public id, its
 * beginning and its end.
 * @returns the cookie that carries on; null where the actor came without a session
 */
export async function renewSession(
  tx: Transaction,
  actor: Actor,
  proved: { isProved?: boolean; hasSecondFactor?: boolean } = {},
): Promise<string | null> {
  const publicId = actor.origin.sessionId
  if (!publicId) return null
  const row = await tx.session.findUnique({ where: { publicId } })
  if (!row || row.accountId !== actor.accountId) return null
  const secret = newToken()
  const at = now()
  await tx.session.update({
    where: { publicId },
    data: {
      id: sha256(secret),
      ...(proved.isProved && { provedAt: at }),
      ...(proved.hasSecondFactor && { secondFactorAt: at }),
    },
  })
  return sessionCookie(secret, row.expiresAt)
}

/** Ends the session of a request's cookie and returns the cookie that clears it. */
export async function endSession(cookieHeader: string | null): Promise<string> {
  const secret = sessionSecretOf(cookieHeader)
  if (secret) {
    await transaction(async (tx) => {
      const row = await tx.session.findUnique({ where: { id: sha256(secret) } })
      if (!row) return
      await tx.session.deleteMany({ where: { id: row.id } })
      const { accountId, organisationId, address, publicId } = row
      const origin = { way: 'browser', address, sessionId: publicId } as const
      const told = { type: 'account.signed-out', payload: {} } as const
      await recordAccountActivity(tx, accountId, origin, told, { organisationId })
    })
  }
  return blankSessionCookie()
}

/** Ends every session of an account but the actor's own, on every device. @returns how many */
export async function endOtherSessions(tx: Transaction, actor: Actor): Promise<number> {
  const { accountId, origin } = actor
  const { count } = await tx.session.deleteMany({
    where: { accountId, ...(origin.sessionId ? { publicId: { not: origin.sessionId } } : {}) },
  })
  return count
}

/** Ends every session of an account, on every device. */
export async function endAllSessions(tx: Transaction, accountId: string): Promise<void> {
  await tx.session.deleteMany({ where: { accountId } })
}

/** Removes sessions that are over: past their end, or idle for longer than their organisation allows. */
export async function purgeExpiredSessions(): Promise<void> {
  const at = now()
  const defaults = SignInPolicy.parse({})
  await db().$executeRaw`
    delete from session s using organisation o
     where o.id = s.organisation_id
       and (s.expires_at <= ${at}
            or s.created_at <= ${at}::timestamptz - make_interval(mins =>
                 coalesce((o.sign_in_policy ->> 'absoluteMinutes')::int, ${defaults.absoluteMinutes}::int))
            or s.last_used_at <= ${at}::timestamptz - make_interval(mins =>
                 coalesce((o.sign_in_policy ->> 'idleMinutes')::int, ${defaults.idleMinutes}::int)))`
}
