/**
 * What the forms about people send: an invitation, a change of somebody's role, and the hand-over
 * when somebody leaves.
 *
 *     InvitationInput.parse({ name: 'Ana Ruiz', email: 'Ana@Clinic.example', permissionRole: 'member' })
 *     // { name: 'Ana Ruiz', email: 'ana@clinic.example', permissionRole: 'member' }
 */
import { z } from 'zod'
import { EmailAddress, PersonName, ProfileInput } from '~/domain/access/account-inputs'
import { permissionRoles } from '~/domain/shared/vocabulary'
import { formVersion, optionalId } from '~/domain/tasks/text-input'

const permissionRole = z.enum(permissionRoles, { error: 'Choose a role from the list.' })

/** How long an invitation works. */
export const invitationDays = 7

export const InvitationInput = z.object({ name: PersonName, email: EmailAddress, permissionRole })
export type InvitationInput = z.infer<typeof InvitationInput>

export const PermissionRoleInput = z.object({ permissionRole, version: formVersion })
export type PermissionRoleInput = z.infer<typeof PermissionRoleInput>

export const PersonInput = ProfileInput.extend({ version: formVersion })
export type PersonInput = z.infer<typeof PersonInput>

/** `successorId` takes over the owner roles and personal tasks of the person who leaves. */
export const DeactivationInput = z.object({ successorId: optionalId, version: formVersion })
export type DeactivationInput = z.infer<typeof DeactivationInput>
