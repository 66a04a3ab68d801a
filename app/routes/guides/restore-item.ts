import { TemplateItemVersionInput } from '~/domain/guides/templates/template-inputs'
import { guidePath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { restoreTemplateItem } from '~/services/guides/drop-template-item.server'
import { itemAnchor } from '~/ui/guides/item-card'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ templateId }) => guidePath(templateId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { templateId = '', itemId = '' } = args.params
  const form = await parseForm(args.request, TemplateItemVersionInput)
  if (!form.ok) return form.reply()
  const item = await restoreTemplateItem(actor, { ...form.value, templateId, itemId })
  return redirectWithToast(
    `${guidePath(templateId, { item: itemId })}#${itemAnchor(itemId)}`,
    `Restored “${item.action}”`,
  )
})
