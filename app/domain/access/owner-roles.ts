/**
 * Owner roles as the settings show and change them. Aliases are the other words a guide may use for
 * the role; the form takes them in one field, apart by commas or lines.
 *
 *     OwnerRoleInput.parse({ name: 'Laboratory', aliases: 'Lab, lab lead, Lab' , … }).aliases // ['Lab', 'lab lead']
 */
import { z } from 'zod'
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

export const OwnerRoleInput = NewOwnerRoleInput.extend({
  holderId: optionalId,
  backupId: optionalId,
  version: formVersion,
}).refine(({ holderId, backupId }) => holderId === null || holderId !== backupId, {
  error: 'Holder and backup are the same person; choose another backup, or none.',
  path: ['backupId'],
})
export type OwnerRoleInput = z.infer<typeof OwnerRoleInput>

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

export interface OwnerRoleView {
  id: string
  name: string
  aliases: string[]
  holderId: string | null
  backupId: string | null
  version: number
  followingTaskCount: number
  people: PersonChoice[]
}
