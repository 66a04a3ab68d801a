import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { ensureCan } from '~/domain/access/can'
import { GuideImportInput } from '~/domain/guides/templates/template-inputs'
import {
  blankGuidePath,
  guidePath,
  guideRevisionPath,
  guidesPath,
  libraryPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { importedWords } from '~/ui/guides/revision-notice'
import { Card } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { FileInput, TextArea } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Import a guide – Wardround' }]

export const loader = door(async (args) => {
  ensureCan(await requireActor(args), 'guide:import')
  return null
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, GuideImportInput)
  if (!form.ok) return form.reply()
  const { file, text } = form.value
  const document = file
    ? { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name }
    : { text: text ?? '' }
  const guide = await importGuide(actor, document)
  const { templateId, isKnown, itemCount, isLikelyRevision } = guide
  if (isKnown) {
    return redirectWithToast(
      guidePath(templateId),
      `This very text was ${importedWords(guide, actor.timeZone)}; here it is. Nothing was added.`,
    )
  }
  const found =
    itemCount === 0
      ? 'Its text is kept, but no plan was found in it.'
      : `Imported: ${itemCount === 1 ? '1 item' : `${itemCount} items`} found.`
  return redirectWithToast(
    isLikelyRevision ? guideRevisionPath(templateId) : guidePath(templateId),
    isLikelyRevision ? `${found} Is it a new version?` : found,
  )
})

/** Imports a guide: a file, or pasted text. */
export default function NewGuide() {
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Import a guide"
        description="Wardround reads the first steps and the 30-day, 90-day and other plans out of it. You see what was found before anything starts."
        breadcrumbs={[{ label: 'Guides', to: guidesPath() }]}
      />
      <Card className="max-w-3xl">
        <Form method="post" encType="multipart/form-data" className="grid gap-4">
          <FormError error={form.errors} />
          <FileInput
            name="file"
            label="A file"
            hint="Word (.docx), text, Markdown, a saved web page or CSV, up to 5 MB."
            accept=".docx,.txt,.md,.markdown,.html,.htm,.csv,.tsv,text/plain,text/markdown,text/html,text/csv,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            error={form.error('file')}
          />
          <TextArea
            name="text"
            label="Or its text"
            hint="Copy the whole guide and paste it here. A file, where one is chosen, comes first."
            className="min-h-72"
            defaultValue={form.value('text')}
            error={form.error('text')}
          />
          <div>
            <SubmitButton icon="upload" pendingText="Reading the guide…">
              Import
            </SubmitButton>
          </div>
        </Form>
      </Card>
      <p className="mt-4 max-w-3xl text-muted">
        No guide at hand? <TextLink to={libraryPath()}>Choose one from the library</TextLink>, or{' '}
        <TextLink to={blankGuidePath()}>write a plan from scratch</TextLink>.
      </p>
    </>
  )
}
