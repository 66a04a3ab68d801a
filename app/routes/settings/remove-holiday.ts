import { settingsPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { removeHoliday } from '~/services/organisations/remove-holiday.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => settingsPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  await removeHoliday(actor, args.params.holidayId ?? '')
  return redirectWithToast(settingsPath(), 'Holiday removed')
})
