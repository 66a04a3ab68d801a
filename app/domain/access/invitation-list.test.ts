import { describe, expect, it } from 'vitest'
import {
  checkInvitationList,
  readInvitationList,
  writeInvitationList,
  type InvitationContext,
} from '~/domain/access/invitation-list'
import { decodeText } from '~/domain/guides/readers/decode-text'

const context: InvitationContext = {
  people: new Map([
    ['here@clinic.example', { name: 'Hana Sato', state: 'active' }],
    ['asked@clinic.example', { name: 'Ina Torres', state: 'invited' }],
    ['left@clinic.example', { name: 'Leo Chief', state: 'deactivated' }],
  ]),
  ownerRoles: [
    { id: 'hr', name: 'HR', aliases: ['Personal', 'Human resources'], holderName: null },
    { id: 'it', name: 'IT manager', aliases: ['IT'], holderName: 'Maya Lind' },
  ],
  grantable: ['manager', 'member', 'leader', 'auditor'],
}

const check = (text: string) => checkInvitationList(readInvitationList(text), context)
const problems = (text: string) => check(text).bad.map(({ problems: each }) => each.join(' '))

describe('reading', () => {
  it.each([
    ['commas', 'name,email,role\nAna Ruiz,ana@x.example,manager'],
    ['semicolons and German', 'Name;E-Mail-Adresse;Berechtigung\nAna Ruiz;ana@x.example;Manager'],
    ['tabs in another order', 'Role\tEmail\tFull name\nmanager\tana@x.example\tAna Ruiz'],
    ['bars', 'Name|Mail|Rolle\nAna Ruiz|ana@x.example|Managerin'],
    ['first and last names', 'Vorname;Nachname;E-Mail;Rolle\nAna;Ruiz;ana@x.example;manager'],
    ['a stated delimiter', 'sep=;\nName;Email;Role\nAna Ruiz;ana@x.example;Manager'],
    ['no names of columns', 'Ana Ruiz,ana@x.example,manager'],
    ['no names of columns, address first', 'ana@x.example;Ana Ruiz;manager'],
    ['quotes', '"Name","Email","Role"\n"Ana Ruiz","ana@x.example","manager"'],
    ['unknown columns', 'No,Name,Phone,Email,Role\n1,Ana Ruiz,0123,ana@x.example,manager'],
  ])('%s', (_name, text) => {
    expect(check(text).good).toMatchObject([
      { name: 'Ana Ruiz', email: 'ana@x.example', permissionRole: 'manager', ownerRole: null },
    ])
  })

  it('a file of Windows-1252, and one with a mark in front', () => {
    const latin = new Uint8Array(
      [...'Name;E-Mail\nJürgen Groß;j@x.example'].map((letter) => letter.codePointAt(0)!),
    )
    expect(check(decodeText(latin)).good[0]?.name).toBe('Jürgen Groß')
    const marked = new TextEncoder().encode('\uFEFFname,email\nJürgen,j@x.example\r\n')
    expect(check(decodeText(marked)).good).toHaveLength(1)
  })

  it('a name in quotes that holds the delimiter and quotes', () => {
    const [line] = readInvitationList('name,email\n"Ruiz, ""Ana""",ana@x.example')
    expect(line).toMatchObject({ line: 2, name: 'Ruiz, "Ana"' })
  })

  it('leaves empty lines out and keeps the numbers of the others', () => {
    const lines = readInvitationList('name,email\n\nA,a@x.example\n,,\nB,b@x.example')
    expect(lines.map(({ line }) => line)).toEqual([3, 5])
  })

  it('refuses a list of nobody and of more than 500', () => {
    expect(() => readInvitationList('name,email\n')).toThrow(/nobody on this list/)
    const many = Array.from({ length: 501 }, (_, n) => `P,p${n}@x.example`).join('\n')
    expect(() => readInvitationList(many)).toThrow(/501 lines/)
    expect(readInvitationList(many.slice(0, many.lastIndexOf('\n')))).toHaveLength(500)
  })
})

describe('checking', () => {
  it('says what is wrong with each line and lets the others through', () => {
    const text = [
      'name;email;role;owner role;email only',
      'Ana;ana@x.example;;Personal;',
      ';nobody@x.example;member;;',
      'Bo;no address;member;;',
      'Cy;ANA@x.example;member;;',
      'Di;here@clinic.example;member;;',
      'Ed;asked@clinic.example;member;;',
      'Flo;flo@x.example;wizard;;',
      'Gus;gus@x.example;administrator;;',
      'Hal;hal@x.example;member;HR;',
      'Ida;ida@x.example;member;IT;',
      'Jo;jo@x.example;auditor;Laboratory;',
      'Kim;kim@x.example;manager;;yes',
      'Lou;lou@x.example;member;;perhaps',
      'Mo;left@clinic.example;leader;;nein',
      'Nan;nan@x.example;Mitglied;;ja',
    ].join('\n')
    const { good, bad } = check(text)
    expect(good).toEqual([
      expect.objectContaining({ line: 2, ownerRole: { id: 'hr', name: 'HR' }, isContact: false }),
      expect.objectContaining({ line: 15, comesBack: true, permissionRole: 'leader' }),
      expect.objectContaining({ line: 16, isContact: true, permissionRole: 'member' }),
    ])
    expect(bad.map(({ written, problems: each }) => [written.line, each.join(' ')])).toEqual([
      [3, 'Enter a name.'],
      [4, 'Enter an email address such as name@clinic.example.'],
      [5, 'The address is on line 2 already.'],
      [6, 'Hana Sato is here already with this address.'],
      [7, 'Ina Torres was invited with this address already.'],
      [8, expect.stringContaining('“wizard” is no permission role')],
      [9, expect.stringContaining('You cannot make somebody administrator')],
      [10, 'Line 2 holds the role HR already.'],
      [11, expect.stringContaining('Maya Lind holds the role IT manager')],
      [12, 'There is no owner role “Laboratory” here.'],
      [13, 'Somebody who acts from email only is a member, not manager.'],
      [14, '“perhaps” is neither yes nor no.'],
    ])
  })

  it('writes bad lines as a list that reads the same', () => {
    const { bad } = check('name,email,role\n"Ruiz, ""Ana""",nowhere,wizard\nBo,bo@x.example,wizard')
    const again = writeInvitationList(bad.map(({ written }) => written))
    expect(again.split('\n')[0]).toBe('Name;Email;Role')
    expect(problems(again)).toEqual(bad.map(({ problems: each }) => each.join(' ')))
    expect(readInvitationList(again).map(({ name }) => name)).toEqual(['Ruiz, "Ana"', 'Bo'])
    expect(writeInvitationList([])).toBe('')
  })
})
