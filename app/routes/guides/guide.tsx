import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import { guideItemsPath, guidePath, guidesPath, newPlanPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { getTemplate } from '~/services/guides/get-template.server'
import { GuideText } from '~/ui/guides/guide-text'
import { TemplateItems } from '~/ui/guides/template-items'
import { TemplateWarnings } from '~/ui/guides/template-warnings'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { EmptyState } from '~/ui/primitives/empty-state'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.guide.title ?? 'Guide'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const itemId = new URL(args.request.url).searchParams.get('item')
  const guide = await getTemplate(actor, args.params.templateId ?? '', {
    itemId,
    page: pageNumber(args.request),
  })
  return {
    guide,
    itemId,
    canEdit: can(actor, 'guide:import'),
    canStart: can(actor, 'plan:start') && guide.itemCount > 0,
  }
})

type Guide = ReturnType<typeof useLoaderData<typeof loader>>['guide']

/** What was read out of a guide, beside the guide's own text. */
export default function GuidePreview() {
  const { guide, itemId, canEdit, canStart } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={guide.title}
        breadcrumbs={[{ label: 'Guides', to: guidesPath() }]}
        actions={
          <>
            {canEdit ? (
              <LinkButton to={guideItemsPath(guide.id)} icon="plus">
                Add an item
              </LinkButton>
            ) : null}
            {canStart ? (
              <LinkButton to={newPlanPath({ template: guide.id })} variant="primary" icon="plan">
                Start a plan
              </LinkButton>
            ) : null}
          </>
        }
        facts={<Facts guide={guide} />}
      />
      <div className="grid gap-3">
        <TemplateWarnings warnings={guide.warnings} />
        <Proposals guide={guide} />
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0">
          {guide.groups.length === 0 ? (
            <NoItems guideId={guide.id} canEdit={canEdit} />
          ) : (
            <TemplateItems guide={guide} activeId={itemId} canEdit={canEdit} />
          )}
          <Pagination
            page={guide.page}
            pageCount={guide.pageCount}
            total={guide.itemCount + guide.droppedCount}
            noun="items"
            pathFor={(page) => guidePath(guide.id, { page })}
          />
        </div>
        <SourceText guide={guide} activeId={itemId} />
      </div>
    </>
  )
}

function Facts({ guide }: { guide: Guide }) {
  return (
    <>
      <span className="text-muted">
        {guide.itemCount === 1 ? '1 item' : `${guide.itemCount} items`}
        {guide.droppedCount > 0 ? `, ${guide.droppedCount} dropped` : ''}
      </span>
      {guide.fileName ? <span className="text-muted">{guide.fileName}</span> : null}
      {guide.frameworks.map((framework) => (
        <Badge key={framework}>{framework}</Badge>
      ))}
    </>
  )
}

/** What a person should look at before a plan starts from the items. */
function Proposals({ guide }: { guide: Guide }) {
  const { proposedCount, rolelessCount } = guide
  if (proposedCount + rolelessCount === 0) return null
  const proposed = proposedCount === 1 ? '1 item has' : `${proposedCount} items have`
  const roleless = rolelessCount === 1 ? '1 item has' : `${rolelessCount} items have`
  return (
    <Callout>
      {proposedCount > 0 ? (
        <p>
          {proposed} a proposed owner role, because the guide names none. Each says why; edit an
          item to choose another.
        </p>
      ) : null}
      {rolelessCount > 0 ? (
        <p>{roleless} no owner role yet. A plan can give them one later.</p>
      ) : null}
    </Callout>
  )
}

function NoItems({ guideId, canEdit }: { guideId: string; canEdit: boolean }) {
  const add = (
    <LinkButton to={guideItemsPath(guideId)} variant="primary" icon="plus">
      Add an item
    </LinkButton>
  )
  return (
    <EmptyState title="No plan was found in this guide" icon="book" action={canEdit ? add : null}>
      Its text is kept. A plan is read from headings such as “30-day action plan”, with a table or a
      list under them. {canEdit ? 'You can add items by hand, also from lines of the text.' : null}
    </EmptyState>
  )
}

function SourceText({ guide, activeId }: { guide: Guide; activeId: string | null }) {
  const { text, textStart, textLength } = guide
  if (textLength === 0) return null
  const spans = guide.groups.flatMap(({ items }) =>
    items.flatMap(({ id, sourceStart, sourceEnd, isDropped }) =>
      sourceStart === null || sourceEnd === null || isDropped
        ? []
        : [{ id, start: sourceStart - textStart, end: sourceEnd - textStart }],
    ),
  )
  return (
    <section
      aria-label="The guide’s own text"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling part must be reachable by keyboard
      tabIndex={0}
      className="card p-4 lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto"
    >
      {text.length < textLength ? (
        <p className="mb-3 text-sm text-muted">
          The guide is very long; this is the part around the chosen item. All of it is kept.
        </p>
      ) : null}
      <GuideText text={text} spans={spans} activeId={activeId} />
    </section>
  )
}
