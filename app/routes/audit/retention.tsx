import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { leastYears, mostYears, RetentionInput } from '~/domain/audit/retention'
import {
  auditPath,
  auditRetentionPath,
  legalHoldLiftPath,
  legalHoldPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { changeRetention, getRetention } from '~/services/audit/retention.server'
import { Section } from '~/ui/primitives/card'
import { DescriptionList } from '~/ui/primitives/description-list'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextArea, TextInput } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Keeping the audit log – Wardround' }]

export const loader = door(async (args) => {
  const retention = await getRetention(await requireActor(args))
  return { ...retention, limits: { min: leastYears, max: mostYears } }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, RetentionInput)
  if (!form.ok) return form.reply()
  const isChanged = await changeRetention(actor, form.value)
  return redirectWithToast(auditRetentionPath(), isChanged ? 'Saved' : 'Nothing to change')
})

export default function Retention() {
  const { years, keptSince, oldest, removedCount, timeZone, may } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Keeping the audit log"
        description="What is older than its time is removed at night; an entry tells of each removal."
        breadcrumbs={[{ label: 'Audit log', to: auditPath() }]}
      />
      <DescriptionList
        items={[
          { term: 'Kept for', value: `${years} years` },
          {
            term: 'Reaches back at most to',
            value: <Instant at={keptSince} timeZone={timeZone} />,
          },
          {
            term: 'Oldest entry',
            value: oldest && (
              <>
                {oldest.sequence}, <Instant at={oldest.at} timeZone={timeZone} />
              </>
            ),
          },
          {
            term: 'Removed after their time',
            value: removedCount > 0 ? `${removedCount.toLocaleString('en')} entries` : 'none',
          },
        ]}
      />
      {may.manage ? <YearsForm /> : null}
      <Hold />
    </>
  )
}

function YearsForm() {
  const { years, version, limits } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Section title="How long">
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="version" value={version} />
        <TextInput
          name="years"
          label="Years"
          type="number"
          required
          min={limits.min}
          max={limits.max}
          hint="HIPAA asks for six years (45 CFR 164.316(b)(2)(i)); other rules may ask for more."
          defaultValue={form.value('years', String(years))}
          error={form.error('years')}
        />
        <div>
          <SubmitButton action={auditRetentionPath()}>Save</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function Hold() {
  const { hold, timeZone, may } = useLoaderData<typeof loader>()
  return (
    <Section
      title="Legal hold"
      description="While the log is held, nothing is removed from it, however old it is."
    >
      {hold ? (
        <Callout tone="warn" title="The audit log is held">
          {hold.by} placed the hold on <Instant at={hold.at} timeZone={timeZone} />: {hold.reason}
        </Callout>
      ) : (
        <p>There is no hold.</p>
      )}
      {may.manage ? <HoldForm key={String(Boolean(hold))} isHeld={Boolean(hold)} /> : null}
    </Section>
  )
}

function HoldForm({ isHeld }: { isHeld: boolean }) {
  const path = isHeld ? legalHoldLiftPath() : legalHoldPath()
  return (
    <Form method="post" action={path} className="mt-4 grid max-w-md gap-4">
      <TextArea
        name="reason"
        label={isHeld ? 'Why it is lifted' : 'Why it is held'}
        hint="Stands in the audit log."
        required
        maxLength={500}
        rows={2}
      />
      <div>
        <SubmitButton action={path} variant={isHeld ? 'danger' : 'secondary'} icon="lock">
          {isHeld ? 'Lift the hold' : 'Place the hold'}
        </SubmitButton>
      </div>
    </Form>
  )
}
