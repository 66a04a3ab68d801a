import type { OwnerRoleKey, PermissionRole } from '~/domain/shared/vocabulary'

/** Who works at the demo clinic. All of them are made up. */
export interface DemoCharacter {
  name: string
  email: string
  permissionRole: PermissionRole
  holds?: OwnerRoleKey
  backs?: OwnerRoleKey
}

export const demoClinicName = 'Lindenhof Demo Clinic'

export const demoAdministrator: DemoCharacter = {
  name: 'Maya Lind',
  email: 'maya@lindenhof.example',
  permissionRole: 'administrator',
  holds: 'it-manager',
}

export const demoColleagues: readonly DemoCharacter[] = [
  {
    name: 'Tomasz Okafor',
    email: 'tomasz@lindenhof.example',
    permissionRole: 'member',
    holds: 'security-team',
    backs: 'it-manager',
  },
  { name: 'Ruth Baumann', email: 'ruth@lindenhof.example', permissionRole: 'member', holds: 'hr' },
  {
    name: 'Ines Carvalho',
    email: 'ines@lindenhof.example',
    permissionRole: 'manager',
    holds: 'compliance-lead',
    backs: 'hr',
  },
  {
    name: 'Samir Haddad',
    email: 'samir@lindenhof.example',
    permissionRole: 'member',
    backs: 'security-team',
  },
  { name: 'Dr. Helen Strand', email: 'helen@lindenhof.example', permissionRole: 'leader' },
  { name: 'Paul Novak', email: 'paul@auditors.example', permissionRole: 'auditor' },
]
