import { z } from 'zod'
import { invitationPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly, readJson } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { beginJoinWithPasskey } from '~/services/accounts/join-with-passkey.server'
import { ensureName } from './ensure-name'

export const loader = backTo(({ token }) => invitationPath(token ?? ''))

export const action = jsonOnly(async ({ request, params }) => {
  ensureName(await readJson(request, z.object({ name: z.string() })))
  const begun = await beginJoinWithPasskey(params.token ?? '', requestContext())
  return answerJson(begun.request, [begun.cookie])
})
