import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { RevisionApplyInput } from '~/domain/guides/revisions/revision-inputs'
import { describeOutcome } from '~/domain/guides/revisions/revision-views'
import { guidePath, guideRevisionPath, guideRollOutPath, guidesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { applyRevision } from '~/services/guides/apply-revision.server'
import { getRevision } from '~/services/guides/get-revision.server'
import { RevisionLines } from '~/ui/guides/revision-lines'
import { RevisionPlans } from '~/ui/guides/revision-plans'
import { RevisionQuestion } from '~/ui/guides/revision-question'
import { LinkButton } from '~/ui/primitives/button'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What changed: ${data?.view.after.title ?? 'Guide'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const of = new URL(args.request.url).searchParams.get('of')
  const view = await getRevision(actor, args.params.templateId ?? '', { of })
  return { view, timeZone: actor.timeZone }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const templateId = args.params.templateId ?? ''
  const form = await parseForm(args.request, RevisionApplyInput)
  if (!form.ok) return form.reply()
  const outcome = await applyRevision(actor, { ...form.value, templateId })
  return redirectWithToast(guideRevisionPath(templateId), describeOutcome(outcome))
})

type View = ReturnType<typeof useLoaderData<typeof loader>>['view']

/** A guide's new version against the earlier one, and what it does to the plans. */
export default function Revision() {
  const { view, timeZone } = useLoaderData<typeof loader>()
  const { after, before } = view
  return (
    <>
      <PageHeader
        title="What changed"
        breadcrumbs={[
          { label: 'Guides', to: guidesPath() },
          { label: after.title, to: guidePath(after.templateId) },
        ]}
        facts={before ? <Counts view={view} /> : null}
        actions={<Elsewhere view={view} />}
      />
      <div className="grid gap-3">
        <RevisionQuestion view={view} timeZone={timeZone} />
        <PlansBehind view={view} />
      </div>
      {before ? <Comparison view={view} /> : null}
    </>
  )
}

function Counts({ view: { counts } }: { view: View }) {
  const words = [
    `${counts.new} new`,
    `${counts.changed} changed`,
    `${counts.gone} gone`,
    `${counts.unchanged} unchanged`,
    ...(counts.carried > 0 ? [`${counts.carried} added by hand`] : []),
  ]
  return <span className="text-muted">{words.join(', ')}</span>
}

function Elsewhere({ view: { after, otherOrganisationCount: count } }: { view: View }) {
  if (count === 0) return null
  return (
    <LinkButton to={guideRollOutPath(after.templateId)}>
      {count === 1 ? 'Apply in another organisation…' : `Apply in ${count} other organisations…`}
    </LinkButton>
  )
}

function PlansBehind({ view: { plansBehind } }: { view: View }) {
  if (plansBehind.length === 0) return null
  return (
    <Callout title="Plans that follow a still earlier version">
      <p>Bring each to the version in between first; then it appears here.</p>
      <ul>
        {plansBehind.map(({ id, title, templateId }) => (
          <li key={id}>
            <TextLink to={guideRevisionPath(templateId)}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function Comparison({ view }: { view: View }) {
  const form = formResult(useActionData<typeof action>())
  const { before, lines, plans, seen, state } = view
  const isOver = state === 'adopted' && plans.every(({ isUpToDate }) => isUpToDate)
  return (
    <Form method="post" className="mt-6">
      <FormError error={form.errors} />
      <input type="hidden" name="previousId" value={before?.templateId ?? ''} />
      <input type="hidden" name="seen" value={seen} />
      <RevisionLines key={seen} lines={lines} plans={plans} form={form} />
      <RevisionPlans plans={plans} form={form} />
      {isOver ? null : <Apply view={view} />}
    </Form>
  )
}

function Apply({ view: { after, state, plans } }: { view: View }) {
  const isDecided = state === 'adopted'
  const forPlans = plans.length > 0
  return (
    <div className="mt-6 flex flex-wrap items-center gap-2">
      <SubmitButton pendingText="Applying…">
        {isDecided
          ? 'Apply to the chosen plans'
          : forPlans
            ? 'Make it the new version and apply it'
            : 'Make it the new version'}
      </SubmitButton>
      <LinkButton to={guidePath(after.templateId)} variant="quiet">
        Back without applying
      </LinkButton>
    </div>
  )
}
