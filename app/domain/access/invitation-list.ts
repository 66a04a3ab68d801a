/**
 * A list of people to invite, as a file or pasted from a spreadsheet: one line a person, columns by
 * their names in English or German, apart by commas, semicolons, tabs or bars. Without a line of
 * names, the address is found by its @, and the rest is told by what it says.
 *
 *     readInvitationList('Name;E-Mail;Rolle\nAna Ruiz;ana@clinic.example;Mitglied')
 *     // [{ line: 2, name: 'Ana Ruiz', email: 'ana@clinic.example', role: 'Mitglied', … }]
 *
 * `checkInvitationList` says line by line what is wrong; a line without problems can be invited.
 */
import { EmailAddress, PersonName } from '~/domain/access/account-inputs'
import type { PersonState } from '~/domain/access/people-views'
import { csvRecords, type CsvCell } from '~/domain/guides/readers/csv-records'
import { Invalid } from '~/domain/shared/errors'
import { permissionRoleLabel, type PermissionRole } from '~/domain/shared/vocabulary'

/** How many lines one list may have. */
export const invitationListLimit = 500
/** How much text that may be. */
export const invitationListCharacters = 500_000

/** One line as it was written. */
export interface WrittenLine {
  /** Its place in the text, from 1. */
  line: number
  name: string
  email: string
  role: string
  ownerRole: string
  emailOnly: string
}

type Column = Exclude<keyof WrittenLine, 'line'> | 'firstName' | 'lastName'

const columnNames: Record<Column, readonly string[]> = {
  name: ['name', 'full name', 'person', 'vollständiger name', 'vor- und nachname'],
  firstName: ['first name', 'given name', 'vorname', 'rufname'],
  lastName: ['last name', 'surname', 'family name', 'nachname', 'familienname'],
  email: [
    ...['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'address'],
    ...['e-mail-adresse', 'emailadresse', 'e-mailadresse', 'mailadresse', 'mail-adresse'],
  ],
  role: [
    ...['role', 'permission role', 'permission', 'permissions', 'may do', 'access'],
    ...['rolle', 'berechtigung', 'berechtigungen', 'rechte', 'zugriff', 'berechtigungsrolle'],
  ],
  ownerRole: [
    ...['owner role', 'office', 'responsibility', 'responsible for', 'function'],
    ...['amt', 'zuständigkeit', 'zuständig für', 'funktion', 'verantwortung', 'aufgabe'],
  ],
  emailOnly: ['email only', 'by email only', 'contact', 'nur e-mail', 'nur per e-mail', 'kontakt'],
}

const columnOf = new Map(
  Object.entries(columnNames).flatMap(([column, names]) =>
    names.map((name) => [name, column as Column] as const),
  ),
)

const roleWords: Record<PermissionRole, readonly string[]> = {
  administrator: ['administrator', 'admin', 'administratorin', 'verwalter', 'verwalterin'],
  manager: ['manager', 'managerin', 'verantwortliche', 'verantwortlicher'],
  member: [
    ...['member', 'user', 'staff', 'team member', 'mitglied', 'benutzer', 'benutzerin'],
    ...['mitarbeiter', 'mitarbeiterin', 'mitarbeitende', 'mitarbeitender'],
  ],
  leader: ['leader', 'leadership', 'leitung', 'leiter', 'leiterin', 'geschäftsleitung'],
  auditor: ['auditor', 'auditorin', 'prüfer', 'prüferin', 'revisor', 'revisorin', 'revision'],
}

const roleOfWord = new Map(
  Object.entries(roleWords).flatMap(([role, words]) =>
    words.map((word) => [word, role as PermissionRole] as const),
  ),
)

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'wahr', '✓'])
const no = new Set(['', 'no', 'n', 'false', '0', 'nein', 'falsch', '-', '–'])

const delimiters = [',', ';', '\t', '|']

const comparable = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()

/**
 * The lines of a list; empty ones are left out. The text has line feeds for every kind of line end.
 * @throws Invalid for a list of nothing, or of more than 500 lines
 */
export function readInvitationList(text: string): WrittenLine[] {
  const stated = /^sep=(.)\n/i.exec(text)
  const delimiter = stated?.[1] ?? likeliestDelimiter(text)
  const lineOf = lineCounter(text)
  const rows = csvRecords(text, delimiter, stated?.[0].length ?? 0)
    .map(({ cells, start }) => ({
      line: lineOf(start),
      cells: cells.map((cell) => textOf(text, cell)),
    }))
    .filter(({ cells }) => cells.some(Boolean))
  const header = rows[0] && headerOf(rows[0].cells)
  const lines = header ? rows.slice(1) : rows
  if (lines.length === 0) {
    throw new Invalid(
      'no-lines',
      'There is nobody on this list; give a name and an address a line.',
      'text',
    )
  }
  if (lines.length > invitationListLimit) {
    throw new Invalid(
      'too-many-lines',
      `This list has ${lines.length} lines; ${invitationListLimit} can be invited at a time. Nobody was invited; take it in parts.`,
      'text',
    )
  }
  return lines.map(({ line, cells }) => ({
    line,
    ...(header ? byName(header, cells) : byLook(cells)),
  }))
}

function likeliestDelimiter(text: string): string {
  const sample = text.slice(0, 20_000)
  const scores = delimiters.map((delimiter) => {
    const rows = csvRecords(sample, delimiter, 0, 5).map(({ cells }) =>
      cells.map((cell) => textOf(sample, cell)),
    )
    const known = rows[0]?.filter((cell) => columnOf.has(comparable(cell))).length ?? 0
    const addresses = rows.filter((cells) => cells.some((cell) => /^\S+@\S+$/.test(cell))).length
    return known * 100 + addresses * 10 + (rows[0]?.length ?? 0)
  })
  return delimiters[scores.indexOf(Math.max(...scores))]!
}

function textOf(text: string, { start, end, hasQuotes }: CsvCell): string {
  const cell = text.slice(start, end)
  return (hasQuotes ? cell.replaceAll('""', '"') : cell).trim()
}

/** Line numbers of offsets that only grow, so that a long text is gone through once. */
function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 1]
  return (offset) => {
    for (; at < offset; at += 1) if (text[at] === '\n') line += 1
    return line
  }
}

/** The meaning of each column, where the record names at least that of the addresses. */
function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => columnOf.get(comparable(cell)) ?? null)
  return columns.includes('email') ? columns : null
}

function byName(
  columns: readonly (Column | null)[],
  cells: readonly string[],
): Omit<WrittenLine, 'line'> {
  const of = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const both = [of('firstName'), of('lastName')].filter(Boolean).join(' ')
  return {
    name: of('name') && of('firstName') ? `${of('firstName')} ${of('name')}` : of('name') || both,
    email: of('email'),
    role: of('role'),
    ownerRole: of('ownerRole'),
    emailOnly: of('emailOnly'),
  }
}

/** By what the cells say: an address, a permission role, and of the rest first the name. */
function byLook(cells: readonly string[]): Omit<WrittenLine, 'line'> {
  const email = cells.find((cell) => cell.includes('@')) ?? ''
  const role = cells.find((cell) => roleOfWord.has(comparable(cell))) ?? ''
  const [name = '', ownerRole = ''] = cells.filter(
    (cell) => cell !== '' && cell !== email && cell !== role,
  )
  return { name, email, role, ownerRole, emailOnly: '' }
}

/** Somebody who can be invited as it stands. */
export interface GoodLine {
  line: number
  name: string
  email: string
  permissionRole: PermissionRole
  ownerRole: { id: string; name: string } | null
  isContact: boolean
  /** Was here before and left. */
  comesBack: boolean
}

export interface BadLine {
  written: WrittenLine
  problems: string[]
}

export interface CheckedList {
  good: GoodLine[]
  bad: BadLine[]
}

/** What a list is checked against. */
export interface InvitationContext {
  /** Everybody the organisation knows, by address in lower case. */
  people: ReadonlyMap<string, { name: string; state: PersonState }>
  ownerRoles: readonly {
    id: string
    name: string
    aliases: readonly string[]
    holderName: string | null
  }[]
  /** What the inviter may make of others. */
  grantable: readonly PermissionRole[]
}

/** Line by line what can be invited and what is wrong, in the order of the list. */
export function checkInvitationList(
  lines: readonly WrittenLine[],
  context: InvitationContext,
): CheckedList {
  const list: CheckedList = { good: [], bad: [] }
  const seen = { emails: new Map<string, number>(), ownerRoles: new Map<string, number>() }
  for (const written of lines) {
    const problems: string[] = []
    const line = checkLine(written, context, seen, (problem) => void problems.push(problem))
    if (problems.length === 0 && line) list.good.push(line)
    else list.bad.push({ written, problems })
  }
  return list
}

type Seen = { emails: Map<string, number>; ownerRoles: Map<string, number> }
type Complain = (problem: string) => void

function checkLine(
  written: WrittenLine,
  context: InvitationContext,
  seen: Seen,
  complain: Complain,
): GoodLine | null {
  const name = PersonName.safeParse(written.name)
  if (!name.success) complain(name.error.issues[0]!.message)
  const email = EmailAddress.safeParse(written.email)
  if (!email.success) complain(email.error.issues[0]!.message)
  else checkAddress(email.data, written.line, context, seen, complain)
  const permissionRole = roleOf(written.role, context, complain)
  const isContact = emailOnlyOf(written.emailOnly, complain)
  if (isContact && permissionRole && permissionRole !== 'member') {
    complain(`Somebody who acts from email only is a member, not ${roleLabel(permissionRole)}.`)
  }
  const ownerRole = ownerRoleOf(written, permissionRole, context, seen, complain)
  if (!name.success || !email.success || !permissionRole) return null
  const comesBack = context.people.get(email.data)?.state === 'deactivated'
  const { line } = written
  return {
    line,
    name: name.data,
    email: email.data,
    permissionRole,
    ownerRole,
    isContact,
    comesBack,
  }
}

const roleLabel = (role: PermissionRole) => permissionRoleLabel[role].toLowerCase()

function checkAddress(
  email: string,
  line: number,
  { people }: InvitationContext,
  { emails }: Seen,
  complain: Complain,
): void {
  const before = emails.get(email)
  if (before !== undefined) complain(`The address is on line ${before} already.`)
  else emails.set(email, line)
  const known = people.get(email)
  if (!known || known.state === 'deactivated') return
  const words =
    known.state === 'invited'
      ? 'was invited with this address already'
      : 'is here already with this address'
  complain(`${known.name} ${words}.`)
}

function roleOf(
  written: string,
  { grantable }: InvitationContext,
  complain: Complain,
): PermissionRole | null {
  const role = written === '' ? 'member' : roleOfWord.get(comparable(written))
  if (!role) {
    complain(
      `“${written}” is no permission role; write administrator, manager, member, leader or auditor.`,
    )
    return null
  }
  if (!grantable.includes(role)) {
    complain(
      `You cannot make somebody ${roleLabel(role)}: that is more than your own role may give.`,
    )
    return null
  }
  return role
}

function emailOnlyOf(written: string, complain: Complain): boolean {
  const word = comparable(written)
  if (yes.has(word)) return true
  if (!no.has(word)) complain(`“${written}” is neither yes nor no.`)
  return false
}

function ownerRoleOf(
  { ownerRole: written, line }: WrittenLine,
  permissionRole: PermissionRole | null,
  { ownerRoles }: InvitationContext,
  seen: Seen,
  complain: Complain,
): GoodLine['ownerRole'] {
  if (written === '') return null
  const key = comparable(written)
  const role = ownerRoles.find(({ name, aliases }) =>
    [name, ...aliases].some((word) => comparable(word) === key),
  )
  if (!role) {
    complain(`There is no owner role “${written}” here.`)
    return null
  }
  const before = seen.ownerRoles.get(role.id)
  if (before !== undefined) complain(`Line ${before} holds the role ${role.name} already.`)
  else seen.ownerRoles.set(role.id, line)
  if (role.holderName) {
    complain(
      `${role.holderName} holds the role ${role.name}; change that under Settings first, or leave it out.`,
    )
  }
  if (permissionRole === 'auditor')
    complain('An auditor reads everything but cannot hold an owner role.')
  return { id: role.id, name: role.name }
}

/** Lines as a list again, for somebody to mend: columns by name, apart by semicolons. */
export function writeInvitationList(lines: readonly WrittenLine[]): string {
  if (lines.length === 0) return ''
  const rows = lines.map((line) => [
    line.name,
    line.email,
    line.role,
    line.ownerRole,
    line.emailOnly,
  ])
  const isUsed = (index: number) => index < 3 || rows.some((cells) => cells[index] !== '')
  return [['Name', 'Email', 'Role', 'Owner role', 'Email only'], ...rows]
    .map((cells) =>
      cells
        .filter((_, index) => isUsed(index))
        .map(quoted)
        .join(';'),
    )
    .join('\n')
}

const quoted = (cell: string) =>
  /[";\n,\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
