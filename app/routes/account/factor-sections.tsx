import { Form } from '@remix-run/react'
import type { AccountPage } from '~/domain/access/account-views'
import {
  accountPasswordPath,
  authenticatorPath,
  authenticatorRemovalPath,
  recoveryCodesPath,
} from '~/domain/shared/paths'
import { LinkButton } from '~/ui/primitives/button'
import { Section } from '~/ui/primitives/card'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'

export function PasswordSection({ page }: { page: AccountPage }) {
  const { hasPassword, passwordChangedAt, timeZoneShown } = page
  return (
    <Section title="Password" description="Changing it signs you out on every other device.">
      {passwordChangedAt ? (
        <p className="mb-3">
          Last changed <Instant at={passwordChangedAt} timeZone={timeZoneShown} />.
        </p>
      ) : null}
      <LinkButton to={accountPasswordPath()}>
        {hasPassword ? 'Change your password' : 'Choose a password'}
      </LinkButton>
    </Section>
  )
}

export function AuthenticatorSection({ page }: { page: AccountPage }) {
  const { authenticatorAddedAt, timeZoneShown, duty } = page
  if (!authenticatorAddedAt) {
    return (
      <Section
        title="Authenticator app"
        description="An app on your phone shows a number that is asked for after your password, so the password alone lets nobody in."
      >
        <LinkButton
          to={authenticatorPath()}
          variant={duty.state === 'soon' ? 'primary' : undefined}
        >
          Set up an authenticator app
        </LinkButton>
      </Section>
    )
  }
  return (
    <Section
      title="Authenticator app"
      description="Asked for after your password. To move to another phone, remove it here and set it up there."
    >
      <p className="mb-3">
        Set up <Instant at={authenticatorAddedAt} timeZone={timeZoneShown} />.
      </p>
      <Form method="post" action={authenticatorRemovalPath()}>
        <SubmitButton action={authenticatorRemovalPath()} variant="secondary">
          Remove the app
        </SubmitButton>
      </Form>
    </Section>
  )
}

/** Nothing while there is no second factor that the codes could stand in for. */
export function RecoveryCodesSection({ page }: { page: AccountPage }) {
  const { recoveryCodesLeft: left, hasAuthenticator, passkeyCount } = page
  if (!hasAuthenticator && passkeyCount === 0) return null
  return (
    <Section
      title="Recovery codes"
      description="For the day your phone is lost: each signs you in once instead of the second factor."
    >
      <p className="mb-3">
        {left === 0
          ? 'You have none. Make them now and keep them on paper: without them nobody can let you in when the device is lost.'
          : `${left} of 10 left.`}
      </p>
      <LinkButton to={recoveryCodesPath()} variant={left < 3 ? 'primary' : undefined}>
        {left === 0 ? 'Make recovery codes' : 'Make new codes'}
      </LinkButton>
    </Section>
  )
}
