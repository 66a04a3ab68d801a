/**
 * What the forms of a guide's new version send. Lines and plans are ticked; what was shown beside
 * them travels along, so that nothing else is applied.
 *
 *     RevisionApplyInput.parse({ previousId, seen, lines: [itemId], taken: ['<itemId>.outcome'], plans: [] })
 */
import { z } from 'zod'
import { chosenId } from '~/domain/tasks/text-input'

/** A browser leaves a box out that is not ticked. */
const ticked = z.preprocess((value) => value === 'on' || value === true, z.boolean())
const incomplete = 'The form is incomplete; reload the page and try again.'
const fingerprint = z.string({ error: incomplete })

export const RevisionApplyInput = z.object({
  /** The earlier version. */
  previousId: chosenId(),
  /** What the page showed of the two versions. */
  seen: fingerprint,
  /** The lines that go into the plans. */
  lines: z.array(chosenId()).default([]),
  /** Fields that get the guide's words instead of people's: an item's or a task's id, a dot, the field. */
  taken: z.array(z.string()).default([]),
  plans: z.array(z.object({ planId: chosenId(), seen: fingerprint, isChosen: ticked })).default([]),
})
export type RevisionApplyInput = z.infer<typeof RevisionApplyInput>

/** How a field of a choice is called in `taken`. */
export const takenKey = (id: string, field: string) => `${id}.${field}`

/** The fields that were taken from the guide for one item or task. */
export function takenFields<Field extends string>(
  taken: ReadonlySet<string>,
  id: string,
  fields: readonly Field[],
): Set<Field> {
  return new Set(fields.filter((field) => taken.has(takenKey(id, field))))
}

export const RevisionRollOutInput = z.object({
  organisations: z
    .array(chosenId())
    .min(1, { error: 'Choose at least one organisation.' })
    .default([])
    .refine((list) => list.length > 0, { error: 'Choose at least one organisation.' }),
})
export type RevisionRollOutInput = z.infer<typeof RevisionRollOutInput>
