import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { DeactivationView } from '~/domain/access/people-views'
import { DeactivationInput } from '~/domain/access/person-inputs'
import { peoplePath, personPath, reviewPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { getDeactivation } from '~/services/people/get-deactivation.server'
import { LinkButton } from '~/ui/primitives/button'
import { Section } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'
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
  const form = formResult(useActionData<typeof action>())
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
            <Holdings view={view} />
          </Section>
          <Section title="Hand-over">
            <Form method="post" className="grid max-w-md gap-4">
              <FormError error={form.errors} />
              <input type="hidden" name="version" value={view.version} />
              <Select
                name="successorId"
                label="Who takes over"
                isOptional
                hint="Owner roles and personal tasks go to this person. With nobody, backups move up, and personal tasks go back to their owner roles."
                placeholder="Nobody: backups and owner roles"
                options={personOptions(view.successors)}
                defaultValue={form.value('successorId')}
                error={form.error('successorId')}
              />
              <div className="flex flex-wrap gap-2">
                <SubmitButton variant="danger">Deactivate {view.name}</SubmitButton>
                <LinkButton to={personPath(view.id)} variant="quiet">
                  Keep {view.name}
                </LinkButton>
              </div>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}

function Holdings({ view }: { view: DeactivationView }) {
  const { ownerRoles, personalTaskCount, roleTaskCount, chairedReviews } = view
  const isNothing =
    ownerRoles.length + personalTaskCount + roleTaskCount + chairedReviews.length === 0
  if (isNothing) return <p className="text-muted">Nothing: no open tasks and no owner roles.</p>
  return (
    <ul className="list-disc space-y-1 pl-5">
      {ownerRoles.map((role) => (
        <li key={role.id}>
          {role.as === 'holder' ? `Holder of ${role.name}` : `Backup of ${role.name}`}
          <span className="text-muted">
            {role.as === 'backup'
              ? ''
              : role.otherName
                ? `; the backup is ${role.otherName}`
                : '; there is no backup, so without a successor its tasks are nobody’s'}
          </span>
        </li>
      ))}
      {roleTaskCount > 0 ? (
        <li>{counted(roleTaskCount, 'open task')} through an owner role</li>
      ) : null}
      {personalTaskCount > 0 ? (
        <li>{counted(personalTaskCount, 'open task')} given to them personally</li>
      ) : null}
      {chairedReviews.map((review) => (
        <li key={review.id}>
          Chair of the review <TextLink to={reviewPath(review.id)}>{review.title}</TextLink>
          <span className="text-muted">; a leader or an administrator can sign it</span>
        </li>
      ))}
    </ul>
  )
}
