import type { PasskeyListItem } from '~/domain/access/passkey'
import { DescriptionList } from '~/ui/primitives/description-list'
import { Instant } from '~/ui/primitives/time'

interface PasskeyFactsProps {
  passkey: PasskeyListItem
  timeZone: string
}

/** What is known of one passkey. */
export function PasskeyFacts({ passkey, timeZone }: PasskeyFactsProps) {
  const { createdAt, lastUsedAt, isBackedUp } = passkey
  return (
    <DescriptionList
      items={[
        { term: 'Added', value: <Instant at={createdAt} timeZone={timeZone} /> },
        {
          term: 'Last used',
          value: lastUsedAt ? <Instant at={lastUsedAt} timeZone={timeZone} /> : 'Never',
        },
        { term: 'Kept', value: keptWords(isBackedUp) },
      ]}
    />
  )
}

/** Where a passkey is, as far as its device says. */
export const keptWords = (isBackedUp: boolean): string =>
  isBackedUp ? 'Synchronised between your devices' : 'On one device'
