import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { safeReturnPath } from '~/domain/access/account-inputs'
import { accountPath, singleSignOnDeparturePath, tasksPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { sessionOf } from '~/http/request-context.server'
import { requireActor } from '~/http/require-actor.server'
import { beginSingleSignOnProof } from '~/services/accounts/single-sign-on.server'

export const loader = backTo(() => accountPath())

const Wish = z.object({ to: z.string().max(2000).optional() })

/** Sends somebody to their provider once more, to prove that it is them. */
export const action = actionOnly(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, Wish)
  if (!form.ok) return form.reply()
  const { session } = await sessionOf(args.request)
  const to = safeReturnPath(form.value.to, tasksPath())
  const cookie = await beginSingleSignOnProof(actor, session!, to)
  const path = singleSignOnDeparturePath({ proof: 'yes' })
  return redirect(path, { headers: { 'Set-Cookie': cookie } })
})

export { ActionOnly as default } from '~/ui/layout/action-only'
