import { expect, it } from 'vitest'
import { Conflict } from '~/domain/shared/errors'
import { ensureFresh } from '~/domain/tasks/stale'

const row = { version: 4, action: 'Review vendor contracts' }
const describeRow = (current: typeof row) => ({ Action: current.action })

it('lets the current version pass', () => {
  expect(() => ensureFresh(4, row, describeRow)).not.toThrow()
})

it.each([3, 5, 0])('refuses version %s with what stands now', (version) => {
  try {
    ensureFresh(version, row, describeRow)
  } catch (error) {
    expect(error).toBeInstanceOf(Conflict)
    expect((error as Conflict).current).toEqual({ Action: 'Review vendor contracts' })
    expect((error as Conflict).message).toMatch(/is kept and nothing was overwritten/)
    return
  }
  expect.unreachable()
})
