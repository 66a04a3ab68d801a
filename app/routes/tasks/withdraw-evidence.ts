import { taskPath } from '~/domain/shared/paths'
import { EvidenceWithdrawalInput } from '~/domain/tasks/task-inputs'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { withdrawEvidence } from '~/services/tasks/withdraw-evidence.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ taskId }) => taskPath(taskId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { taskId = '', evidenceId = '' } = args.params
  const form = await parseForm(args.request, EvidenceWithdrawalInput)
  if (!form.ok) return form.reply()
  await withdrawEvidence(actor, { ...form.value, taskId, evidenceId })
  return redirectWithToast(taskPath(taskId), 'Evidence withdrawn')
})
