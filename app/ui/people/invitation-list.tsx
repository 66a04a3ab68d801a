import { Form } from '@remix-run/react'
import { invitationListLimit, type BadLine, type GoodLine } from '~/domain/access/invitation-list'
import { inviteListPath, inviteListSendingPath } from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { Card, Section } from '../primitives/card'
import { DataTable, type Column } from '../primitives/data-table'
import { Disclosure } from '../primitives/disclosure'
import type { FieldErrors } from '../primitives/field'
import { FormError } from '../primitives/form-errors'
import { FileInput, TextArea } from '../primitives/inputs'
import { Callout } from '../primitives/notices'
import { SubmitButton } from '../primitives/submit-button'

/** A list that was looked at. */
export interface InvitationListResult {
  good: GoodLine[]
  bad: BadLine[]
  text: string
  rest: string
  /** Those who were invited just now; absent where nobody was asked to do that. */
  invitedCount?: number
}

interface InvitationListPageProps {
  result: InvitationListResult | null
  text?: string
  errors?: FieldErrors
  textError?: FieldErrors
  fileError?: FieldErrors
}

const people = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`

/** Who of the list can be invited, what is wrong with the rest, and the list to be mended. */
export function InvitationListPage({ result, ...entered }: InvitationListPageProps) {
  return (
    <>
      {result?.invitedCount === undefined ? null : (
        <Callout tone={result.invitedCount > 0 ? 'good' : 'info'} isAlert>
          {result.invitedCount > 0
            ? `${people(result.invitedCount)} invited; one mail each is on its way.`
            : 'Nobody was invited.'}
          {result.bad.length > 0 ? ' What is wrong with the other lines stands below.' : ''}
        </Callout>
      )}
      {result && result.good.length > 0 ? <GoodLines result={result} /> : null}
      {result && result.bad.length > 0 ? <BadLines lines={result.bad} /> : null}
      <ListForm result={result} {...entered} />
    </>
  )
}

function GoodLines({ result }: { result: InvitationListResult }) {
  const { good, bad, text } = result
  return (
    <Section title="Can be invited" note={good.length}>
      <Card isPadded={false}>
        <DataTable
          caption="Can be invited"
          columns={goodColumns}
          rows={good}
          rowKey={({ line }) => String(line)}
        />
      </Card>
      <Form method="post" action={inviteListSendingPath()} className="mt-3">
        <input type="hidden" name="text" value={text} />
        <SubmitButton action={inviteListSendingPath()} pendingText="Inviting…" icon="mail">
          Invite {people(good.length)}
        </SubmitButton>
        {bad.length > 0 ? (
          <p className="mt-2 text-sm text-muted">
            The {bad.length === 1 ? 'other line stays' : `other ${bad.length} lines stay`} here to
            be mended.
          </p>
        ) : null}
      </Form>
    </Section>
  )
}

const goodColumns: Column<GoodLine>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: ({ name, email }) => (
      <>
        {name}
        <span className="block text-sm font-normal break-words text-muted">{email}</span>
      </>
    ),
  },
  {
    key: 'role',
    header: 'Permission role',
    cell: ({ permissionRole }) => permissionRoleLabel[permissionRole],
  },
  { key: 'owner-role', header: 'Owner role', cell: ({ ownerRole }) => ownerRole?.name ?? '' },
  {
    key: 'note',
    header: 'Note',
    cell: ({ isContact, comesBack }) =>
      [isContact ? 'Acts from email only' : '', comesBack ? 'Was here before' : '']
        .filter(Boolean)
        .join('; '),
  },
]

function BadLines({ lines }: { lines: BadLine[] }) {
  return (
    <Section title="To be mended" note={lines.length}>
      <Card isPadded={false}>
        <DataTable
          caption="Lines to be mended"
          columns={badColumns}
          rows={lines}
          rowKey={({ written }) => String(written.line)}
        />
      </Card>
    </Section>
  )
}

const badColumns: Column<BadLine>[] = [
  {
    key: 'who',
    header: 'Line',
    cell: ({ written }) => (
      <>
        {written.line}: {written.name || 'no name'}
        <span className="block text-sm font-normal break-words text-muted">
          {written.email || 'no address'}
        </span>
      </>
    ),
  },
  {
    key: 'problems',
    header: 'What is wrong',
    cell: ({ problems }) => (
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    ),
  },
]

function ListForm({ result, text, errors, textError, fileError }: InvitationListPageProps) {
  const isMending = result !== null && result.bad.length > 0
  const shown = isMending ? result.rest : (text ?? '')
  return (
    <Section
      title={isMending ? 'Mend these lines' : result ? 'Another list' : 'The list'}
      description="One line a person. Columns are known by their names: name, email, and if you like role, owner role and email only."
    >
      <Form
        key={shown}
        method="post"
        action={inviteListPath()}
        encType="multipart/form-data"
        className="grid max-w-3xl gap-4"
      >
        <FormError error={errors} />
        {isMending ? null : (
          <FileInput
            name="file"
            label="A file"
            hint={`CSV, as spreadsheets save it, of at most ${invitationListLimit} lines.`}
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            error={fileError}
          />
        )}
        <TextArea
          name="text"
          label={isMending ? 'Lines to be mended' : 'Or pasted from a spreadsheet'}
          className="min-h-48 font-mono"
          defaultValue={shown}
          error={textError}
        />
        <div>
          <SubmitButton action={inviteListPath()} variant={isMending ? 'secondary' : 'primary'}>
            {isMending ? 'Check again' : 'Check the list'}
          </SubmitButton>
          <p className="mt-2 text-sm text-muted">
            Checking invites nobody; you see first what is right and what is wrong.
          </p>
        </div>
      </Form>
      <div className="mt-3">
        <Disclosure summary="What the columns may say…">
          <ul className="list-disc space-y-1 pl-5">
            <li>Role: administrator, manager, member (also where it is empty), leader, auditor.</li>
            <li>Owner role: one of yours that nobody holds yet; its tasks go to the person.</li>
            <li>Email only: yes for somebody who never signs in and acts by links in mails.</li>
          </ul>
        </Disclosure>
      </div>
    </Section>
  )
}
