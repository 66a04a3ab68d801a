import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ensureCan } from '~/domain/access/can'
import { InvitationListInput } from '~/domain/access/person-inputs'
import { inviteListPath, peoplePath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { inviteList } from '~/services/people/invite-list.server'
import { InvitationListPage } from '~/ui/people/invitation-list'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'

export const meta: MetaFunction = () => [{ title: 'Invite from a list – Wardround' }]

/** Runs after the action as well, so it leads nowhere; opened by itself it is the empty form. */
export const loader = door(async (args) => {
  ensureCan(await requireActor(args), 'person:invite')
  return null
})

/** Invites whoever can be; lines that cannot stay on the page. */
export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, InvitationListInput)
  if (!form.ok) return form.reply()
  const { text } = form.value
  if (!text) return redirect(inviteListPath())
  const sent = await inviteList(actor, { text })
  if (sent.bad.length > 0) return { sent }
  const { invitedCount: n } = sent
  return redirectWithToast(peoplePath(), n === 1 ? '1 person invited' : `${n} people invited`)
})

export default function SendInviteList() {
  const answer = useActionData<typeof action>()
  const form = formResult(answer)
  return (
    <>
      <PageHeader
        title="Invite from a list"
        breadcrumbs={[{ label: 'People', to: peoplePath() }]}
      />
      <InvitationListPage
        result={answer && 'sent' in answer ? answer.sent : null}
        text={form.value('text')}
        errors={form.errors}
        textError={form.error('text')}
      />
    </>
  )
}
