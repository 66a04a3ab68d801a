import { mailLinkTaskPath } from '~/domain/shared/paths'
import { CommentInput } from '~/domain/tasks/task-inputs'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireContactTask } from '~/http/require-contact.server'
import { redirectWithToast } from '~/http/toast.server'
import { commentOnTask } from '~/services/tasks/comment-on-task.server'

export { ActionOnly as default } from '~/ui/layout/action-only'

/** Mail scanners open every address of a message: opening this one does nothing. */
export const loader = backTo(({ token, taskId }) => mailLinkTaskPath(token ?? '', taskId ?? ''))

export const action = actionOnly(async (args) => {
  const { actor, token, taskId } = await requireContactTask(args)
  const form = await parseForm(args.request, CommentInput)
  if (!form.ok) return form.reply()
  await commentOnTask(actor, { taskId, ...form.value })
  return redirectWithToast(mailLinkTaskPath(token, taskId), 'Comment added')
})
