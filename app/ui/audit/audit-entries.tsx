import type { AuditRow } from '~/domain/audit/audit-page'
import type { ChangeView } from '~/domain/audit/row-change'
import { auditPath } from '~/domain/shared/paths'
import { Badge } from '../primitives/badge'
import { Card } from '../primitives/card'
import { Disclosure } from '../primitives/disclosure'
import { TextLink } from '../primitives/text-link'
import { Instant } from '../primitives/time'

interface AuditEntriesProps {
  rows: readonly AuditRow[]
  timeZone: string
}

/** Entries of the audit log, newest first: the sentence, where it came from, and what changed for those who ask. */
export function AuditEntries({ rows, timeZone }: AuditEntriesProps) {
  return (
    <Card isPadded={false}>
      <ol className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.sequence} className="px-4 py-3">
            <p className="wrap-anywhere">{row.sentence}</p>
            <p className="flex flex-wrap gap-x-3 text-sm text-muted">
              <Instant at={row.at} timeZone={timeZone} />
              {row.way ? <span>{row.way}</span> : null}
              {row.address ? <span className="wrap-anywhere">from {row.address}</span> : null}
            </p>
            <Disclosure className="mt-1 text-sm" summary={summaryOf(row)}>
              <Details row={row} />
            </Disclosure>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** The number is part of it, so that no two sound the same. */
function summaryOf({ sequence, changeCount }: AuditRow) {
  const changes = changeCount === 1 ? '1 change' : `${changeCount} changes`
  return (
    <span>
      Entry {sequence}
      {changeCount > 0 ? `, ${changes}` : ''}
    </span>
  )
}

function Details({ row }: { row: AuditRow }) {
  const { changes, changeCount, planId, taskId, reviewId } = row
  const more = changeCount - changes.length
  return (
    <>
      {changes.map((change, index) => (
        <Change key={index} change={change} />
      ))}
      {more > 0 ? (
        <p className="mt-2 text-muted">And {more} more; an export has all of them.</p>
      ) : null}
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        <Fact term="Who" value={row.who} />
        <Fact term="Type" value={row.type} />
        <Fact term="Session" value={row.sessionId} />
        <Fact term="Hash" value={row.hash} isCode />
      </dl>
      <p className="no-print mt-2 flex flex-wrap gap-x-4">
        {taskId ? <TextLink to={auditPath({ task: taskId })}>All about this task</TextLink> : null}
        {planId ? <TextLink to={auditPath({ plan: planId })}>All about this plan</TextLink> : null}
        {reviewId ? (
          <TextLink to={auditPath({ review: reviewId })}>All about this review</TextLink>
        ) : null}
      </p>
    </>
  )
}

function Fact({ term, value, isCode }: { term: string; value: string | null; isCode?: boolean }) {
  if (value === null) return null
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className={isCode ? 'font-mono text-xs wrap-anywhere' : 'wrap-anywhere'}>{value}</dd>
    </>
  )
}

const kindLook = {
  added: { tone: 'good', word: 'Added' },
  changed: { tone: 'info', word: 'Changed' },
  removed: { tone: 'warn', word: 'Removed' },
} as const

function Change({ change }: { change: ChangeView }) {
  const { tone, word } = kindLook[change.kind]
  const isChange = change.kind === 'changed'
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        <strong className="font-medium wrap-anywhere">{change.what}</strong>
      </p>
      <table className="data-table table-compact table-stacked mt-1">
        <caption className="sr-only">
          {word}: {change.what}
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {change.kind === 'added' ? null : <th scope="col">Before</th>}
            {change.kind === 'removed' ? null : <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {change.columns.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {change.kind === 'added' ? null : (
                <td data-label="Before" className="wrap-anywhere">
                  {before ?? (isChange ? 'nothing' : '')}
                </td>
              )}
              {change.kind === 'removed' ? null : (
                <td data-label="After" className="wrap-anywhere">
                  {after ?? (isChange ? 'nothing' : '')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
