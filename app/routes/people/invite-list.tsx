import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ensureCan } from '~/domain/access/can'
import { InvitationListInput } from '~/domain/access/person-inputs'
import { invitePersonPath, peoplePath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { checkList } from '~/services/people/check-invitation-list.server'
import { InvitationListPage } from '~/ui/people/invitation-list'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'

export const meta: MetaFunction = () => [{ title: 'Invite from a list – Wardround' }]

export const loader = door(async (args) => {
  ensureCan(await requireActor(args), 'person:invite')
  return null
})

/** Looks at the list; nobody is invited by it. */
export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, InvitationListInput)
  if (!form.ok) return form.reply()
  const { file, text = '' } = form.value
  const offered = file ? { bytes: new Uint8Array(await file.arrayBuffer()) } : { text }
  return { checked: await checkList(actor, offered) }
})

export default function InviteList() {
  const answer = useActionData<typeof action>()
  const form = formResult(answer)
  return (
    <>
      <PageHeader
        title="Invite from a list"
        breadcrumbs={[
          { label: 'People', to: peoplePath() },
          { label: 'Invite somebody', to: invitePersonPath() },
        ]}
      />
      <InvitationListPage
        result={answer && 'checked' in answer ? answer.checked : null}
        text={form.value('text')}
        errors={form.errors}
        textError={form.error('text')}
        fileError={form.error('file')}
      />
    </>
  )
}
