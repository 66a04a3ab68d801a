import { z } from 'zod'
import { signInPath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { answerJson, jsonOnly, readJson } from '~/http/json-door.server'
import { requestContext } from '~/http/request-context.server'
import { beginPasskeySignIn } from '~/services/accounts/passkey-sign-in.server'

export const loader = backTo(() => signInPath())

const Wish = z.object({ to: z.string().max(2000).optional() })

export const action = jsonOnly(async ({ request }) => {
  const wish = await readJson(request, Wish)
  const begun = await beginPasskeySignIn(wish, requestContext())
  return answerJson(begun.request, [begun.cookie])
})
