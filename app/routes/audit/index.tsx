import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { auditFilterOf, auditNouns } from '~/domain/audit/audit-filter'
import { auditNounLabel, auditQuery, filterWords, isFiltered } from '~/domain/audit/audit-page'
import {
  auditCheckPath,
  auditExportPath,
  auditPath,
  auditRetentionPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { listAudit } from '~/services/audit/list-audit.server'
import { AuditEntries } from '~/ui/audit/audit-entries'
import { Button, LinkButton } from '~/ui/primitives/button'
import { Disclosure } from '~/ui/primitives/disclosure'
import { EmptyState } from '~/ui/primitives/empty-state'
import { Icon } from '~/ui/primitives/icon'
import { DateInput, Select, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { PrintButton } from '~/ui/primitives/print-button'
import { ListLink, TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Audit log – Wardround' }]

/** The number of an entry in an address; anything else is none. */
function placeIn(search: URLSearchParams, name: string): number | null {
  const number = Number(search.get(name) ?? 0)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const search = new URL(args.request.url).searchParams
  const filter = auditFilterOf(search)
  const place = { olderThan: placeIn(search, 'before'), newerThan: placeIn(search, 'after') }
  const audit = await listAudit(actor, filter, place)
  return {
    audit,
    filter,
    query: auditQuery(filter),
    isNarrowed: isFiltered(filter),
    words: filterWords(filter, audit.names),
    nouns: auditNouns.map((noun) => ({ value: noun, label: auditNounLabel(noun) })),
    timeZone: actor.timeZone,
  }
})

export default function Audit() {
  const { audit, isNarrowed, words } = useLoaderData<typeof loader>()
  const { total, retention } = audit
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Everything that happened, with who, when, from where, and what was there before."
        actions={<Actions />}
        facts={
          <>
            {total === null ? null : <span>{total.toLocaleString('en')} entries</span>}
            <TextLink to={auditRetentionPath()}>
              {retention.isHeld ? 'Under legal hold' : `Kept for ${retention.years} years`}
            </TextLink>
          </>
        }
      />
      <Filters />
      {isNarrowed ? <p className="mb-3 text-muted">Shown: {words}</p> : null}
      <Entries />
      <Pages />
    </>
  )
}

/** Files are plain links: the browser saves what comes as a file, and follows where a proof is asked for first. */
function Actions() {
  const { audit, query } = useLoaderData<typeof loader>()
  return (
    <>
      <LinkButton to={auditCheckPath()} icon="check-circle">
        Check the chain
      </LinkButton>
      {audit.may.export ? (
        <>
          <ExportLink to={auditExportPath({ ...query, format: 'csv' })} label="CSV" />
          <ExportLink to={auditExportPath({ ...query, format: 'json' })} label="JSON" />
        </>
      ) : null}
      <PrintButton />
    </>
  )
}

const ExportLink = ({ to, label }: { to: string; label: string }) => (
  <a href={to} className="btn btn-secondary no-print">
    <Icon name="download" />
    <span className="sr-only">Export as </span>
    {label}
  </a>
)

function Filters() {
  const { audit, filter, nouns, isNarrowed } = useLoaderData<typeof loader>()
  return (
    <Disclosure className="no-print mb-4" summary="Narrow the list" isOpen={isNarrowed}>
      <Form
        key={JSON.stringify(filter)}
        method="get"
        className="flex flex-wrap items-end gap-3"
        aria-label="Narrow the list"
      >
        {(['plan', 'task', 'review'] as const).map((name) => {
          const id = filter[`${name}Id`]
          return id ? <input key={name} type="hidden" name={name} value={id} /> : null
        })}
        <Select
          name="person"
          label="Person"
          placeholder="Everybody"
          defaultValue={filter.personId ?? ''}
          options={audit.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="noun"
          label="About"
          placeholder="Everything"
          defaultValue={filter.noun ?? ''}
          options={nouns}
        />
        <DateInput name="from" label="From" defaultValue={filter.from ?? ''} />
        <DateInput name="to" label="To" defaultValue={filter.to ?? ''} />
        <TextInput
          name="text"
          label="Words or address"
          maxLength={100}
          defaultValue={filter.text ?? ''}
        />
        <Button type="submit">Show</Button>
        {isNarrowed ? (
          <LinkButton to={auditPath()} variant="quiet">
            Show everything
          </LinkButton>
        ) : null}
      </Form>
    </Disclosure>
  )
}

function Entries() {
  const { audit, isNarrowed, timeZone } = useLoaderData<typeof loader>()
  if (audit.rows.length > 0) return <AuditEntries rows={audit.rows} timeZone={timeZone} />
  return (
    <EmptyState
      title={isNarrowed ? 'Nothing fits this choice' : 'No entry on this page'}
      icon="shield"
      action={
        <LinkButton to={auditPath()} variant="secondary">
          Show everything
        </LinkButton>
      }
    >
      {isNarrowed
        ? 'Choose other days or another person, or show everything.'
        : 'The newest entries are on the first page.'}
    </EmptyState>
  )
}

function Pages() {
  const { audit, query } = useLoaderData<typeof loader>()
  const { newerThan, olderThan } = audit
  if (newerThan === null && olderThan === null) return null
  return (
    <nav aria-label="Pages" className="no-print mt-4 flex flex-wrap justify-between gap-2">
      <span className="flex gap-2">
        {newerThan === null ? null : (
          <>
            <ListLink to={auditPath(query)} className="btn btn-secondary btn-sm">
              Newest
            </ListLink>
            <ListLink
              to={auditPath({ ...query, after: newerThan })}
              className="btn btn-secondary btn-sm"
            >
              <Icon name="chevron-left" />
              Newer
            </ListLink>
          </>
        )}
      </span>
      {olderThan === null ? null : (
        <ListLink
          to={auditPath({ ...query, before: olderThan })}
          className="btn btn-secondary btn-sm"
        >
          Older
          <Icon name="chevron-right" />
        </ListLink>
      )}
    </nav>
  )
}
