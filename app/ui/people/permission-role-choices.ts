import { permissionRoleLabel, type PermissionRole } from '~/domain/shared/vocabulary'
import type { Choice } from '../primitives/choices'

const roleHint: Readonly<Record<PermissionRole, string>> = {
  administrator: 'Everything, including people, settings and kept mail.',
  manager: 'Imports guides, starts plans, gives tasks to people, prepares reviews.',
  member: 'Works on the tasks that are theirs.',
  leader: 'Reads everything and signs reviews.',
  auditor: 'Reads everything and exports; changes nothing.',
}

/** Permission roles to choose from, each with what it allows. */
export const permissionRoleChoices = (roles: readonly PermissionRole[]): Choice[] =>
  roles.map((role) => ({ value: role, label: permissionRoleLabel[role], hint: roleHint[role] }))
