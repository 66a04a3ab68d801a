import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { StartPlanInput } from '~/domain/plans/plan-inputs'
import type { NewPlanView } from '~/domain/plans/plan-views'
import { libraryPath, newGuidePath, planRolesPath, plansPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { getNewPlan } from '~/services/plans/get-new-plan.server'
import { startPlan } from '~/services/plans/start-plan.server'
import { PlanSteps } from '~/ui/plans/plan-steps'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { EmptyState } from '~/ui/primitives/empty-state'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { DateInput, Select, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Start a plan – Wardround' }]

export const loader = door(async (args) => {
  const template = new URL(args.request.url).searchParams.get('template')
  return getNewPlan(await requireActor(args), template)
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, StartPlanInput)
  if (!form.ok) return form.reply()
  return redirect(planRolesPath(await startPlan(actor, form.value)))
})

/** The first step of a plan: its guide, its name and its start. */
export default function NewPlan() {
  const view = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Start a plan"
        description="Next you give its roles to people and look at every date. Nobody gets mail before you launch it."
        breadcrumbs={[{ label: 'Plans', to: plansPath() }]}
      />
      <PlanSteps current="start" />
      {view.templates.length === 0 ? (
        <EmptyState
          title="No guide with items yet"
          icon="book"
          action={
            <>
              <LinkButton to={newGuidePath()} variant="primary" icon="upload">
                Import a guide
              </LinkButton>
              <LinkButton to={libraryPath()}>Choose from the library</LinkButton>
            </>
          }
        >
          A plan starts from a guide: your own, or one of the library.
        </EmptyState>
      ) : (
        <PlanForm view={view} form={form} />
      )}
    </>
  )
}

function PlanForm({ view, form }: { view: NewPlanView; form: ReturnType<typeof formResult> }) {
  return (
    <Card className="max-w-xl">
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="planId" value={form.value('planId', view.planId)} />
        <Select
          name="templateId"
          label="Guide"
          required
          placeholder="Choose a guide"
          options={view.templates.map(({ id, title, itemCount, hasNewer }) => ({
            value: id,
            label: `${title} (${itemCount === 1 ? '1 item' : `${itemCount} items`}${hasNewer ? ', an earlier version' : ''})`,
          }))}
          defaultValue={form.value('templateId', view.templateId)}
          error={form.error('templateId')}
        />
        <TextInput
          name="title"
          label="Name of the plan"
          hint="Left empty, it is called what its guide is."
          isOptional
          maxLength={200}
          defaultValue={form.value('title', view.title)}
          error={form.error('title')}
        />
        <DateInput
          name="startsOn"
          label="Starts on"
          hint="Horizons count from this day: a 30-day plan ends 30 days after it."
          required
          defaultValue={form.value('startsOn', view.startsOn)}
          error={form.error('startsOn')}
        />
        <div>
          <SubmitButton pendingText="Making the tasks…">Go on to roles</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
