import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { RevisionRollOutInput } from '~/domain/guides/revisions/revision-inputs'
import { guidePath, guideRevisionPath, guidesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { getRollOut, rollOutRevision } from '~/services/guides/roll-out-revision.server'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { ChoiceGroup } from '~/ui/primitives/choices'
import { EmptyState } from '~/ui/primitives/empty-state'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Other organisations: ${data?.title ?? 'Guide'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { after, organisations } = await getRollOut(actor, args.params.templateId ?? '')
  return {
    templateId: after.id,
    title: after.title,
    organisations: organisations.map(({ id, name }) => ({ id, name })),
  }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, RevisionRollOutInput)
  if (!form.ok) return form.reply()
  const results = await rollOutRevision(actor, {
    templateId: args.params.templateId ?? '',
    organisationIds: form.value.organisations,
  })
  return { results }
})

/** Applies a guide's new version in other organisations of the account. */
export default function RevisionOrganisations() {
  const { templateId, title, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const results = answer && 'results' in answer ? answer.results : null
  const back = (
    <LinkButton to={guideRevisionPath(templateId)} variant="quiet">
      Back to what changed
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title="Apply in other organisations"
        description={`Organisations that you manage and that have the earlier version of “${title}”.`}
        breadcrumbs={[
          { label: 'Guides', to: guidesPath() },
          { label: title, to: guidePath(templateId) },
        ]}
      />
      <div className="max-w-3xl">
        {results ? <Results results={results} /> : null}
        {organisations.length === 0 ? (
          <EmptyState title="No other organisation" icon="people" action={back}>
            None of your other organisations has the earlier version of this guide.
          </EmptyState>
        ) : (
          <Choice organisations={organisations} back={back} />
        )}
      </div>
    </>
  )
}

interface ChoiceProps {
  organisations: readonly { id: string; name: string }[]
  back: ReactNode
}

function Choice({ organisations, back }: ChoiceProps) {
  const form = formResult(useActionData<typeof action>())
  const ids = organisations.map(({ id }) => id)
  return (
    <Card className="mt-6 first:mt-0">
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <p>
          In each chosen one the new version is imported and taken over, and all its plans are
          brought to it: new tasks are added, changed ones get the new words, and what is gone is
          marked. Done tasks, dates, people, comments, evidence and whatever was edited there stay.
          Each is done for itself: where one cannot be done, the others are.
        </p>
        <ChoiceGroup
          legend="Organisations"
          name="organisations"
          isMultiple
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={form.values('organisations', ids)}
          error={form.error('organisations')}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingText="Applying…">Apply in the chosen ones</SubmitButton>
          {back}
        </div>
      </Form>
    </Card>
  )
}

const stateWords = {
  applied: { tone: 'good', icon: 'check-circle', text: 'Applied' },
  'applied-before': { tone: 'neutral', icon: 'check', text: 'Was applied before' },
  failed: { tone: 'bad', icon: 'alert', text: 'Not applied' },
} as const

type Result = Awaited<ReturnType<typeof rollOutRevision>>[number]

function Results({ results }: { results: readonly Result[] }) {
  return (
    <div role="status">
      <Section title="What was done">
        <ul className="card divide-y divide-line">
          {results.map(({ id, name, state, reason }) => {
            const { tone, icon, text } = stateWords[state]
            return (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-3.5">
                <span className="font-semibold">{name}</span>
                <Badge tone={tone} icon={icon}>
                  {text}
                </Badge>
                {reason ? <p className="basis-full">{reason}</p> : null}
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}
