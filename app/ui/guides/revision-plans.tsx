import { describeCounts, type RevisionPlanView } from '~/domain/guides/revisions/revision-views'
import { planPath } from '~/domain/shared/paths'
import { Badge } from '../primitives/badge'
import { Section } from '../primitives/card'
import { Checkbox } from '../primitives/choices'
import type { formResult } from '../primitives/form-result'
import { TextLink } from '../primitives/text-link'

interface RevisionPlansProps {
  plans: readonly RevisionPlanView[]
  form: ReturnType<typeof formResult>
}

/** The plans that were started from the earlier version, each to be brought to the later. */
export function RevisionPlans({ plans, form }: RevisionPlansProps) {
  if (plans.length === 0) return null
  return (
    <Section
      title="Plans"
      note={plans.length}
      description="Done tasks, dates, people, comments and evidence stay. People with new tasks get one email, as at a launch."
    >
      <ul className="card divide-y divide-line">
        {plans.map((plan, index) => (
          <li key={plan.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 p-3.5">
            {plan.isUpToDate ? <Settled plan={plan} /> : <Choice {...{ plan, index, form }} />}
            <Badge icon={plan.isRunning ? 'half' : 'edit'}>
              {plan.isRunning ? 'Running' : 'Draft'}
            </Badge>
            <TextLink to={planPath(plan.id)}>
              See the plan<span className="sr-only">: {plan.title}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Settled({ plan }: { plan: RevisionPlanView }) {
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="font-semibold">{plan.title}</p>
      <Badge tone="good" icon="check-circle">
        Follows this version
      </Badge>
    </div>
  )
}

function Choice({
  plan,
  index,
  form,
}: { plan: RevisionPlanView; index: number } & Pick<RevisionPlansProps, 'form'>) {
  const name = `plans[${index}]`
  return (
    <div className="min-w-0 flex-1 basis-64">
      <input type="hidden" name={`${name}.planId`} value={plan.id} />
      <input type="hidden" name={`${name}.seen`} value={plan.seen} />
      <Checkbox
        name={`${name}.isChosen`}
        defaultChecked={form.isReturned ? form.value(`${name}.isChosen`) === 'on' : true}
        label={<span className="font-semibold">{plan.title}</span>}
        hint={[
          `${describeCounts(plan) ?? 'No task changes; the plan follows the new version'}.`,
          stayingWords(plan.staying),
        ].join(' ')}
      />
    </div>
  )
}

function stayingWords(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? '1 task that is over stays as it is.'
    : `${count} tasks that are over stay as they are.`
}
