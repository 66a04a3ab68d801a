import { describe, expect, it } from 'vitest'
import { standardOwnerRoles } from '~/domain/shared/vocabulary'
import { proposeOwnerRole } from './propose-owner-role'

const roles = standardOwnerRoles.map((role) => ({ ...role, id: `id-${role.key}` }))
const item = (action: string, detail: string | null = null) => ({ action, detail, track: null })

describe('proposeOwnerRole', () => {
  it.each([
    ['Schedule staff training', 'id-hr', 'Mentions “training”, which HR usually leads.'],
    [
      'Test your backup process',
      'id-it-manager',
      'Mentions “backup”, which the IT manager usually leads.',
    ],
    [
      'Set up monitoring',
      'id-security-team',
      'Mentions “monitoring”, which the security team usually leads.',
    ],
    [
      'Write a vendor management policy',
      'id-compliance-lead',
      'Mentions “vendor management”, which the compliance lead usually leads.',
    ],
  ])('%s', (action, roleId, reason) => {
    expect(proposeOwnerRole(item(action), roles)).toEqual({ roleId, reason })
  })

  it('looks at the detail only where the action says nothing', () => {
    expect(proposeOwnerRole(item('Read the bounces', 'Train two people.'), roles)?.roleId).toBe(
      'id-hr',
    )
    expect(proposeOwnerRole(item('Patch the server', 'Train two people.'), roles)?.roleId).toBe(
      'id-it-manager',
    )
  })

  it('falls back on the track, and says so', () => {
    const proposal = proposeOwnerRole(
      { action: 'Read the bounces', detail: null, track: 'governance' },
      roles,
    )
    expect(proposal?.reason).toBe('Belongs to governance, which the compliance lead usually leads.')
  })

  it.each([
    ['Send a message whenever a vendor signs in', 'detection', 'id-security-team'],
    ['Bring the vendor list to leadership every quarter', 'governance', 'id-compliance-lead'],
    ['Restore the practice software from a backup', 'recovery', 'id-it-manager'],
    ['Train every shift in training sessions', 'prevention', 'id-hr'],
  ] as const)('lets the track speak as one word: %s', (action, track, roleId) => {
    expect(proposeOwnerRole({ action, detail: null, track }, roles)?.roleId).toBe(roleId)
  })

  it("takes a role that the text names, the organisation's own too", () => {
    const own = [...roles, { id: 'night', key: null, name: 'Night lead', aliases: [] }]
    expect(proposeOwnerRole(item('Agree on training with the night lead'), own)).toEqual({
      roleId: 'night',
      reason: 'Names “night lead” itself.',
    })
  })

  it('proposes nobody without a reason, and nobody the organisation does not have', () => {
    expect(proposeOwnerRole(item('Read the bounces'), roles)).toBeNull()
    expect(proposeOwnerRole(item('Schedule staff training'), [])).toBeNull()
  })
})
