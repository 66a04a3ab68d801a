/**
 * The permission matrix as a page shows it: its permissions by noun, and for each permission role
 * whether it has it for everything, for what is its own, or not.
 *
 *     describeMatrix()[2] // { label: 'Tasks', rows: [{ label: 'Read tasks …', cells: { member: 'all', … } }] }
 */
import { permissionRoles, type PermissionRole } from '~/domain/shared/vocabulary'
import { matrix, permissions, type Permission, type PermissionRule } from './matrix'

export type Allowance = 'all' | 'own' | 'none'

export const allowanceLabel: Record<Allowance, string> = {
  all: 'Yes',
  own: 'What is theirs',
  none: 'No',
}

export interface MatrixRow {
  permission: Permission
  label: string
  cells: Record<PermissionRole, Allowance>
}

export interface MatrixGroup {
  label: string
  rows: MatrixRow[]
}

type Noun<Name extends string> = Name extends `${infer First}:${string}` ? First : never

const nounLabel: Record<Noun<Permission>, string> = {
  guide: 'Guides',
  plan: 'Plans',
  task: 'Tasks',
  dashboard: 'Dashboard',
  review: 'Governance reviews',
  person: 'People',
  organisation: 'Organisation',
  'owner-role': 'Owner roles',
  mail: 'Mail and reminders',
  ledger: 'Mail and reminders',
  audit: 'Audit log and exports',
  export: 'Audit log and exports',
}

/** Every permission there is, in the order of the table, grouped by noun. */
export function describeMatrix(): MatrixGroup[] {
  const groups = new Map<string, MatrixRow[]>()
  for (const permission of permissions) {
    const label = nounLabel[permission.split(':')[0] as Noun<Permission>]
    const rows = groups.get(label) ?? []
    rows.push({ permission, label: matrix[permission].label, cells: cellsOf(matrix[permission]) })
    groups.set(label, rows)
  }
  return [...groups].map(([label, rows]) => ({ label, rows }))
}

function cellsOf(rule: PermissionRule): Record<PermissionRole, Allowance> {
  const allowance = (role: PermissionRole): Allowance => {
    if (rule.roles.includes(role)) return 'all'
    return rule.own?.includes(role) ? 'own' : 'none'
  }
  return Object.fromEntries(permissionRoles.map((role) => [role, allowance(role)])) as Record<
    PermissionRole,
    Allowance
  >
}
