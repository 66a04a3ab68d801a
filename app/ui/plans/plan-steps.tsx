import { planDatesPath, planLaunchPath, planRolesPath } from '~/domain/shared/paths'
import { Steps } from '../primitives/steps'

const steps = [
  { key: 'start', label: 'Start', path: null },
  { key: 'roles', label: 'Roles', path: planRolesPath },
  { key: 'dates', label: 'Dates', path: planDatesPath },
  { key: 'launch', label: 'Launch', path: planLaunchPath },
] as const

export type PlanStep = (typeof steps)[number]['key']

/** The way from a guide to a launched plan; without `planId` the plan is not there yet. */
export function PlanSteps({ current, planId }: { current: PlanStep; planId?: string }) {
  const at = steps.findIndex(({ key }) => key === current)
  return (
    <Steps
      label="Preparing the plan"
      steps={steps.map(({ label, path }, index) => ({
        label,
        state: index < at ? 'done' : index === at ? 'current' : 'upcoming',
        to: planId && path ? path(planId) : undefined,
      }))}
    />
  )
}
