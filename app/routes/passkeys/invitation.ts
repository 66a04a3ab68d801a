import { z } from 'zod'
import { AssertionAnswer, AttestationAnswer } from '~/domain/access/passkey-answers'
import { invitationPath, tasksPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly, readJson } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { joinWithPasskey } from '~/services/accounts/join-with-passkey.server'
import { ensureName } from './ensure-name'

export const loader = backTo(({ token }) => invitationPath(token ?? ''))

const Joining = z.object({
  name: z.string(),
  answer: z.union([AttestationAnswer, AssertionAnswer]),
})

export const action = jsonOnly(async ({ request, params }) => {
  const { answer, ...named } = await readJson(request, Joining)
  const joining = { answer, name: ensureName(named) }
  const cookieHeader = request.headers.get('Cookie')
  const token = params.token ?? ''
  const cookies = await joinWithPasskey(token, joining, cookieHeader, requestContext())
  return answerJson({ to: tasksPath() }, cookies)
})
