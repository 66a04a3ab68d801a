import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { TemplateItemAddInput } from '~/domain/guides/templates/template-inputs'
import type { NewItemView } from '~/domain/guides/templates/template-views'
import { guideItemsPath, guidePath, guidesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { addTemplateItem } from '~/services/guides/add-template-item.server'
import { getNewItem } from '~/services/guides/get-new-item.server'
import { itemAnchor } from '~/ui/guides/item-card'
import { ItemFields } from '~/ui/guides/item-fields'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { ListLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Add an item – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const query = new URL(args.request.url).searchParams
  return getNewItem(actor, args.params.templateId ?? '', {
    line: Number(query.get('line')) || null,
    remark: Number(query.get('remark')) || null,
    page: query.has('page') ? pageNumber(args.request) : undefined,
  })
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const templateId = args.params.templateId ?? ''
  const form = await parseForm(args.request, TemplateItemAddInput)
  if (!form.ok) return form.reply()
  const itemId = await addTemplateItem(actor, { ...form.value, templateId })
  return redirectWithToast(
    `${guidePath(templateId, { item: itemId })}#${itemAnchor(itemId)}`,
    'Item added',
  )
})

const blank = {
  outcome: null,
  detail: null,
  stage: 'plan',
  horizonDays: 30,
  track: null,
  priority: null,
  ownerRoleId: null,
  dueOn: null,
} as const

type FormState = ReturnType<typeof formResult>

/** Adds an item by hand, or from a line of the guide. */
export default function NewItem() {
  const view = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Add an item"
        description={
          view.lines.length > 0
            ? 'Write it yourself, or choose the line of the guide that it comes from.'
            : 'What is to be done, by which office, and within how many days of the start.'
        }
        breadcrumbs={[
          { label: 'Guides', to: guidesPath() },
          { label: view.title, to: guidePath(view.templateId) },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {/* Another line is another form: its fields start anew. */}
        <ItemForm key={`${view.line} ${view.remark}`} view={view} form={form} />
        <div>{view.lines.length > 0 ? <Lines view={view} /> : null}</div>
      </div>
    </>
  )
}

function ItemForm({ view, form }: { view: NewItemView; form: FormState }) {
  const { templateId, itemId, action: words, line, remark, place, roles, frameworks } = view
  return (
    <Card className="lg:sticky lg:top-16">
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="itemId" value={form.value('itemId', itemId)} />
        <input type="hidden" name="line" value={line ?? ''} />
        <input type="hidden" name="remark" value={remark ?? ''} />
        {line ? (
          <p className="text-muted">
            From line {line} of the guide
            {place ? <>, placed as its heading “{place.heading}” says</> : null}.
          </p>
        ) : null}
        <ItemFields
          form={form}
          item={{ ...blank, ...place, action: words }}
          roles={roles}
          frameworks={frameworks}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton icon="plus">Add it</SubmitButton>
          <LinkButton to={guidePath(templateId)} variant="quiet">
            Back without adding
          </LinkButton>
        </div>
      </Form>
    </Card>
  )
}

function Lines({ view }: { view: NewItemView }) {
  const { templateId, line, lines, page, pageCount } = view
  return (
    <Section title="Lines of the guide" description="Choosing one fills the action.">
      <ol className="card divide-y divide-line">
        {lines.map(({ number, text, isItem }) => (
          <li key={number}>
            <ListLink
              to={guideItemsPath(templateId, { line: number })}
              aria-current={number === line ? 'true' : undefined}
              className="flex gap-3 px-3 py-2 hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              <span className="tabular w-8 flex-none text-right text-sm text-muted">{number}</span>
              <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
              {isItem ? (
                <span className="flex-none">
                  <Badge tone="accent">Item</Badge>
                </span>
              ) : null}
            </ListLink>
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pageCount={pageCount}
        pathFor={(to) => guideItemsPath(templateId, { line: line ?? undefined, page: to })}
      />
    </Section>
  )
}
