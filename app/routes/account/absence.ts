import { AbsenceInput } from '~/domain/access/absence'
import { accountPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { changeAbsence } from '~/services/people/change-absence.server'
import { absenceWords } from '~/ui/people/absence-form'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(() => accountPath())

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, AbsenceInput)
  if (!form.ok) return form.reply()
  const { movedCount } = await changeAbsence(actor, { ...form.value, personId: actor.personId })
  return redirectWithToast(accountPath(), absenceWords(form.value, movedCount))
})
