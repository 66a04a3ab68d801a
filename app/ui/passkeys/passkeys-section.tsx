import { Link } from '@remix-run/react'
import { mostPasskeys, type PasskeyListItem } from '~/domain/access/passkey'
import { passkeyPath, passkeysChallengePath, passkeysPath } from '~/domain/shared/paths'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable } from '~/ui/primitives/data-table'
import { Instant } from '~/ui/primitives/time'
import { PasskeyButton } from './passkey-button'
import { keptWords } from './passkey-facts'

interface PasskeysSectionProps {
  passkeys: readonly PasskeyListItem[]
  timeZone: string
  /** False for a session of single sign-on, which does not reach the account's own keys. */
  canManage: boolean
}

/** The passkeys of an account, with the button that adds one. */
export function PasskeysSection({ passkeys, timeZone, canManage }: PasskeysSectionProps) {
  return (
    <Section
      id="passkeys"
      title="Passkeys"
      description="Sign in with the fingerprint, the face or the PIN of your device instead of a password: two clicks, and nothing to remember or to give away."
    >
      {canManage ? (
        <div className="grid gap-4">
          <PasskeyTable passkeys={passkeys} timeZone={timeZone} />
          {passkeys.length < mostPasskeys ? <AddPasskey /> : null}
        </div>
      ) : (
        <p>
          You came in by your organisation’s single sign-on. Sign in with your password or a passkey
          to see and change them.
        </p>
      )}
    </Section>
  )
}

function PasskeyTable({ passkeys, timeZone }: Omit<PasskeysSectionProps, 'canManage'>) {
  if (passkeys.length === 0) return <p>You have none yet.</p>
  return (
    <Card isPadded={false}>
      <DataTable
        caption="Your passkeys"
        rows={passkeys}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: ({ id, name }) => (
              <Link to={passkeyPath(id)} prefetch="none" className="link">
                {name}
              </Link>
            ),
          },
          {
            key: 'added',
            header: 'Added',
            cell: ({ createdAt }) => <Instant at={createdAt} timeZone={timeZone} />,
          },
          {
            key: 'used',
            header: 'Last used',
            cell: ({ lastUsedAt }) =>
              lastUsedAt ? <Instant at={lastUsedAt} timeZone={timeZone} /> : 'Never',
          },
          { key: 'kept', header: 'Kept', cell: ({ isBackedUp }) => keptWords(isBackedUp) },
        ]}
      />
    </Card>
  )
}

/** The way to a new passkey; leads to the account's page once it is there. */
export function AddPasskey() {
  return (
    <>
      <PasskeyButton
        act="make"
        label="Add a passkey"
        challengePath={passkeysChallengePath()}
        answerPath={passkeysPath()}
      />
      <noscript>
        <p className="text-muted">Adding a passkey needs JavaScript, which is off here.</p>
      </noscript>
    </>
  )
}
