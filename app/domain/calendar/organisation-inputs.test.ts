import { describe, expect, it } from 'vitest'
import { HolidayInput, OrganisationInput } from './organisation-inputs'

const input = {
  ...{ name: ' Lindenhof ', timeZone: 'Europe/Berlin', workingDays: '1' },
  ...{ memberPlans: 'own', version: '1' },
}

describe('OrganisationInput', () => {
  it('reads boxes as days, one or several, in order', () => {
    expect(OrganisationInput.parse(input)).toMatchObject({ name: 'Lindenhof', workingDays: [1] })
    const several = OrganisationInput.parse({ ...input, workingDays: ['5', '1', '5'] })
    expect(several.workingDays).toEqual([1, 5])
  })

  it.each([
    [{ workingDays: undefined }, /at least one working day/],
    [{ workingDays: ['8'] }, /./],
    [{ timeZone: 'CEST' }, /time zone/],
    [{ memberPlans: undefined }, /which plans members see/],
    [{ name: ' ' }, /empty/],
    [{ version: '', name: '' }, /empty/],
  ])('refuses %j', (change, message) => {
    const { error } = OrganisationInput.safeParse({ ...input, ...change })
    expect(error?.issues.map((issue) => issue.message).join(' ')).toMatch(message)
  })
})

it('refuses a holiday on a day that does not exist', () => {
  expect(HolidayInput.safeParse({ onDate: '2026-02-30', name: 'x' }).success).toBe(false)
})
