import type { ActionFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/domain/access/actor'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { database } from '~/infra/database/database.server'
import { linkHolders, routeAccess, type RouteAccess } from '~tests/access/route-access'
import type { Scene } from '~tests/access/scene'
import { callRoute, type Answer } from '~tests/support/call-route'

/**
 * Asks routes from the table of tests/access as an attacker would: with the right person signed in
 * and something in the form or the address that no page of the product puts there.
 */
interface RouteModule {
  loader?: (args: ActionFunctionArgs) => unknown
  action?: (args: ActionFunctionArgs) => unknown
}

const modules = import.meta.glob<RouteModule>('/app/routes/**/*.{ts,tsx}')

const letters: Record<PermissionRole, string> = {
  ...{ administrator: 'A', manager: 'M', member: 'm', leader: 'l', auditor: 'a' },
}

export type Fields = Record<string, string | readonly string[]>

/** Every route that takes a form from somebody signed in; what a script of ours posts is one as well. */
export const formRoutes = Object.entries(routeAccess).filter(
  ([, { post }]) => post && post !== linkHolders,
)
/** Every route that takes a form from whoever holds the link of a mail. */
export const linkRoutes = Object.entries(routeAccess).filter(([, { post }]) => post === linkHolders)

/** The first person of the scene who may use a route. */
export function allowed(scene: Scene, roles: string | undefined): Actor | undefined {
  const people = Object.entries(scene.people) as [PermissionRole, Actor][]
  return people.find(([role]) => roles?.includes(letters[role]))?.[1]
}

export const ownFields = (access: RouteAccess, scene: Scene): Fields =>
  (access.json?.(scene) as Fields | undefined) ?? access.form?.(scene) ?? {}

export function formData(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each as string)
  }
  return form
}

export async function post(
  file: string,
  as: Actor | null,
  ask: { params?: Record<string, string>; fields: Fields | FormData; query?: string },
): Promise<Answer> {
  const { action } = await modules[`/app/routes/${file}`]!()
  const { fields, params = {}, query = '' } = ask
  const isForm = fields instanceof FormData
  return callRoute(action!, {
    ...{ url: `/asked${query}`, params, ...(as ? { as } : {}) },
    ...(routeAccess[file]?.json && !isForm
      ? { json: fields }
      : { form: isForm ? fields : formData(fields) }),
  })
}

export async function get(
  file: string,
  as: Actor,
  ask: { params?: Record<string, string>; query?: string },
): Promise<Answer> {
  const { loader } = await modules[`/app/routes/${file}`]!()
  return callRoute(loader!, { url: `/asked${ask.query ?? ''}`, params: ask.params ?? {}, as })
}

/** Rows that come and go with asking itself, and with time. */
const passing = ['session', 'rate_limit', 'ceremony', '_prisma_migrations']

/** Every row of every table, by table; what the product keeps, whatever a test thought of. */
export async function everyRow(): Promise<Record<string, string[]>> {
  const { rows: tables } = await database().executeSql(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables as { name: string }[]) {
    if (passing.includes(name)) continue
    const { rows } = await database().executeSql(
      `select to_jsonb(t)::text as line from "${name}" t order by 1`,
    )
    found[name] = (rows as { line: string }[]).map(({ line }) => line)
  }
  return found
}
