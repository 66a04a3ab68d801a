import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { ForecastDay, ForecastEntry } from '~/domain/plans/plan-views'
import { useDateFormat } from '../primitives/date-words'
import { Icon } from '../primitives/icon'

interface MailForecastProps {
  days: readonly ForecastDay[]
  today: CalendarDate
}

/** Every email a launch and the days after it will send: by day, by person, with what each says. */
export function MailForecast({ days, today }: MailForecastProps) {
  const { formatDay, formatDistance } = useDateFormat()
  if (days.length === 0) return <p className="text-muted">No email will be sent.</p>
  return (
    <ol className="space-y-5">
      {days.map((day) => (
        <li key={day.onDate} className="sm:grid sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:gap-4">
          <h3 className="mb-2 font-semibold sm:pt-2.5">
            <time dateTime={day.onDate}>{formatDay(day.onDate, today)}</time>
            <span className="ml-2 text-sm font-normal text-muted sm:ml-0 sm:block">
              {formatDistance(day.onDate, today)}
            </span>
          </h3>
          <ul className="card divide-y divide-line">
            {day.mails.map((mail) => (
              <ForecastMailRow
                key={`${mail.personName} ${mail.time} ${mail.subject}`}
                mail={mail}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function ForecastMailRow({ mail }: { mail: ForecastEntry }) {
  return (
    <li className="flex gap-3 px-3 py-2.5">
      <Icon name="mail" className="mt-0.5 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span className="font-semibold">{mail.personName}</span>
          <span className="text-sm text-muted">{mail.time}</span>
        </p>
        <p>{mail.subject}</p>
        {mail.lines.length > 0 ? (
          <ul className="mt-1 text-sm text-muted">
            {mail.lines.map((line, index) => (
              <li key={index}>
                {line.label}: {line.action}
              </li>
            ))}
            {mail.moreLines > 0 ? <li>and {mail.moreLines} more</li> : null}
          </ul>
        ) : null}
        {mail.hasSummary ? (
          <p className="mt-1 text-sm text-muted">With the summary for managers</p>
        ) : null}
      </div>
    </li>
  )
}
