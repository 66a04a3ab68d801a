/**
 * Who may do what, as one table: a permission, the label people read, the roles that have it for
 * everything in the organisation (`roles`), and the roles that have it only for what is theirs
 * (`own`: a task they answer for, a review they chair).
 *
 *     matrix['task:work'].roles // administrators and managers, on any task
 *     matrix['task:work'].own   // members, on the tasks they answer for
 *
 * Leaders and auditors read everything and change nothing; leaders sign reviews. Only kept mail is
 * not theirs to read: a kept mail can hold an invitation or a
 * password reset link, and whoever reads it could sign in as its addressee.
 */
import { permissionRoles, type PermissionRole } from '~/domain/shared/vocabulary'

/** One line of the table. */
export interface PermissionRule {
  label: string
  roles: readonly PermissionRole[]
  own?: readonly PermissionRole[]
}

const everyone = permissionRoles
const managing = ['administrator', 'manager'] as const
const overseeing = ['administrator', 'manager', 'leader', 'auditor'] as const

export const matrix = {
  'guide:read': { label: 'Read guides and the items found in them', roles: everyone },
  'guide:import': { label: 'Import guides and edit their items', roles: managing },
  'plan:read': { label: 'Read plans', roles: everyone },
  'plan:start': { label: 'Start plans, and give their roles and dates', roles: managing },
  'plan:launch': { label: 'Launch plans', roles: managing },
  'plan:cancel': { label: 'Cancel plans', roles: managing },
  'task:read': { label: 'Read tasks and their evidence', roles: everyone },
  'task:work': {
    label: 'Start, block, complete, comment on and prove tasks',
    roles: managing,
    own: ['member'],
  },
  'task:assign': { label: 'Change who owns a task', roles: managing },
  'task:edit': { label: 'Edit tasks and move their due dates', roles: managing },
  'task:cancel': { label: 'Cancel tasks', roles: managing },
  'dashboard:read': { label: 'Read the dashboard', roles: everyone },
  'review:read': { label: 'Read governance reviews', roles: everyone },
  'review:manage': {
    label: 'Schedule, open and cancel reviews, and write decisions',
    roles: managing,
  },
  'review:sign': {
    label: 'Sign governance reviews',
    roles: ['administrator', 'leader'],
    own: ['manager', 'member'],
  },
  'person:read': { label: 'See the people of the organisation', roles: everyone },
  'person:invite': { label: 'Invite people', roles: managing },
  'person:absence': {
    label: 'Say when somebody is out of office',
    roles: managing,
    own: ['member', 'leader'],
  },
  'person:manage': {
    label: 'Change permission roles and deactivate people',
    roles: ['administrator'],
  },
  'organisation:edit': {
    label: 'Change the settings of the organisation',
    roles: ['administrator'],
  },
  'owner-role:edit': { label: 'Add owner roles and choose holders and backups', roles: managing },
  'mail:read': { label: 'Read kept mail', roles: ['administrator'] },
  'ledger:read': { label: 'Read the reminder ledger', roles: overseeing },
  'audit:read': { label: 'Read the audit log', roles: overseeing },
  'audit:manage': {
    label: 'Decide how long the audit log is kept, and hold it',
    roles: ['administrator'],
  },
  'export:read': { label: 'Export', roles: overseeing },
} as const satisfies Record<`${string}:${string}`, PermissionRule>

/** Every permission there is; anything else fails to compile. */
export type Permission = keyof typeof matrix

/** Every permission, in the order of the table. */
export const permissions = Object.keys(matrix) as Permission[]
