import { signInPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { beginPasskeySecondStep } from '~/services/accounts/passkey-sign-in.server'

export const loader = backTo(() => signInPath())

export const action = jsonOnly(async ({ request }) => {
  const cookieHeader = request.headers.get('Cookie')
  const begun = await beginPasskeySecondStep(cookieHeader, requestContext())
  return answerJson(begun.request, [begun.cookie])
})
