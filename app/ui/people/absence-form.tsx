import { Form } from '@remix-run/react'
import { useId } from 'react'
import { isAway, type Absence, type AbsenceInput } from '~/domain/access/absence'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { DateInput } from '../primitives/inputs'
import { Callout } from '../primitives/notices'
import { SubmitButton } from '../primitives/submit-button'
import { Day } from '../primitives/time'

interface AbsenceFormProps {
  action: string
  absence: Absence
  version: number
  today: CalendarDate
  /** Who is asked meanwhile, by owner role. */
  standIns: readonly { ownerRoleName: string; askedName: string | null }[]
  /** "You are" on one's own page. */
  who: string
}

/** What happened, for the toast. */
export function absenceWords({ from }: Pick<AbsenceInput, 'from'>, movedCount: number): string {
  const moved =
    movedCount === 0 ? '' : `; ${movedCount} open ${movedCount === 1 ? 'task' : 'tasks'} moved`
  return `${from ? 'Out of office saved' : 'Not away'}${moved}`
}

/** From when to when somebody is away, who is asked meanwhile, and the way back. */
export function AbsenceForm(props: AbsenceFormProps) {
  const { action, absence, version, today, standIns, who } = props
  const endingForm = useId()
  const { outOfOfficeFrom: from, outOfOfficeUntil: until } = absence
  return (
    <div className="grid max-w-md gap-4">
      {from && until ? (
        <Callout tone="info">
          {isAway(absence, today) ? (
            <>
              {who} away until <Day date={until} today={today} isShort />.
            </>
          ) : (
            <>
              {who} away from <Day date={from} today={today} isShort /> to{' '}
              <Day date={until} today={today} isShort />.
            </>
          )}
        </Callout>
      ) : null}
      <Asked standIns={standIns} />
      <Form key={`${version}`} method="post" action={action} className="grid gap-4">
        <input type="hidden" name="version" value={version} />
        <div className="form-row">
          <DateInput name="from" label="First day away" defaultValue={from ?? ''} required />
          <DateInput name="until" label="Last day away" defaultValue={until ?? ''} required />
        </div>
        <div className="flex flex-wrap gap-2">
          <SubmitButton action={action} variant="secondary">
            Save these days
          </SubmitButton>
          {from ? (
            <SubmitButton form={endingForm} action={action} variant="quiet">
              {isAway(absence, today) ? 'Back already' : 'Not away after all'}
            </SubmitButton>
          ) : null}
        </div>
      </Form>
      {from ? (
        <Form id={endingForm} method="post" action={action}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="from" value="" />
          <input type="hidden" name="until" value="" />
        </Form>
      ) : null}
    </div>
  )
}

function Asked({ standIns }: Pick<AbsenceFormProps, 'standIns'>) {
  if (standIns.length === 0) return null
  return (
    <ul className="list-disc space-y-1 pl-5 text-muted">
      {standIns.map(({ ownerRoleName, askedName }) => (
        <li key={ownerRoleName}>
          {askedName
            ? `${ownerRoleName}: ${askedName} is asked instead.`
            : `${ownerRoleName}: there is no backup, so its tasks wait.`}
        </li>
      ))}
    </ul>
  )
}
