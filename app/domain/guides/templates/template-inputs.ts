/**
 * What the forms of a guide and its items send.
 *
 *     TemplateItemInput.parse({ action: 'Train staff', stage: 'plan', horizonDays: '30', … })
 */
import { z } from 'zod'
import {
  frameworkFields,
  joinFrameworkRefs,
  type LeavingFrameworkRefs,
} from '~/domain/frameworks/framework-inputs'
import { cadences, priorities, stages, tracks, type Cadence } from '~/domain/shared/vocabulary'
import {
  emptyAsNull,
  formVersion,
  optionalDate,
  optionalId,
  optionalText,
  requiredText,
} from '~/domain/tasks/text-input'

const chooseOne = { error: 'Choose one from the list.' }
const days = 'Give the days from the start of the plan as a whole number from 1 to 3650.'

const itemFields = {
  action: requiredText('The action', 300),
  outcome: optionalText('The outcome', 1_000),
  detail: optionalText('The detail', 10_000),
  stage: z.enum(stages, chooseOne),
  horizonDays: emptyAsNull(
    z.coerce.number({ error: days }).int({ error: days }).min(1, { error: days }).max(3_650, {
      error: days,
    }),
  ),
  track: emptyAsNull(z.enum(tracks, chooseOne)),
  priority: emptyAsNull(z.enum(priorities, chooseOne)),
  cadence: emptyAsNull(z.enum(cadences, chooseOne)),
  ownerRoleId: optionalId,
  dueOn: optionalDate,
  ...frameworkFields,
}

/** What a service takes: a cadence that nobody gives stays as it is. */
type LeavingCadence<Input extends { cadence: Cadence | null }> = Omit<Input, 'cadence'> & {
  cadence?: Cadence | null | undefined
}

export const TemplateItemEditInput = z
  .object({ ...itemFields, version: formVersion })
  .transform(joinFrameworkRefs)
export type TemplateItemEditInput = LeavingCadence<
  LeavingFrameworkRefs<z.infer<typeof TemplateItemEditInput>>
>

export const TemplateItemAddInput = z
  .object({
    ...itemFields,
    /** Made with the form, so that the same form sent twice adds one item. */
    itemId: emptyAsNull(z.guid()).optional(),
    /** The line of the guide it is made from, counted from 1. */
    line: emptyAsNull(z.coerce.number().int().min(1)).optional(),
    /** The remark whose part of the line it is made from, as the preview numbers them. */
    remark: emptyAsNull(z.coerce.number().int().min(1)).optional(),
  })
  .transform(joinFrameworkRefs)
export type TemplateItemAddInput = LeavingCadence<
  LeavingFrameworkRefs<z.infer<typeof TemplateItemAddInput>>
>

/** Drop and restore; the version is absent where no form showed the item. */
export const TemplateItemVersionInput = z.object({ version: formVersion.optional() })
export type TemplateItemVersionInput = z.infer<typeof TemplateItemVersionInput>

const nothingGiven = 'Choose a file, or paste the text of the guide.'

/** A browser sends an unused file field as a file without a name and without content. */
const chosenFile = z.preprocess(
  (value) => (value instanceof File && (value.size > 0 || value.name !== '') ? value : undefined),
  z.custom<File>((value) => value instanceof File).optional(),
)

/** An import: a file, or else a text. An empty file goes to the reader, which says that it is empty. */
export const GuideImportInput = z
  .object({
    file: chosenFile,
    text: z.string().optional(),
  })
  .refine(({ file, text }) => file !== undefined || Boolean(text?.trim()), {
    error: nothingGiven,
    path: ['text'],
  })
export type GuideImportInput = z.infer<typeof GuideImportInput>
