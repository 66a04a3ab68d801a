import { z } from 'zod'
import { safeReturnPath } from '~/domain/access/account-inputs'
import { AssertionAnswer } from '~/domain/access/passkey-answers'
import { accountPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly, readJson } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { requireActor } from '~/http/require-actor.server'
import { proveWithPasskey } from '~/services/accounts/passkey-proof.server'

export const loader = backTo(() => accountPath())

const Proof = z.object({ answer: AssertionAnswer, to: z.string().max(2000).optional() })

export const action = jsonOnly(async (args) => {
  const actor = await requireActor(args)
  const { answer, to } = await readJson(args.request, Proof)
  const cookieHeader = args.request.headers.get('Cookie')
  const cookies = await proveWithPasskey(actor, answer, cookieHeader, requestContext())
  return answerJson({ to: safeReturnPath(to, accountPath()) }, cookies)
})
