import { Outlet, useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import { formatDay } from '~/domain/calendar/format-date'
import { accountPath, demoPath, mailPath } from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { requireEnrollingActor } from '~/http/require-actor.server'
import { sessionOf } from '~/http/request-context.server'
import { isMailKept } from '~/services/mail/is-mail-kept.server'
import { AppShell } from '~/ui/layout/app-shell'
import { navigationKeys, type NavigationKey } from '~/ui/layout/navigation'
import { OrganisationSwitcher } from '~/ui/access/organisation-switcher'
import { Banner } from '~/ui/primitives/notices'
import { TextLink } from '~/ui/primitives/text-link'

/** The switcher in the menu names this many; the page behind it has all. */
const menuOrganisations = 8

export const loader = door(async (args) => {
  const actor = await requireEnrollingActor(args)
  const { organisationName, otherOrganisations, session } = await sessionOf(args.request)
  const duty = session?.duty ?? { state: 'fine' as const }
  const hidden: Partial<Record<NavigationKey, boolean>> = {
    audit: !can(actor, 'audit:read'),
    settings:
      !can(actor, 'organisation:edit') &&
      !can(actor, 'owner-role:edit') &&
      !can(actor, 'ledger:read'),
  }
  return {
    organisationName,
    otherOrganisations: otherOrganisations.slice(0, menuOrganisations),
    hasOtherOrganisations: otherOrganisations.length > 0,
    person: {
      name: actor.name,
      email: actor.email,
      roleName: permissionRoleLabel[actor.permissionRole],
    },
    // Whoever has to set up a second factor first gets nowhere else.
    navigation: duty.state === 'enrol' ? [] : navigationKeys.filter((key) => !hidden[key]),
    secondFactorFrom: session && duty.state === 'soon' ? formatDay(duty.from, session.today) : null,
    isDemo: actor.isDemo,
    isMailKept: isMailKept() && can(actor, 'mail:read'),
  }
})

/** The frame of every page for somebody signed in. */
export default function ShellLayout() {
  const { organisationName, person, navigation, isDemo, isMailKept, secondFactorFrom } =
    useLoaderData<typeof loader>()
  const { otherOrganisations, hasOtherOrganisations } = useLoaderData<typeof loader>()
  return (
    <AppShell
      organisationName={organisationName}
      person={person}
      navigation={navigation}
      accountItems={
        hasOtherOrganisations ? <OrganisationSwitcher organisations={otherOrganisations} /> : null
      }
      banners={
        <>
          {isDemo ? (
            <Banner tone="demo" action={<TextLink to={demoPath()}>Be somebody else</TextLink>}>
              Demo clinic: everything here is made up, and no mail leaves this machine.
            </Banner>
          ) : null}
          {secondFactorFrom ? (
            <Banner tone="warn" action={<TextLink to={accountPath()}>Set it up now</TextLink>}>
              From {secondFactorFrom} on, {organisationName} asks you for a second factor at
              sign-in.
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
