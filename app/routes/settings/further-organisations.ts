import { FurtherOrganisationsInput } from '~/domain/access/organisation-views'
import { settingsPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { allowFurtherOrganisations } from '~/services/organisations/further-organisations.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => settingsPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, FurtherOrganisationsInput)
  if (!form.ok) return form.reply()
  const isAllowed = form.value.furtherOrganisations === 'allowed'
  await allowFurtherOrganisations(actor, isAllowed)
  return redirectWithToast(settingsPath(), 'Settings saved')
})
