import { ReopenInput } from '~/domain/tasks/task-inputs'
import { taskPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { reopenTask } from '~/services/tasks/reopen-task.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

export const loader = backTo(({ taskId }) => taskPath(taskId ?? ''))

export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const { taskId = '' } = args.params
  const form = await parseForm(args.request, ReopenInput)
  if (!form.ok) return form.reply()
  await reopenTask(actor, { ...form.value, taskId })
  return redirectWithToast(taskPath(taskId), 'Reopened')
})
