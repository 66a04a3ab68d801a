import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import {
  guideItemsPath,
  guidePath,
  guidesPath,
  guideTitlePath,
  newPlanPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { getRevisionNotice } from '~/services/guides/get-revision-notice.server'
import { getTemplate } from '~/services/guides/get-template.server'
import { RevisionNotice } from '~/ui/guides/revision-notice'
import { SourceText } from '~/ui/guides/source-text'
import { Suggestions } from '~/ui/guides/suggestions'
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
  const query = new URL(args.request.url).searchParams
  const itemId = query.get('item')
  const guide = await getTemplate(actor, args.params.templateId ?? '', {
    itemId,
    page: pageNumber(args.request),
    isDismissedShown: query.get('suggestions') === 'dismissed',
  })
  return {
    guide,
    itemId,
    canEdit: can(actor, 'guide:import'),
    canStart: can(actor, 'plan:start') && guide.itemCount > 0,
    notice: await getRevisionNotice(actor, guide.id),
    timeZone: actor.timeZone,
  }
})

type Guide = ReturnType<typeof useLoaderData<typeof loader>>['guide']

/** What was read out of a guide, beside the guide's own text. */
export default function GuidePreview() {
  const { guide, itemId, canEdit, canStart, notice, timeZone } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={guide.title}
        breadcrumbs={[{ label: 'Guides', to: guidesPath() }]}
        actions={
          <>
            {canEdit ? (
              <LinkButton to={guideTitlePath(guide.id)} variant="quiet" icon="edit">
                Rename
              </LinkButton>
            ) : null}
            {canEdit && guide.groups.length > 0 ? (
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
        <RevisionNotice templateId={guide.id} notice={notice} timeZone={timeZone} />
        <TemplateWarnings
          guideId={guide.id}
          warnings={guide.warnings}
          shown={{ start: guide.textStart, end: guide.textStart + guide.text.length }}
          canEdit={canEdit}
        />
        <Proposals guide={guide} />
        {guide.suggestions ? (
          <Suggestions guideId={guide.id} suggestions={guide.suggestions} />
        ) : null}
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0">
          {guide.groups.length === 0 ? (
            <NoItems guideId={guide.id} canEdit={canEdit} isBlank={guide.textLength === 0} />
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
        <SourceText guide={guide} activeId={itemId} canEdit={canEdit} />
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
  const { rolelessCount } = guide
  // Those who may confirm them have them among the suggestions.
  const proposedCount = guide.suggestions ? 0 : guide.proposedCount
  if (proposedCount + rolelessCount === 0) return null
  const proposed = proposedCount === 1 ? '1 item has' : `${proposedCount} items have`
  const roleless = rolelessCount === 1 ? '1 item has' : `${rolelessCount} items have`
  return (
    <Callout>
      {proposedCount > 0 ? (
        <p>{proposed} a proposed owner role, because the guide names none. Each says why.</p>
      ) : null}
      {rolelessCount > 0 ? (
        <p>{roleless} no owner role yet. A plan can give them one later.</p>
      ) : null}
    </Callout>
  )
}

interface NoItemsProps {
  guideId: string
  canEdit: boolean
  /** It was written from scratch: there is no text that items could have been read from. */
  isBlank: boolean
}

function NoItems({ guideId, canEdit, isBlank }: NoItemsProps) {
  const add = (
    <LinkButton to={guideItemsPath(guideId)} variant="primary" icon="plus">
      Add an item
    </LinkButton>
  )
  if (isBlank) {
    return (
      <EmptyState title="Nothing in it yet" icon="book" action={canEdit ? add : null}>
        {canEdit
          ? 'Add what is to be done, one item at a time; then start a plan from it.'
          : 'A manager or an administrator is still writing it.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No plan was found in this guide" icon="book" action={canEdit ? add : null}>
      Its text is kept. A plan is read from headings such as “30-day action plan”, with a table or a
      list under them. {canEdit ? 'You can add items by hand, also from lines of the text.' : null}
    </EmptyState>
  )
}
