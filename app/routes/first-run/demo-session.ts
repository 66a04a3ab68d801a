import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { dashboardPath, demoPath, tasksPath } from '~/domain/shared/paths'
import { actionOnly, backTo } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { signInAsDemoPerson } from '~/services/demo/sign-in-as-demo-person.server'

export const loader = backTo(() => demoPath())

export const action = actionOnly(async ({ request }) => {
  const form = await parseForm(request, z.object({ personId: z.uuid() }))
  if (!form.ok) return form.reply()
  const { cookie, permissionRole } = await signInAsDemoPerson(form.value.personId, requestContext())
  const start = ['leader', 'auditor'].includes(permissionRole) ? dashboardPath() : tasksPath()
  return redirect(start, { headers: { 'Set-Cookie': cookie } })
})

export { ActionOnly as default } from '~/ui/layout/action-only'
