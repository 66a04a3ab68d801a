import type { DraftDate } from '~/domain/plans/plan-views'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { Badge } from '../primitives/badge'
import { Checkbox } from '../primitives/choices'
import { errorList } from '../primitives/field'
import type { formResult } from '../primitives/form-result'
import { Icon } from '../primitives/icon'
import { DateInput } from '../primitives/inputs'

interface DateRowProps {
  date: DraftDate
  /** Its place in the form. */
  index: number
  startsOn: CalendarDate
  form: ReturnType<typeof formResult>
}

/** One task's date: changed here, with why it is proposed and what speaks against it. */
export function DateRow({ date, index, startsOn, form }: DateRowProps) {
  const name = (field: string) => `dates[${index}].${field}`
  const error = form.error(name('dueOn'))
  const isLate = date.problems.some(({ code }) => code === 'after-the-horizon')
  // The box is offered once a late date was tried: without a script nothing else can make it appear.
  const asksForLate = errorList(error).some((message) => message.includes('Tick the box'))
  return (
    <li className="grid gap-x-6 gap-y-2 p-3 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <DateFacts date={date} />
      <div>
        <input type="hidden" name={name('taskId')} value={date.taskId} />
        <DateInput
          name={name('dueOn')}
          label={`Due date of ${date.action}`}
          isLabelHidden
          required
          min={startsOn}
          defaultValue={form.value(name('dueOn'), date.dueOn)}
          error={error}
        />
        {isLate || asksForLate ? (
          <Checkbox
            name={name('isLateAccepted')}
            label="Later than the horizon is fine"
            defaultChecked={isLate || form.value(name('isLateAccepted')) === 'on'}
          />
        ) : null}
      </div>
    </li>
  )
}

function DateFacts({ date }: { date: DraftDate }) {
  return (
    <div className="min-w-0">
      <p className="font-medium">{date.action}</p>
      <p className="text-sm text-muted">
        {date.ownerRoleName ?? 'No owner role'}{' '}
        {date.isChanged ? <Badge tone="accent">Changed by hand</Badge> : null}
      </p>
      <p className="mt-1 text-sm text-muted">{date.reason}</p>
      {date.problems.map(({ code, severity, message }) => (
        <p
          key={code}
          className={`mt-1 flex gap-1.5 text-sm ${severity === 'refused' ? 'text-bad' : 'text-warn'}`}
        >
          <Icon name={severity === 'refused' ? 'alert' : 'warning'} className="mt-0.5" />
          <span>{message}</span>
        </p>
      ))}
    </div>
  )
}
