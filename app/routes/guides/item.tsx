import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { TemplateItemEditInput } from '~/domain/guides/templates/template-inputs'
import { guidePath, guidesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editTemplateItem } from '~/services/guides/edit-template-item.server'
import { getTemplateItem } from '~/services/guides/get-template-item.server'
import { itemAnchor } from '~/ui/guides/item-card'
import { ItemFields } from '~/ui/guides/item-fields'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item.action ?? 'Edit an item'} – Wardround` },
]

export const loader = door(async (args) => {
  const { templateId = '', itemId = '' } = args.params
  return getTemplateItem(await requireActor(args), templateId, itemId)
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { templateId = '', itemId = '' } = args.params
  const form = await parseForm(args.request, TemplateItemEditInput)
  if (!form.ok) return form.reply()
  await editTemplateItem(actor, { ...form.value, templateId, itemId })
  return redirectWithToast(itemPath(templateId, itemId), 'Item saved')
})

/** The item on the preview, on whichever page of it that is. */
const itemPath = (templateId: string, itemId: string) =>
  `${guidePath(templateId, { item: itemId })}#${itemAnchor(itemId)}`

/** One item of a guide, to be changed before a plan starts from it. */
export default function GuideItem() {
  const { templateId, templateTitle, item, source, roles, frameworks } =
    useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title={item.action}
        breadcrumbs={[
          { label: 'Guides', to: guidesPath() },
          { label: templateTitle, to: guidePath(templateId) },
        ]}
      />
      <div className="grid max-w-3xl gap-4">
        {source ? (
          <Callout title="The guide says" icon="book">
            <p>{source}</p>
            {item.owners.length > 0 ? (
              <p className="text-muted">Owner as written: {item.owners.join(', ')}</p>
            ) : null}
          </Callout>
        ) : null}
        {item.guesses.length > 0 ? (
          <Callout tone="warn" title="Please check">
            {item.guesses.map((guess) => (
              <p key={guess}>{guess}</p>
            ))}
          </Callout>
        ) : null}
        <Card>
          <Form method="post" className="grid gap-4">
            <FormError error={form.errors} />
            <input type="hidden" name="version" value={item.version} />
            <ItemFields
              form={form}
              item={item}
              roles={roles}
              frameworks={frameworks}
              proposal={item.ownerRoleProposal}
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton>Save</SubmitButton>
              <LinkButton to={itemPath(templateId, item.id)} variant="quiet">
                Back without saving
              </LinkButton>
            </div>
          </Form>
        </Card>
      </div>
    </>
  )
}
