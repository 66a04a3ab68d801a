import { expect, it } from 'vitest'
import { resolveResponsible } from '~/domain/tasks/resolve-responsible'

const role = { holderId: 'ana', backupId: 'tom' }

it.each([
  ['the person named', 'maya', role, [], 'maya'],
  ['the holder', null, role, [], 'ana'],
  ['the backup where the holder left', null, role, ['ana'], 'tom'],
  ['the holder where the person named left', 'maya', role, ['maya'], 'ana'],
  ['the backup where the office is empty', null, { holderId: null, backupId: 'tom' }, [], 'tom'],
  ['nobody where all left', 'maya', role, ['maya', 'ana', 'tom'], null],
  ['nobody without a role', null, null, [], null],
])('is %s', (_name, assigneeId, ownerRole, gone, expected) => {
  const isActive = (id: string) => !(gone as string[]).includes(id)
  expect(resolveResponsible({ assigneeId, ownerRole, isActive })).toBe(expected)
})
