import { Icon } from './icon'
import { ListLink } from './text-link'

export interface Step {
  label: string
  state: 'done' | 'current' | 'upcoming'
  /** Where a step that is done can be looked at again. */
  to?: string
}

/** How far one is in a job of several pages. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label} className="no-print mb-6">
      <ol className="flex flex-wrap gap-x-3 gap-y-2 sm:gap-x-2">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className="flex items-center gap-2 text-muted aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {index > 0 ? (
              <span className="hidden h-px w-8 bg-line-strong sm:block" aria-hidden="true" />
            ) : null}
            <StepMark state={step.state} number={index + 1} />
            {step.to && step.state !== 'current' ? (
              <ListLink to={step.to} className="py-0.5 hover:text-accent hover:underline">
                {step.label}
              </ListLink>
            ) : (
              <span>{step.label}</span>
            )}
            {step.state === 'done' ? <span className="sr-only">(done)</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const markLook = {
  done: 'bg-accent-soft text-accent',
  current: 'bg-accent text-on-accent',
  upcoming: 'border border-line-strong',
}

function StepMark({ state, number }: { state: Step['state']; number: number }) {
  return (
    <span
      className={`flex h-6 w-6 items-center justify-center rounded-full text-xs font-semibold ${markLook[state]}`}
    >
      {state === 'done' ? <Icon name="check" className="h-3.5 w-3.5" /> : number}
    </span>
  )
}
