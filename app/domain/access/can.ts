/**
 * The one question about rights, asked by services before they act and by screens before they offer
 * a button.
 *
 *     can(tom, 'task:work', task)    // a member: true when task.responsibleId is Tom
 *     can(maya, 'plan:launch', plan) // a manager: true, if the plan is of her organisation
 *
 * What belongs to another organisation is refused whatever the role. Where a role has a permission
 * only for what is its own, asking without a resource answers false.
 */
import { Forbidden } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import type { Actor } from '~/domain/access/actor'
import { matrix, type Permission, type PermissionRule } from '~/domain/access/matrix'

/** What a permission is asked about; a task has `responsibleId`, a review `chairId`, a person `personId`. */
export interface Resource {
  organisationId: string
  responsibleId?: string | null
  chairId?: string | null
  /** The person themself. */
  personId?: string
}

type Asker = Pick<Actor, 'personId' | 'organisationId' | 'permissionRole'>

/** Whether the actor may do this, to this resource where one is given. */
export function can(actor: Asker, permission: Permission, resource?: Resource): boolean {
  if (resource && resource.organisationId !== actor.organisationId) return false
  const rule: PermissionRule = matrix[permission]
  if (rule.roles.includes(actor.permissionRole)) return true
  return Boolean(resource && rule.own?.includes(actor.permissionRole) && isOwn(actor, resource))
}

/** Throws Forbidden where `can` answers no. */
export function ensureCan(actor: Asker, permission: Permission, resource?: Resource): void {
  if (can(actor, permission, resource)) return
  const rule: PermissionRule = matrix[permission]
  if (rule.own?.includes(actor.permissionRole)) {
    throw new Forbidden(
      'You can do this only with what is yours: a task you answer for, a review you chair, or your own absence.',
    )
  }
  throw new Forbidden(
    `Your role does not allow this (${matrix[permission].label.toLowerCase()}). Ask a manager or an administrator.`,
  )
}

/** Whether somebody in this role can be given tasks: those who could not work on their own cannot. */
export function canHoldTasks(role: PermissionRole): boolean {
  const rule: PermissionRule = matrix['task:work']
  return rule.roles.includes(role) || Boolean(rule.own?.includes(role))
}

/**
 * The permission roles this actor may give to others, for invitations and changes of role. Only an
 * administrator makes administrators, so nobody can climb by inviting a second self.
 */
export function grantableRoles(actor: Pick<Actor, 'permissionRole'>): readonly PermissionRole[] {
  if (actor.permissionRole === 'administrator') {
    return ['administrator', 'manager', 'member', 'leader', 'auditor']
  }
  return actor.permissionRole === 'manager' ? ['manager', 'member', 'leader', 'auditor'] : []
}

function isOwn(actor: Asker, resource: Resource): boolean {
  const { responsibleId, chairId, personId } = resource
  return [responsibleId, chairId, personId].includes(actor.personId)
}
