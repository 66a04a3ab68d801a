import { Outlet, useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import { demoPath, mailPath } from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { sessionOf } from '~/http/request-context.server'
import { isMailKept } from '~/services/mail/is-mail-kept.server'
import { AppShell } from '~/ui/layout/app-shell'
import { navigationKeys, type NavigationKey } from '~/ui/layout/navigation'
import { Banner } from '~/ui/primitives/notices'
import { TextLink } from '~/ui/primitives/text-link'

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { organisationName } = await sessionOf(args.request)
  const hidden: Partial<Record<NavigationKey, boolean>> = {
    settings:
      !can(actor, 'organisation:edit') &&
      !can(actor, 'owner-role:edit') &&
      !can(actor, 'ledger:read'),
  }
  return {
    organisationName,
    person: {
      name: actor.name,
      email: actor.email,
      roleName: permissionRoleLabel[actor.permissionRole],
    },
    navigation: navigationKeys.filter((key) => !hidden[key]),
    isDemo: actor.isDemo,
    isMailKept: isMailKept() && can(actor, 'mail:read'),
  }
})

/** The frame of every page for somebody signed in. */
export default function ShellLayout() {
  const { organisationName, person, navigation, isDemo, isMailKept } =
    useLoaderData<typeof loader>()
  return (
    <AppShell
      organisationName={organisationName}
      person={person}
      navigation={navigation}
      banners={
        <>
          {isDemo ? (
            <Banner tone="demo" action={<TextLink to={demoPath()}>Be somebody else</TextLink>}>
              Demo clinic: everything here is made up, and no mail leaves this machine.
            </Banner>
          ) : null}
          {isMailKept && !isDemo ? (
            <Banner tone="warn" action={<TextLink to={mailPath()}>Read it</TextLink>}>
              Mail is kept here and not sent, because no mail server is configured (SMTP_URL).
            </Banner>
          ) : null}
        </>
      }
    >
      <Outlet />
    </AppShell>
  )
}
