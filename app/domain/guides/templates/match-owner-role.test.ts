import { expect, it } from 'vitest'
import { standardOwnerRoles } from '~/domain/shared/vocabulary'
import { matchOwnerRole } from './match-owner-role'

const roles = [
  ...standardOwnerRoles.map((role) => ({ ...role, id: role.key })),
  { id: 'own', key: null, name: 'Night Lead', aliases: ['Nights'] },
]

it.each([
  ['IT Manager', 'it-manager'],
  ['it', 'it-manager'],
  ['Security Team', 'security-team'],
  ['CISO', 'security-team'],
  ['HR', 'hr'],
  ['HR department', 'hr'],
  ['the Compliance Leads', 'compliance-lead'],
  ['Privacy Officer', 'compliance-lead'],
  ['NIGHTS', 'own'],
  ['Pharmacy Lead', null],
  ['', null],
])('%s → %s', (written, id) => {
  expect(matchOwnerRole(written, roles)?.id ?? null).toBe(id)
})

it('prefers a name to another role’s alias', () => {
  const own = [
    { id: 'a', name: 'Security team', aliases: ['HR'] },
    { id: 'b', name: 'HR', aliases: [] },
  ]
  expect(matchOwnerRole('HR', own)?.id).toBe('b')
})
