import { data, redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { can, canHoldTasks, grantableRoles } from '~/domain/access/can'
import { PlanRolesInput } from '~/domain/plans/plan-inputs'
import type { PlanRolesView } from '~/domain/plans/plan-views'
import {
  planDatesPath,
  planInvitationPath,
  planPath,
  planRolesPath,
  plansPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm, submissionOf } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getPlanRoles } from '~/services/plans/get-plan-roles.server'
import { getPlanState } from '~/services/plans/get-plan-state.server'
import { giveRoles, previewRoleMoves } from '~/services/plans/give-roles.server'
import { openTasks, TaskMoves } from '~/ui/people/task-moves'
import { InvitationForm } from '~/ui/plans/invitation-form'
import { PlanSteps } from '~/ui/plans/plan-steps'
import { RoleFields } from '~/ui/plans/role-fields'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { Disclosure } from '~/ui/primitives/disclosure'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Roles: ${data?.view.plan.title ?? 'Plan'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  if ((await getPlanState(actor, planId)).state !== 'draft') throw redirect(planPath(planId))
  return {
    view: await getPlanRoles(actor, planId),
    // Only who can then be chosen here.
    grantable: can(actor, 'person:invite') ? grantableRoles(actor).filter(canHoldTasks) : [],
  }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  const form = await parseForm(args.request, PlanRolesInput)
  if (!form.ok) return form.reply()
  const { roles, rolelessTo, seen = '' } = form.value
  if (seen === '') {
    const moving = await previewRoleMoves(actor, { roles })
    // The form comes back as it was sent, with what would move below it.
    const asSent = submissionOf(args.request)!.reply()
    if (moving.moves.total > 0) return data({ ...asSent, moving }, { status: 422 })
  }
  const { movedCount } = await giveRoles(actor, { ...form.value, seen, planId })
  if (rolelessTo && !roles.some(({ roleId }) => roleId === rolelessTo)) {
    return redirectWithToast(planRolesPath(planId), 'Saved. Now choose who holds that role.')
  }
  if (movedCount === 0) return redirect(planDatesPath(planId))
  const moved = movedCount === 1 ? '1 task of another plan' : `${movedCount} tasks of other plans`
  return redirectWithToast(planDatesPath(planId), `Roles saved; ${moved} moved with them.`)
})

/** The second step of a plan: who holds the owner roles that its tasks belong to. */
export default function PlanRoles() {
  const { view, grantable } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = formResult(answer)
  const moving = answer && 'moving' in answer ? answer.moving : null
  const { plan } = view
  return (
    <>
      <PageHeader
        title="Who does what"
        description={`Owner roles in “${plan.title}”. A task follows its role when the holder changes; the backup steps in when there is no holder.`}
        breadcrumbs={[{ label: 'Plans', to: plansPath() }]}
      />
      <PlanSteps current="roles" planId={plan.id} />
      <div className="grid max-w-4xl gap-5">
        {grantable.length > 0 ? (
          <Disclosure
            summary="Somebody is missing? Invite them first"
            isOpen={view.people.length < 2}
          >
            <Card>
              <InvitationForm
                key={view.people.length}
                action={planInvitationPath(plan.id)}
                grantable={grantable}
                form={formResult(undefined)}
              />
            </Card>
          </Disclosure>
        ) : null}
        <Form method="post" action={planRolesPath(plan.id)} className="grid gap-5">
          <FormError error={form.errors} />
          {view.roles.length > 0 ? (
            <Card isPadded={false} className="divide-y divide-line">
              {view.roles.map((role, index) => (
                <RoleFields
                  key={role.id}
                  role={role}
                  index={index}
                  people={view.people}
                  form={form}
                />
              ))}
            </Card>
          ) : null}
          <Roleless view={view} form={form} />
          {moving ? (
            <Section
              title="What moves"
              description="Nothing is saved yet. Owner roles belong to the organisation, so tasks of other plans go with them."
            >
              <input type="hidden" name="seen" value={moving.seen} />
              <TaskMoves moves={moving.moves} today={moving.today} />
            </Section>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <SubmitButton action={planRolesPath(plan.id)}>
              {moving
                ? `Save, and move ${openTasks(moving.moves.total)}`
                : 'Save and go on to dates'}
            </SubmitButton>
            <LinkButton to={planDatesPath(plan.id)} variant="quiet">
              Go on without saving
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  )
}

/** Tasks that the guide gives to nobody; nobody would be reminded of them. */
function Roleless({ view, form }: { view: PlanRolesView; form: ReturnType<typeof formResult> }) {
  const { rolelessCount, allRoles } = view
  if (rolelessCount === 0) return null
  const tasks = rolelessCount === 1 ? '1 task has' : `${rolelessCount} tasks have`
  return (
    <Callout tone="warn" title={`${tasks} no owner role`}>
      <p className="mb-3">
        Without one, nobody is reminded of {rolelessCount === 1 ? 'it' : 'them'}. Give{' '}
        {rolelessCount === 1 ? 'it' : 'all of them'} to a role here, or name people later on each
        task.
      </p>
      <Select
        name="rolelessTo"
        label="Give to the role"
        placeholder="Leave as they are"
        options={allRoles.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={form.value('rolelessTo')}
        error={form.error('rolelessTo')}
        fieldClassName="max-w-xs"
      />
    </Callout>
  )
}
