import { describe, expect, it } from 'vitest'
import { roleTest, splitOwners } from './split-owners'

const isRole = roleTest()

describe('splitOwners', () => {
  it.each([
    ['IT Manager', ['IT Manager']],
    ['hr', ['hr']],
    ['Clinic Director / CISO', ['Clinic Director', 'CISO']],
    ['IT Manager/HR', ['IT Manager', 'HR']],
    ['HR & Clinic Director', ['HR', 'Clinic Director']],
    ['IT + HR', ['IT', 'HR']],
    ['Practice Manager and IT Manager', ['Practice Manager', 'IT Manager']],
    ['Legal, Finance, and HR', ['Legal', 'Finance', 'HR']],
    ['Security / Compliance', ['Security', 'Compliance']],
    ['Praxisleitung und IT', ['Praxisleitung', 'IT']],
    ['Security and Compliance Officer', ['Security and Compliance Officer']],
    ['IT and Security Leads', ['IT and Security Leads']],
    ['Bank / EMI Business', ['Bank / EMI Business']],
    ['Product / Data / API / UX Leads', ['Product / Data / API / UX Leads']],
    ['Ward Secretary and Research IT', ['Ward Secretary', 'Research IT']],
    ['IT Services and Clinic Director', ['IT Services', 'Clinic Director']],
    ['IT Volunteer and Treasurer', ['IT Volunteer', 'Treasurer']],
    ['Werkstatt / Fuhrparkleiter', ['Werkstatt / Fuhrparkleiter']],
    ['IT-Leitung / Fuhrparkleiter', ['IT-Leitung', 'Fuhrparkleiter']],
    ['Informatik & Laborleitung', ['Informatik', 'Laborleitung']],
    ['Leitung + Datenschutzberater', ['Leitung', 'Datenschutzberater']],
    ['Sam (booking platform)', ['Sam (booking platform)']],
    ['CCO + CTO', ['CCO', 'CTO']],
    ['IAM + App Owners', ['IAM', 'App Owners']],
    ['Marketing (David) + Web-Agentur', ['Marketing (David)', 'Web-Agentur']],
    ['Finance + Analytics', ['Finance', 'Analytics']],
    ['GRC + Product', ['GRC', 'Product']],
    ['', []],
    ['—', []],
    ['TBD', []],
    ['All staff', ['All staff']],
  ])('%s', (cell, owners) => {
    expect(splitOwners(cell, isRole).owners).toEqual(owners)
  })

  it('keeps the words of a cell that names nobody', () => {
    expect(splitOwners('Both parties', isRole)).toEqual({
      owners: [],
      kept: 'Both parties',
      guess: null,
    })
    expect(splitOwners('Microsoft Defender', isRole).kept).toBe('Microsoft Defender')
    expect(splitOwners('Supplier portal', isRole).kept).toBe('Supplier portal')
  })

  it('asks where it could not split, and where it knows no such role', () => {
    expect(splitOwners('Bank / EMI Business', isRole).guess).toMatch(/more than one owner/)
    expect(splitOwners('Maria', isRole).guess).toMatch(/not a role known here/)
    expect(splitOwners('CISO / HR', isRole).guess).toBeNull()
  })

  it.each([
    ['Practice manager', 'full'],
    ['Director of nursing', 'full'],
    ['Order it from another provider', null],
    ['Call the plant manager', null],
    ['Branch IT', 'full'],
    ['Order it', null],
    ['Anruf bei der Leitung', null],
  ])('tells whether %s is a role', (name, certainty) => {
    expect(isRole(name)).toBe(certainty)
  })

  it("splits by the organisation's own roles too", () => {
    const own = roleTest([{ name: 'Night desk', aliases: ['ND'] }])
    expect(splitOwners('ND / Night Desk', own).owners).toEqual(['ND', 'Night Desk'])
    expect(splitOwners('ND / Night Desk', isRole).owners).toEqual(['ND / Night Desk'])
  })
})
