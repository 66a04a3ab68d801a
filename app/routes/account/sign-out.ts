import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { homePath } from '~/domain/shared/paths'
import { backTo } from '~/http/door.server'
import { endSession } from '~/services/accounts/sessions.server'

export const loader = backTo(() => homePath())

export async function action({ request }: ActionFunctionArgs) {
  const cookie = await endSession(request.headers.get('Cookie'))
  return redirect(homePath(), { headers: { 'Set-Cookie': cookie } })
}

export { ActionOnly as default } from '~/ui/layout/action-only'
