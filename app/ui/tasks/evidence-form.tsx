import { Form } from '@remix-run/react'
import { taskEvidencePath } from '~/domain/shared/paths'
import { evidenceKindLabel, type EvidenceKind } from '~/domain/tasks/evidence-kinds'
import type { formResult } from '../primitives/form-result'
import { FormError } from '../primitives/form-errors'
import { FileInput, TextArea, TextInput } from '../primitives/inputs'
import { SubmitButton } from '../primitives/submit-button'

interface EvidenceFormProps {
  taskId: string
  kind: EvidenceKind
  /** Where it posts to; the task's own page by default. */
  action?: string
  /** What came back when it was refused. */
  form?: ReturnType<typeof formResult>
}

/** Adds one piece of evidence of a kind. Ids carry the kind, for pages that show all three forms. */
export function EvidenceForm({
  taskId,
  kind,
  form,
  action = taskEvidencePath(taskId),
}: EvidenceFormProps) {
  return (
    <Form
      method="post"
      action={action}
      encType="multipart/form-data"
      className="grid max-w-lg gap-3"
      aria-label={`Add a ${evidenceKindLabel[kind].toLowerCase()}`}
    >
      <input type="hidden" name="kind" value={kind} />
      <FormError error={form?.errors} />
      <Proof kind={kind} form={form} />
      <TextInput
        name="title"
        id={`${kind}-title`}
        label="Title"
        isOptional
        maxLength={200}
        defaultValue={form?.value('title')}
        error={form?.error('title')}
      />
      <div>
        <SubmitButton variant="secondary" action={action} icon="plus" pendingText="Adding…">
          Add {evidenceKindLabel[kind].toLowerCase()}
        </SubmitButton>
      </div>
    </Form>
  )
}

function Proof({ kind, form }: Pick<EvidenceFormProps, 'kind' | 'form'>) {
  if (kind === 'file') {
    return (
      <FileInput
        name="file"
        label="File"
        hint="Up to 25 MB. Programs and scripts are not taken."
        required
        error={form?.error('file')}
      />
    )
  }
  const entered = { defaultValue: form?.value(kind === 'link' ? 'url' : 'note'), required: true }
  if (kind === 'note') {
    return <TextArea {...entered} name="note" label="Note" error={form?.error('note')} />
  }
  return (
    <TextInput
      {...entered}
      name="url"
      type="url"
      label="Address"
      placeholder="https://"
      error={form?.error('url')}
    />
  )
}
