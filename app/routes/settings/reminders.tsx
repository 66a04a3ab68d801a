import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { settingsTabs } from '~/domain/access/settings-tabs'
import {
  ledgerKindLabel,
  ledgerStateLabel,
  ledgerStates,
  type LedgerPage,
  type LedgerRow,
} from '~/domain/reminders/ledger-page'
import { keptEmailPath, remindersPath, taskPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { listLedger } from '~/services/reminders/list-ledger.server'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Button, LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { EmptyState } from '~/ui/primitives/empty-state'
import { Select } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { ListLink } from '~/ui/primitives/text-link'
import { Day, Instant } from '~/ui/primitives/time'
import { LedgerStateBadge } from '~/ui/reminders/state-badges'

export const meta: MetaFunction = () => [{ title: 'Reminders – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const search = new URL(args.request.url).searchParams
  const filter = {
    task: search.get('task') || null,
    person: search.get('person') || null,
    state: ledgerStates.find((state) => state === search.get('state')) ?? null,
  }
  const ledger = await listLedger(actor, {
    taskId: filter.task,
    personId: filter.person,
    state: filter.state,
    page: pageNumber(args.request),
  })
  return { ledger, filter, timeZone: actor.timeZone, tabs: settingsTabs(actor) }
})

export default function Reminders() {
  const { ledger, filter, timeZone, tabs } = useLoaderData<typeof loader>()
  const isFiltered = Boolean(filter.task ?? filter.person ?? filter.state)
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="reminders" />
      <Section
        title="Reminders"
        description={
          ledger.task
            ? `About #${ledger.task.reference}: ${ledger.task.action}`
            : 'The ledger: every reminder that was sent or kept, waits, was held back or failed, and why.'
        }
      >
        <Filters ledger={ledger} filter={filter} isFiltered={isFiltered} />
        <KeptNote rows={ledger.rows} />
        <Ledger ledger={ledger} isFiltered={isFiltered} timeZone={timeZone} />
        <Pagination
          {...ledger.paging}
          noun="reminders"
          pathFor={(page) => remindersPath({ ...filter, page: page === 1 ? null : page })}
        />
      </Section>
    </>
  )
}

/** Why messages were kept, once for all of them. */
function KeptNote({ rows }: { rows: readonly LedgerRow[] }) {
  const reasons = new Set(rows.flatMap(({ state, reason }) => (state === 'kept' && reason) || []))
  return [...reasons].map((reason) => (
    <p key={reason} className="mb-3 text-sm text-muted">
      {reason}
    </p>
  ))
}

interface LedgerProps {
  ledger: LedgerPage
  isFiltered: boolean
  timeZone: string
}

function Ledger({ ledger, isFiltered, timeZone }: LedgerProps) {
  return (
    <Card isPadded={false}>
      <DataTable
        caption="Reminders, newest first"
        columns={columnsFor(ledger, timeZone)}
        rows={ledger.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No reminder" icon="clock" level={3}>
            {isFiltered
              ? 'Nothing fits this choice.'
              : 'The first ones are made when a plan is launched.'}
          </EmptyState>
        }
      />
    </Card>
  )
}

interface FiltersProps {
  ledger: LedgerPage
  filter: { task: string | null; person: string | null; state: string | null }
  isFiltered: boolean
}

function Filters({ ledger, filter, isFiltered }: FiltersProps) {
  return (
    <Form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3">
      {filter.task ? <input type="hidden" name="task" value={filter.task} /> : null}
      <Select
        name="person"
        label="Person"
        placeholder="Everybody"
        defaultValue={filter.person ?? ''}
        options={ledger.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="state"
        label="State"
        placeholder="Any"
        defaultValue={filter.state ?? ''}
        options={ledgerStates.map((state) => ({ value: state, label: ledgerStateLabel[state] }))}
      />
      <Button type="submit">Show</Button>
      {isFiltered ? (
        <LinkButton to={remindersPath()} variant="quiet">
          Show all
        </LinkButton>
      ) : null}
    </Form>
  )
}

const columnsFor = ({ today, canReadMail }: LedgerPage, timeZone: string): Column<LedgerRow>[] => [
  { key: 'kind', header: 'Reminder', isTight: true, cell: ({ kind }) => ledgerKindLabel[kind] },
  {
    key: 'day',
    header: 'For',
    isTight: true,
    cell: ({ onDate }) => <Day date={onDate} today={today} isShort />,
  },
  {
    key: 'person',
    header: 'Person',
    cell: ({ personName }) => (
      <span className="inline-block sm:min-w-28">{personName ?? 'Nobody'}</span>
    ),
  },
  {
    key: 'task',
    header: 'Task',
    cell: ({ task }) =>
      task ? (
        <ListLink to={taskPath(task.id)} className="link">
          #{task.reference} {task.action}
        </ListLink>
      ) : null,
  },
  { key: 'state', header: 'State', cell: (row) => <State row={row} timeZone={timeZone} /> },
  {
    key: 'mail',
    header: 'Message',
    isTight: true,
    cell: ({ emailId }) =>
      emailId && canReadMail ? (
        <ListLink to={keptEmailPath(emailId)} className="link">
          Read it
        </ListLink>
      ) : null,
  },
]

function State({
  row: { state, reason, settledAt },
  timeZone,
}: {
  row: LedgerRow
  timeZone: string
}) {
  return (
    <>
      <LedgerStateBadge state={state} />
      {settledAt ? (
        <Instant at={settledAt} timeZone={timeZone} className="ml-2 text-sm text-muted" />
      ) : null}
      {reason && state !== 'kept' ? <p className="mt-1 text-sm text-muted">{reason}</p> : null}
    </>
  )
}
