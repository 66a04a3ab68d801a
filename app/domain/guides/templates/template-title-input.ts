/**
 * The titles of templates: the form that begins one, written from scratch or saved from a plan, and the
 * one that calls it something else.
 *
 *     TemplateTitleInput.parse({ title: ' Vendors ', templateId: '' }) // { title: 'Vendors', templateId: null }
 */
import { z } from 'zod'
import { emptyAsNull, formVersion, requiredText } from '~/domain/tasks/text-input'

export const TemplateTitleInput = z.object({
  title: requiredText('The title', 300),
  /** Made with the form, so that the same form sent twice begins one template. */
  templateId: emptyAsNull(z.guid()).optional(),
})
export type TemplateTitleInput = z.infer<typeof TemplateTitleInput>

/** Calls a template something else. */
export const TemplateRenameInput = z.object({
  title: requiredText('The title', 300),
  version: formVersion,
})
export type TemplateRenameInput = z.infer<typeof TemplateRenameInput>
