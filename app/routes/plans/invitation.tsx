import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canHoldTasks, ensureCan, grantableRoles } from '~/domain/access/can'
import { InvitationInput } from '~/domain/access/person-inputs'
import { planInvitationPath, planRolesPath, plansPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { getPlanState } from '~/services/plans/get-plan-state.server'
import { InvitationForm } from '~/ui/plans/invitation-form'
import { Card } from '~/ui/primitives/card'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'

export const meta: MetaFunction = () => [{ title: 'Invite somebody – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  ensureCan(actor, 'person:invite')
  const planId = args.params.planId ?? ''
  const { title } = await getPlanState(actor, planId)
  return { planId, title, grantable: grantableRoles(actor).filter(canHoldTasks) }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  await getPlanState(actor, planId)
  const form = await parseForm(args.request, InvitationInput)
  if (!form.ok) return form.reply()
  await invitePerson(actor, form.value)
  const { name, permissionRole } = form.value
  return redirectWithToast(
    planRolesPath(planId),
    canHoldTasks(permissionRole)
      ? `${name} is invited and can be chosen already.`
      : `${name} is invited.`,
  )
})

/** Invites somebody from the roles of a plan; the page of its own shows what is wrong with the form. */
export default function PlanInvitation() {
  const { planId, title, grantable } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Invite somebody"
        description="They get an email with a link that works for seven days. Tasks can be theirs before they follow it."
        breadcrumbs={[
          { label: 'Plans', to: plansPath() },
          { label: title, to: planRolesPath(planId) },
        ]}
      />
      <Card className="max-w-3xl">
        <InvitationForm action={planInvitationPath(planId)} grantable={grantable} form={form} />
      </Card>
    </>
  )
}
