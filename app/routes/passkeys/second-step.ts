import { z } from 'zod'
import { safeReturnPath } from '~/domain/access/account-inputs'
import { AssertionAnswer } from '~/domain/access/passkey-answers'
import { signInPath, tasksPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly, readJson } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { passSecondStepWithPasskey } from '~/services/accounts/passkey-sign-in.server'

export const loader = backTo(() => signInPath())

export const action = jsonOnly(async ({ request }) => {
  const { answer } = await readJson(request, z.object({ answer: AssertionAnswer }))
  const cookieHeader = request.headers.get('Cookie')
  const { to, cookies } = await passSecondStepWithPasskey(answer, cookieHeader, requestContext())
  return answerJson({ to: safeReturnPath(to, tasksPath()) }, cookies)
})
