/**
 * Owner roles as the settings show and change them. Aliases are the other words a guide may use for
 * the role; the form takes them in one field, apart by commas or lines.
 *
 *     OwnerRoleInput.parse({ name: 'Laboratory', aliases: 'Lab, lab lead, Lab' , … }).aliases // ['Lab', 'lab lead']
 */
import { z } from 'zod'
import type { StandIn } from '~/domain/access/absence'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { PersonChoice } from '~/domain/plans/plan-views'
import { formVersion, freeText, optionalId, requiredText } from '~/domain/tasks/text-input'

const maxAliases = 20

const aliases = freeText('The list of other names', 2_000)
  .transform((text) => distinct(text.split(/[,;\n]/).map((alias) => alias.trim())))
  .pipe(
    z
      .array(z.string().max(80, { error: 'One of the other names is longer than 80 characters.' }))
      .max(maxAliases, { error: `More than ${maxAliases} other names; keep the usual ones.` }),
  )

/** Without blanks; of what differs only in case, the first. */
function distinct(words: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const word of words) {
    const key = word.toLowerCase()
    if (word && !seen.has(key)) seen.set(key, word)
  }
  return [...seen.values()]
}

const name = requiredText('The name', 80).regex(/^[^\n]*$/, { error: 'A name is one line.' })

export const NewOwnerRoleInput = z.object({ name, aliases })
export type NewOwnerRoleInput = z.infer<typeof NewOwnerRoleInput>

export const OwnerRoleInput = NewOwnerRoleInput.extend({ version: formVersion })
export type OwnerRoleInput = z.infer<typeof OwnerRoleInput>

/** Who is to hold a role, as the address of the page says that shows what would move. */
export const RolePeopleChoice = z.object({ holderId: optionalId, backupId: optionalId })
export type RolePeopleChoice = z.infer<typeof RolePeopleChoice>

/** The same, confirmed; `seen` says what that page had shown. */
export const RolePeopleInput = RolePeopleChoice.extend({
  version: formVersion,
  seen: z.string().max(100),
}).refine(({ holderId, backupId }) => holderId === null || holderId !== backupId, {
  error: 'Holder and backup are the same person; choose another backup, or none.',
  path: ['backupId'],
})
export type RolePeopleInput = z.infer<typeof RolePeopleInput>

export interface OwnerRoleItem {
  id: string
  name: string
  aliases: string[]
  holderName: string | null
  backupName: string | null
  /** Unfinished tasks of running plans that follow the role's people. */
  followingTaskCount: number
}

export interface OwnerRoleList {
  roles: OwnerRoleItem[]
  may: { edit: boolean }
}

/** Somebody's time in an owner role; `endedAt` is null for whoever has it now. */
export interface Tenure {
  id: string
  personName: string
  part: 'holder' | 'backup'
  beganAt: Date
  beganByName: string | null
  endedAt: Date | null
}

export interface OwnerRoleView {
  id: string
  name: string
  aliases: string[]
  holderId: string | null
  backupId: string | null
  holderName: string | null
  backupName: string | null
  /** Who is asked instead of a holder who is away. */
  standIn: StandIn | null
  version: number
  followingTaskCount: number
  /** The newest first. */
  tenures: Tenure[]
  tenureCount: number
  people: PersonChoice[]
  today: CalendarDate
  timeZoneShown: string
  may: { edit: boolean }
}

/** What a change of an owner role's people would do, before it is done. */
export interface RolePeoplePreview {
  id: string
  name: string
  version: number
  holderId: string | null
  backupId: string | null
  holderName: string | null
  backupName: string | null
  /** They hold it like that already. */
  isSame: boolean
  /** Why it cannot be done, as a sentence. */
  obstacle: string | null
  moves: TaskMoves
  /** Comes back with the confirmation: should something else move by then, nothing does. */
  seen: string
  today: CalendarDate
}

/** Tasks on their way to somebody else: how many, the first of them, and who hears of it. */
export interface TaskMoves {
  total: number
  /** Of them, those whose later times follow as well. */
  recurringCount: number
  byPlan: { planId: string; planTitle: string; count: number }[]
  first: {
    id: string
    reference: number
    action: string
    planTitle: string
    dueOn: CalendarDate
    fromName: string | null
    toName: string | null
  }[]
  /** Who gets mail about how many; nobody for tasks that nobody is left for. */
  recipients: { name: string; count: number }[]
  /** Tasks that would be nobody's. */
  unownedCount: number
}
