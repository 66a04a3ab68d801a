import { describe, expect, it } from 'vitest'
import { standardOwnerRoles } from '~/domain/shared/vocabulary'
import { settleOwnerRole } from './settle-owner-role'

const roles = standardOwnerRoles.map((role) => ({ ...role, id: role.key }))
const item = { action: 'Water the plants', detail: null, track: null, owners: [] as string[] }

describe('settleOwnerRole', () => {
  it('takes the role that the guide names', () => {
    expect(settleOwnerRole({ ...item, owners: ['Human Resources'] }, roles)).toEqual({
      ownerRoleId: 'hr',
      proposal: null,
      guesses: [],
    })
  })

  it('takes the first known of several, and says so', () => {
    const settled = settleOwnerRole({ ...item, owners: ['Night Lead', 'HR', 'IT'] }, roles)
    expect(settled).toMatchObject({ ownerRoleId: 'hr', proposal: null })
    expect(settled.guesses).toEqual([
      'The guide names “Night Lead” and “HR” and “IT”; a task has one owner role, here HR.',
    ])
  })

  it('proposes with a reason where none is named', () => {
    const settled = settleOwnerRole({ ...item, action: 'Schedule staff training' }, roles)
    expect(settled.ownerRoleId).toBe('hr')
    expect(settled.proposal).toMatch(/training/)
  })

  it('proposes in place of an owner nobody knows, and names that owner', () => {
    const settled = settleOwnerRole({ ...item, track: 'governance', owners: ['Night Lead'] }, roles)
    expect(settled.ownerRoleId).toBe('compliance-lead')
    expect(settled.proposal).toMatch(
      /^The guide names “Night Lead”, which is no owner role here\. /,
    )
  })

  it('leaves it open where nothing says anything', () => {
    expect(settleOwnerRole(item, roles)).toEqual({ ownerRoleId: null, proposal: null, guesses: [] })
    expect(settleOwnerRole({ ...item, owners: ['Night Lead'] }, roles).guesses).toHaveLength(1)
  })
})
