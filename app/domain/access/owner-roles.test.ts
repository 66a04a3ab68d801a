import { describe, expect, it } from 'vitest'
import { NewOwnerRoleInput, RolePeopleInput } from './owner-roles'

const id = '0193a5c2-7b1e-7cc3-9d0a-3f5d2c1b0a99'

describe('NewOwnerRoleInput', () => {
  it('takes other names apart by commas and lines, each once', () => {
    const { aliases } = NewOwnerRoleInput.parse({
      name: 'Laboratory',
      aliases: ' Lab, lab lead\r\nLAB;;Head of laboratory ',
    })
    expect(aliases).toEqual(['Lab', 'lab lead', 'Head of laboratory'])
  })

  it('takes none', () => {
    expect(NewOwnerRoleInput.parse({ name: 'Laboratory' }).aliases).toEqual([])
  })

  it('refuses names over two lines and lists without end', () => {
    expect(NewOwnerRoleInput.safeParse({ name: 'a\nb' }).success).toBe(false)
    const many = Array.from({ length: 21 }, (_, i) => `name ${i}`).join()
    expect(NewOwnerRoleInput.safeParse({ name: 'a', aliases: many }).success).toBe(false)
  })
})

it('refuses one person as holder and backup, and takes nobody as both', () => {
  const input = { version: '1', seen: 'x' }
  expect(RolePeopleInput.safeParse({ ...input, holderId: id, backupId: id }).success).toBe(false)
  expect(RolePeopleInput.parse({ ...input, holderId: '', backupId: '' })).toMatchObject({
    holderId: null,
    backupId: null,
  })
})
