import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileInput } from '~/domain/access/account-inputs'
import { listTimeZones } from '~/domain/calendar/time-zone'
import { accountAbsencePath, accountPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { sessionOf } from '~/http/request-context.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { changeProfile } from '~/services/accounts/change-profile.server'
import { getAccountPage } from '~/services/accounts/get-account-page.server'
import { Callout } from '~/ui/primitives/notices'
import { getPerson } from '~/services/people/get-person.server'
import { AbsenceForm } from '~/ui/people/absence-form'
import { listPasskeys } from '~/services/accounts/passkeys.server'
import { PasskeysSection } from '~/ui/passkeys/passkeys-section'
import { Section } from '~/ui/primitives/card'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { AuthenticatorSection, PasswordSection, RecoveryCodesSection } from './factor-sections'
import { ProfileSection } from './profile-section'
import { SessionsSection } from './sessions-section'

export const meta: MetaFunction = () => [{ title: 'Your account – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { session } = await sessionOf(args.request)
  const page = await getAccountPage(actor, session?.duty ?? { state: 'fine' })
  const passkeys = await listPasskeys(actor)
  const person = await getPerson(actor, actor.personId)
  return { ...page, person, passkeys, timeZones: [...listTimeZones()] }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, ProfileInput)
  if (!form.ok) return form.reply()
  await changeProfile(actor, form.value)
  return redirectWithToast(accountPath(), 'Saved')
})

export default function Account() {
  const page = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader title="Your account" description={`You sign in with ${page.email}.`} />
      <ProfileSection page={page} timeZones={page.timeZones} form={form} />
      <Section
        title="Out of office"
        description="While you are away your backups are asked instead, and what is yours comes back afterwards. Tasks given to you by name wait for you unless they are due before you are back."
      >
        <AbsenceForm {...page.person} action={accountAbsencePath()} who="You are" />
      </Section>
      {page.isAccountWide ? (
        <>
          <PasswordSection page={page} />
          <PasskeysSection passkeys={page.passkeys} timeZone={page.timeZoneShown} canManage />
          <AuthenticatorSection page={page} />
          <RecoveryCodesSection page={page} />
        </>
      ) : (
        <Callout title="You are signed in through your organisation">
          <p>
            The password and the factors of your account are changed where your organisation keeps
            them, or after a sign-in with the account itself.
          </p>
        </Callout>
      )}
      <SessionsSection page={page} />
    </>
  )
}
