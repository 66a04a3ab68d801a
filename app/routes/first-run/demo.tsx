import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { demoPath, demoSessionPath, homePath } from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { requestContext } from '~/http/request-context.server'
import { enterDemo } from '~/services/demo/enter-demo.server'
import { listDemoPeople } from '~/services/demo/list-demo-people.server'
import { installationState } from '~/services/organisations/installation.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { Avatar } from '~/ui/primitives/avatar'
import { Icon } from '~/ui/primitives/icon'
import { Banner } from '~/ui/primitives/notices'

export const meta: MetaFunction = () => [{ title: 'Demo clinic – Wardround' }]

export const loader = door(async () => {
  if ((await installationState()) !== 'demo') throw redirect(homePath())
  return listDemoPeople()
})

export const action = door(async ({ request }) => {
  const token = new URL(request.url).searchParams.get('token')
  await enterDemo({ ...requestContext(), token })
  return redirect(demoPath())
})

export default function Demo() {
  const { organisationName, people } = useLoaderData<typeof loader>()
  return (
    <AuthLayout
      title={organisationName}
      description="Choose who you want to be. You can change at any time."
      isWide
      banners={
        <Banner tone="demo">
          Demo: everything here is made up, and no mail leaves this machine.
        </Banner>
      }
    >
      <ul className="grid gap-2 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.id}>
            <Form method="post" action={demoSessionPath()}>
              <button
                type="submit"
                name="personId"
                value={person.id}
                className="card flex w-full cursor-pointer items-center gap-3 p-3 text-left hover:bg-sunken"
              >
                <Avatar name={person.name} />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{person.name}</span>
                  <span className="block text-sm text-muted">
                    {[permissionRoleLabel[person.permissionRole], ...person.ownerRoleNames].join(
                      ' · ',
                    )}
                  </span>
                </span>
                <Icon name="chevron-right" />
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </AuthLayout>
  )
}
