import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { TemplateTitleInput } from '~/domain/guides/templates/template-title-input'
import { guidePath, planPath, plansPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getPlanAsTemplate } from '~/services/guides/get-plan-as-template.server'
import { savePlanAsTemplate } from '~/services/guides/save-plan-as-template.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Save as a template – Wardround' }]

export const loader = door(async (args) =>
  getPlanAsTemplate(await requireActor(args), args.params.planId ?? ''),
)

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  const form = await parseForm(args.request, TemplateTitleInput)
  if (!form.ok) return form.reply()
  const { templateId, itemCount } = await savePlanAsTemplate(actor, { ...form.value, planId })
  const items = itemCount === 1 ? '1 item' : `${itemCount} items`
  return redirectWithToast(guidePath(templateId), `Saved as a template with ${items}.`)
})

/** Saves a running plan as a template, under a title. */
export default function PlanTemplate() {
  const { planId, planTitle, templateId, itemCount } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const tasks =
    itemCount === 1 ? 'Its one task becomes an item' : `Its ${itemCount} tasks become items`
  return (
    <>
      <PageHeader
        title="Save as a template"
        description={`${tasks} that another plan can start from. Actions, outcomes, owner roles and the days from the start are kept; people, dates, evidence, comments and cancelled tasks are not. The plan itself stays as it is.`}
        breadcrumbs={[
          { label: 'Plans', to: plansPath() },
          { label: planTitle, to: planPath(planId) },
        ]}
      />
      <Card className="max-w-xl">
        <Form method="post" className="grid gap-4">
          <FormError error={form.errors} />
          <input type="hidden" name="templateId" value={form.value('templateId', templateId)} />
          <TextInput
            name="title"
            label="Title of the template"
            required
            maxLength={300}
            defaultValue={form.value('title', planTitle)}
            error={form.error('title')}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingText="Saving…">Save the template</SubmitButton>
            <LinkButton to={planPath(planId)} variant="quiet">
              Back without saving
            </LinkButton>
          </div>
        </Form>
      </Card>
    </>
  )
}
