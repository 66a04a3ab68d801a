import { organisationsPath, tasksPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { switchOrganisation } from '~/services/organisations/switch-organisation.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => organisationsPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const name = await switchOrganisation(actor, args.params.organisationId ?? '')
  return redirectWithToast(tasksPath(), `You are in ${name} now`)
})
