import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { taskPath } from '~/domain/shared/paths'
import { evidenceKinds, type EvidenceKind } from '~/domain/tasks/evidence-kinds'
import { EvidenceFormInput } from '~/domain/tasks/task-inputs'
import { door } from '~/http/door.server'
import { evidenceOffer } from '~/http/evidence-offer.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { addEvidence } from '~/services/tasks/add-evidence.server'
import { getTaskPage } from '~/services/tasks/get-task-page.server'
import { Section } from '~/ui/primitives/card'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { EvidenceForm } from '~/ui/tasks/evidence-form'

export const meta: MetaFunction = () => [{ title: 'Add evidence – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { task } = await getTaskPage(actor, args.params.taskId ?? '')
  return { taskId: task.id, action: task.action }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { taskId = '' } = args.params
  const form = await parseForm(args.request, EvidenceFormInput)
  if (!form.ok) return form.reply()
  await addEvidence(actor, { taskId, ...(await evidenceOffer(form.value)) })
  return redirectWithToast(taskPath(taskId), 'Evidence added')
})

/** Where a piece of evidence comes back that was refused: what was typed, and what to change. */
export default function AddEvidence() {
  const { taskId, action: title } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const refused = evidenceKinds.find((kind) => kind === form.value('kind'))
  const kinds: readonly EvidenceKind[] = refused ? [refused] : evidenceKinds
  return (
    <>
      <PageHeader
        title="Add evidence"
        breadcrumbs={[{ label: title, to: taskPath(taskId) }]}
        description="A link, a note or a file that proves the outcome."
      />
      {kinds.map((kind) => (
        <Section key={kind} title={sectionTitle[kind]}>
          <EvidenceForm taskId={taskId} kind={kind} form={refused ? form : undefined} />
        </Section>
      ))}
    </>
  )
}

const sectionTitle: Record<EvidenceKind, string> = {
  link: 'A link',
  note: 'A note',
  file: 'A file',
}
