import { z } from 'zod'
import { AttestationAnswer } from '~/domain/access/passkey-answers'
import { accountPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly, readJson } from '~/http/json-door.server'
import { requireEnrollingActor } from '~/http/require-actor.server'
import { toastCookie } from '~/http/toast.server'
import { registerPasskey } from '~/services/accounts/register-passkey.server'

export const loader = backTo(() => accountPath())

export const action = jsonOnly(async (args) => {
  const actor = await requireEnrollingActor(args)
  const { answer } = await readJson(args.request, z.object({ answer: AttestationAnswer }))
  const cookieHeader = args.request.headers.get('Cookie')
  const { name, cookies } = await registerPasskey(actor, answer, cookieHeader)
  const toast = await toastCookie(`“${name}” is added. Other devices are signed out.`)
  return answerJson({ to: accountPath() }, [...cookies, toast])
})
