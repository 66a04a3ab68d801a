import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { TemplateRenameInput } from '~/domain/guides/templates/template-title-input'
import { guidePath, guidesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getTemplateTitle, renameTemplate } from '~/services/guides/rename-template.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Rename a guide – Wardround' }]

export const loader = door(async (args) =>
  getTemplateTitle(await requireActor(args), args.params.templateId ?? ''),
)

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { templateId = '' } = args.params
  const form = await parseForm(args.request, TemplateRenameInput)
  if (!form.ok) return form.reply()
  await renameTemplate(actor, { ...form.value, templateId })
  return redirectWithToast(guidePath(templateId), 'Renamed')
})

/** Gives a guide another title, such as one whose text names none. */
export default function GuideTitle() {
  const { id, title, version } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Rename the guide"
        description="Plans that were started from it keep their titles."
        breadcrumbs={[
          { label: 'Guides', to: guidesPath() },
          { label: title, to: guidePath(id) },
        ]}
      />
      <Card className="max-w-xl">
        <Form method="post" className="grid gap-4">
          <FormError error={form.errors} />
          <input type="hidden" name="version" value={version} />
          <TextInput
            name="title"
            label="Title"
            required
            maxLength={300}
            defaultValue={form.value('title', title)}
            error={form.error('title')}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Save</SubmitButton>
            <LinkButton to={guidePath(id)} variant="quiet">
              Back to the guide
            </LinkButton>
          </div>
        </Form>
      </Card>
    </>
  )
}
