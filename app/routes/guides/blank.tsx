import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { TemplateTitleInput } from '~/domain/guides/templates/template-title-input'
import { guidePath, guidesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { createTemplate } from '~/services/guides/create-template.server'
import { getNewTemplate } from '~/services/guides/get-new-template.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Write from scratch – Wardround' }]

export const loader = door(async (args) => getNewTemplate(await requireActor(args)))

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, TemplateTitleInput)
  if (!form.ok) return form.reply()
  const templateId = await createTemplate(actor, form.value)
  return redirectWithToast(guidePath(templateId), 'Begun. Add its first item.')
})

/** Begins a template without a guide: a title, to which items are added one by one. */
export default function BlankGuide() {
  const { templateId } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Write from scratch"
        description="Give it a title, then add its items one by one: what is to be done, by which office, within how many days. A plan starts from it as from any guide."
        breadcrumbs={[{ label: 'Guides', to: guidesPath() }]}
      />
      <Card className="max-w-xl">
        <Form method="post" className="grid gap-4">
          <FormError error={form.errors} />
          <input type="hidden" name="templateId" value={form.value('templateId', templateId)} />
          <TextInput
            name="title"
            label="Title"
            hint="Such as “Opening the second site”."
            required
            maxLength={300}
            defaultValue={form.value('title')}
            error={form.error('title')}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Go on to its items</SubmitButton>
            <LinkButton to={guidesPath()} variant="quiet">
              Back to the guides
            </LinkButton>
          </div>
        </Form>
      </Card>
    </>
  )
}
