import { mailLinkPath, mailLinkTaskPath } from '~/domain/shared/paths'
import { VerbInput } from '~/domain/tasks/task-inputs'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireContactTask } from '~/http/require-contact.server'
import { redirectWithToast } from '~/http/toast.server'
import { completeTask } from '~/services/tasks/complete-task.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

/** Mail scanners open every address of a message: opening this one does nothing. */
export const loader = backTo(({ token, taskId }) => mailLinkTaskPath(token ?? '', taskId ?? ''))

export const action = actionOnly(async (args) => {
  const { actor, token, taskId } = await requireContactTask(args)
  const form = await parseForm(args.request, VerbInput)
  if (!form.ok) return form.reply()
  await completeTask(actor, { taskId, ...form.value })
  return redirectWithToast(mailLinkPath(token), 'Thank you: the task is done')
})
