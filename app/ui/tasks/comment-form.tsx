import { Form } from '@remix-run/react'
import { taskCommentsPath } from '~/domain/shared/paths'
import type { FieldErrors } from '../primitives/field'
import { TextArea } from '../primitives/inputs'
import { SubmitButton } from '../primitives/submit-button'

interface CommentFormProps {
  taskId: string
  /** Where it posts to; the task's own page by default. */
  action?: string
  /** What the person wrote when it was refused. */
  body?: string
  error?: FieldErrors
}

/** Posts `body` to the comments of a task. */
export function CommentForm({
  taskId,
  body,
  error,
  action = taskCommentsPath(taskId),
}: CommentFormProps) {
  return (
    <Form method="post" action={action} className="flex flex-col items-start gap-2">
      <TextArea
        name="body"
        id="comment-body"
        label="Add a comment"
        error={error}
        defaultValue={body}
        fieldClassName="w-full"
        rows={2}
        required
      />
      <SubmitButton variant="secondary" action={action} icon="comment" pendingText="Sending…">
        Comment
      </SubmitButton>
    </Form>
  )
}
