import { accountPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { requireActor } from '~/http/require-actor.server'
import { beginPasskeyProof } from '~/services/accounts/passkey-proof.server'

export const loader = backTo(() => accountPath())

export const action = jsonOnly(async (args) => {
  const actor = await requireActor(args)
  const begun = await beginPasskeyProof(actor, requestContext())
  return answerJson(begun.request, [begun.cookie])
})
