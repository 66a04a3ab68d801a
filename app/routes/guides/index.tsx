import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import type { TemplateListItem } from '~/domain/guides/templates/template-views'
import {
  blankGuidePath,
  guidePath,
  guidesPath,
  libraryPath,
  newGuidePath,
} from '~/domain/shared/paths'
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

/** What plans start from: imported guides, and templates of the organisation's own. */
export default function Guides() {
  const { guides, canImport, timeZone } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Guides"
        description="What your plans start from: guides that were imported, and templates of your own."
        actions={guides.total > 0 ? <Beginnings canImport={canImport} /> : null}
      />
      {guides.items.length === 0 ? (
        <EmptyState
          title="No guide yet"
          icon="book"
          action={<Beginnings canImport={canImport} isPrimaryFirst />}
        >
          {canImport
            ? 'Import a security guide that somebody gave you, choose one of ours from the library, or write a plan of your own. Its actions become items with owners and dates.'
            : 'A manager or an administrator imports guides; they appear here. Until then, see what the library has.'}
        </EmptyState>
      ) : (
        <Card isPadded={false}>
          <DataTable
            caption="Guides and templates"
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

/** The ways to a guide. Under a title the most important one stands last, below a text first. */
function Beginnings({
  canImport,
  isPrimaryFirst,
}: {
  canImport: boolean
  isPrimaryFirst?: boolean
}) {
  const library = (
    <LinkButton key="library" to={libraryPath()} icon="book">
      {canImport ? 'Choose from the library' : 'See the library'}
    </LinkButton>
  )
  if (!canImport) return library
  const ways = [
    <LinkButton key="import" to={newGuidePath()} variant="primary" icon="upload">
      Import a guide
    </LinkButton>,
    library,
    <LinkButton key="blank" to={blankGuidePath()} icon="edit">
      Write from scratch
    </LinkButton>,
  ]
  return isPrimaryFirst ? ways : ways.reverse()
}

const originWords: Record<Exclude<TemplateListItem['origin'], 'document'>, string> = {
  library: 'From the library',
  plan: 'Saved from a plan',
  scratch: 'Written here',
}

const columnsFor = (timeZone: string): Column<TemplateListItem>[] => [
  {
    key: 'title',
    header: 'Guide',
    cell: ({ id, title, origin, fileName, hasNewer }) => {
      const source = origin === 'document' ? fileName : originWords[origin]
      const note = [hasNewer ? 'Earlier version' : null, source].filter(Boolean).join(' · ')
      return (
        <span className="block min-w-0">
          <ListLink to={guidePath(id)} className="link">
            {title}
          </ListLink>
          {note ? <span className="block text-sm font-normal text-muted">{note}</span> : null}
        </span>
      )
    },
  },
  {
    key: 'items',
    header: 'Items',
    align: 'end',
    cell: ({ itemCount, droppedCount }) =>
      droppedCount > 0 ? `${itemCount} (${droppedCount} dropped)` : itemCount,
  },
  { key: 'plans', header: 'Plans', align: 'end', cell: ({ planCount }) => planCount },
  { key: 'by', header: 'Added by', cell: ({ importedByName }) => importedByName },
  {
    key: 'at',
    header: 'Added',
    isTight: true,
    cell: ({ createdAt }) => <Instant at={createdAt} timeZone={timeZone} />,
  },
]
