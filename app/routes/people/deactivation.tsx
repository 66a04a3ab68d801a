import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import {
  heldParts,
  withoutSuccessor,
  type DeactivationView,
  type HandOverGroup,
  type HeldPart,
} from '~/domain/access/hand-over'
import { DeactivationInput } from '~/domain/access/person-inputs'
import { peoplePath, personPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { getDeactivation } from '~/services/people/get-deactivation.server'
import { Holdings } from '~/ui/people/holdings'
import { LinkButton } from '~/ui/primitives/button'
import { Section } from '~/ui/primitives/card'
import { Disclosure } from '~/ui/primitives/disclosure'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { personOptions } from '~/ui/reviews/decision-fields'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Deactivate ${data?.name ?? 'somebody'} – Wardround` },
]

export const loader = door(async (args) =>
  getDeactivation(await requireActor(args), args.params.personId ?? ''),
)

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { personId = '' } = args.params
  const form = await parseForm(args.request, DeactivationInput)
  if (!form.ok) return form.reply()
  const { movedCount } = await deactivatePerson(actor, { ...form.value, personId })
  return redirectWithToast(personPath(personId), `Deactivated${movedWords(movedCount)}`)
})

const movedWords = (count: number) => (count === 0 ? '' : `; ${counted(count, 'open task')} moved`)

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

export default function Deactivation() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={`Deactivate ${view.name}`}
        breadcrumbs={[
          { label: 'People', to: peoplePath() },
          { label: view.name, to: personPath(view.id) },
        ]}
        description="They can no longer sign in and get no mail. What they did stays under their name, and an invitation to the same address brings them back."
      />
      {view.obstacle ? (
        <Callout tone="warn" title="This cannot be done now">
          <p>{view.obstacle}</p>
          <p className="mt-2">
            <LinkButton to={peoplePath()}>Back to the people</LinkButton>
          </p>
        </Callout>
      ) : (
        <>
          <Section title="What they hold">
            <Holdings held={view} today={view.today} />
          </Section>
          <HandOver />
        </>
      )}
    </>
  )
}

function HandOver() {
  const view = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Section
      title="Hand-over"
      description="All of it moves in one step. What is finished or signed stays as it is."
    >
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="version" value={view.version} />
        <Select
          name="successorId"
          label="Who takes over"
          isOptional
          hint="Everything above goes to this person. With nobody, backups move up, and personal tasks go back to their owner roles."
          placeholder="Nobody: backups and owner roles"
          options={personOptions(view.successors)}
          defaultValue={form.value('successorId')}
          error={form.error('successorId')}
        />
        <PartByPart view={view} form={form} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton variant="danger">Deactivate {view.name}</SubmitButton>
          <LinkButton to={personPath(view.id)} variant="quiet">
            Keep {view.name}
          </LinkButton>
        </div>
      </Form>
    </Section>
  )
}

/** A choice for each part that they hold; untouched, it goes to whoever takes over the rest. */
function PartByPart({
  view,
  form,
}: {
  view: DeactivationView
  form: ReturnType<typeof formResult>
}) {
  const parts = partsOf(view)
  if (parts.length < 2) return null
  return (
    <Disclosure summary="Different people for different things…" isOpen={form.isReturned}>
      <div className="grid gap-4">
        {parts.map(({ group, label, nobody }, index) => (
          <div key={group}>
            <input type="hidden" name={`handOver[${index}].group`} value={group} />
            <Select
              name={`handOver[${index}].to`}
              label={label}
              placeholder="As above"
              options={[{ value: 'nobody', label: nobody }, ...personOptions(view.successors)]}
              defaultValue={form.value(`handOver[${index}].to`)}
              error={form.error(`handOver[${index}].to`)}
            />
          </div>
        ))}
      </div>
    </Disclosure>
  )
}

interface Part {
  group: HandOverGroup
  label: string
  nobody: string
}

function partsOf(view: DeactivationView): Part[] {
  const counts: Record<HeldPart, [number, string]> = {
    'personal-tasks': [view.personalTasks.total, 'Tasks given to them by name'],
    'draft-tasks': [view.draftTasks.total, 'Tasks in plans not launched yet'],
    reviews: [view.reviews.total, 'Reviews they chair'],
    attendance: [view.attendance.total, 'Reviews they attend'],
    decisions: [view.decisions.total, 'Decisions they see to'],
  }
  return [
    ...view.ownerRoles.map(({ id, name, as }) => ({
      group: `role:${id}` as const,
      label: `${name} (${as})`,
      nobody: as === 'holder' ? 'Nobody: the backup moves up' : 'Nobody',
    })),
    ...heldParts.flatMap((group) => {
      const [total, label] = counts[group]
      return total > 0 ? [{ group, label, nobody: withoutSuccessor[group] }] : []
    }),
  ]
}
