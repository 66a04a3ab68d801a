import type { LibraryItem, LibraryItemGroup } from '~/domain/guides/templates/library-views'
import { FrameworkRefs } from '../frameworks/framework-refs'
import { Section } from '../primitives/card'
import { Icon } from '../primitives/icon'
import { TrackMark } from '../tasks/task-marks'
import { DetailText } from './detail-text'

/** What a guide of the library asks to be done, under its horizons. */
export function LibraryItems({ groups }: { groups: readonly LibraryItemGroup[] }) {
  return groups.map(({ key, label, items }) => (
    <Section key={key} title={label} note={items.length === 1 ? '1 item' : `${items.length} items`}>
      <ol className="card divide-y divide-line">
        {items.map((item) => (
          <li key={item.action} className="px-4 py-3">
            <Item item={item} />
          </li>
        ))}
      </ol>
    </Section>
  ))
}

function Item({ item }: { item: LibraryItem }) {
  const { action, outcome, detail, owners, track, frameworkRefs } = item
  return (
    <>
      <h3 className="font-semibold">{action}</h3>
      {outcome ? (
        <p className="mt-0.5">
          <span className="text-muted">Done when </span>
          {outcome}
        </p>
      ) : null}
      <DetailText detail={detail} frameworkRefs={frameworkRefs} />
      <div className="task-facts mt-1">
        {owners.length > 0 ? (
          <span className="task-fact">
            <Icon name="person" />
            {owners.join(', ')}
          </span>
        ) : null}
        <TrackMark track={track} />
      </div>
      {frameworkRefs.length > 0 ? (
        <div className="mt-2">
          <FrameworkRefs refs={frameworkRefs} />
        </div>
      ) : null}
    </>
  )
}
