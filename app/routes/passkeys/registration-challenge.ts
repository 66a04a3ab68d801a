import { accountPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly } from '~/http/json-door.server'
import { requireEnrollingActor } from '~/http/require-actor.server'
import { beginPasskeyRegistration } from '~/services/accounts/register-passkey.server'

export const loader = backTo(() => accountPath())

export const action = jsonOnly(async (args) => {
  const begun = await beginPasskeyRegistration(await requireEnrollingActor(args))
  return answerJson(begun.request, [begun.cookie])
})
