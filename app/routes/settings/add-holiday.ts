import { HolidayInput } from '~/domain/calendar/organisation-inputs'
import { settingsPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { addHoliday } from '~/services/organisations/add-holiday.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => settingsPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, HolidayInput)
  if (!form.ok) return form.reply()
  const dueCount = await addHoliday(actor, form.value)
  return redirectWithToast(settingsPath(), `Holiday added${dueWords(dueCount)}`)
})

const dueWords = (count: number) =>
  count === 0
    ? ''
    : `. ${count === 1 ? 'One open task is' : `${count} open tasks are`} due on that day and keep their date.`
