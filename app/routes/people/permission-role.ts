import { PermissionRoleInput } from '~/domain/access/person-inputs'
import { personPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { changePermissionRole } from '~/services/people/change-permission-role.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ personId }) => personPath(personId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { personId = '' } = args.params
  const form = await parseForm(args.request, PermissionRoleInput)
  if (!form.ok) return form.reply()
  await changePermissionRole(actor, { ...form.value, personId })
  return redirectWithToast(personPath(personId), 'Permission role changed')
})
