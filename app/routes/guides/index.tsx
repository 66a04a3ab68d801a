import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import type { TemplateListItem } from '~/domain/guides/template-views'
import { guidePath, guidesPath, newGuidePath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { listTemplates } from '~/services/guides/list-templates.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { EmptyState } from '~/ui/primitives/empty-state'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { ListLink } from '~/ui/primitives/text-link'
import { Instant } from '~/ui/primitives/time'

export const meta: MetaFunction = () => [{ title: 'Guides – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const guides = await listTemplates(actor, { page: pageNumber(args.request) })
  return { guides, canImport: can(actor, 'guide:import'), timeZone: actor.timeZone }
})

/** The imported guides. */
export default function Guides() {
  const { guides, canImport, timeZone } = useLoaderData<typeof loader>()
  const importButton = canImport ? (
    <LinkButton to={newGuidePath()} variant="primary" icon="upload">
      Import a guide
    </LinkButton>
  ) : null
  return (
    <>
      <PageHeader
        title="Guides"
        description="What was imported, and what was read out of it. A plan starts from a guide."
        actions={guides.total > 0 ? importButton : null}
      />
      {guides.items.length === 0 ? (
        <EmptyState title="No guide yet" icon="book" action={importButton}>
          {canImport
            ? 'Paste a security guide or upload it as text or Markdown. Its 30-day and 90-day plans become items with owners and dates.'
            : 'A manager or an administrator imports guides; they appear here.'}
        </EmptyState>
      ) : (
        <Card isPadded={false}>
          <DataTable
            caption="Imported guides"
            columns={columnsFor(timeZone)}
            rows={guides.items}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
      <Pagination
        {...guides}
        noun="guides"
        pathFor={(page) => guidesPath({ page: page === 1 ? null : page })}
      />
    </>
  )
}

const columnsFor = (timeZone: string): Column<TemplateListItem>[] => [
  {
    key: 'title',
    header: 'Guide',
    cell: ({ id, title, fileName }) => (
      <span className="block min-w-0">
        <ListLink to={guidePath(id)} className="link">
          {title}
        </ListLink>
        {fileName ? <span className="block text-sm font-normal text-muted">{fileName}</span> : null}
      </span>
    ),
  },
  {
    key: 'items',
    header: 'Items',
    align: 'end',
    cell: ({ itemCount, droppedCount }) =>
      droppedCount > 0 ? `${itemCount} (${droppedCount} dropped)` : itemCount,
  },
  { key: 'plans', header: 'Plans', align: 'end', cell: ({ planCount }) => planCount },
  { key: 'by', header: 'Imported by', cell: ({ importedByName }) => importedByName },
  {
    key: 'at',
    header: 'Imported',
    isTight: true,
    cell: ({ createdAt }) => <Instant at={createdAt} timeZone={timeZone} />,
  },
]
