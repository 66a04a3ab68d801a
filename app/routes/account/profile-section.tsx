import { Form } from '@remix-run/react'
import type { AccountPage } from '~/domain/access/account-views'
import { accountPath } from '~/domain/shared/paths'
import { ProfileFields } from '~/ui/people/profile-fields'
import { Section } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import type { formResult } from '~/ui/primitives/form-result'
import { SubmitButton } from '~/ui/primitives/submit-button'

interface ProfileSectionProps {
  page: AccountPage
  timeZones: readonly string[]
  form: ReturnType<typeof formResult>
}

/** Name, time zone, working days and the language of dates, in this organisation. */
export function ProfileSection({ page, timeZones, form }: ProfileSectionProps) {
  return (
    <Section title="Profile">
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <ProfileFields profile={page} timeZones={timeZones} form={form} whose="Your" />
        <div>
          <SubmitButton action={accountPath()}>Save</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
