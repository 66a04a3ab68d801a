import type { HorizonCount, LibraryListItem } from '~/domain/guides/templates/library-views'
import { libraryGuidePath } from '~/domain/shared/paths'
import { Badge } from '../primitives/badge'
import { ListLink } from '../primitives/text-link'
import { LibraryUse } from './library-use'

interface LibraryCardProps {
  guide: LibraryListItem
  canImport: boolean
}

/** One guide of the library: what it is about, how much is in it, and the way to use it. */
export function LibraryCard({ guide, canImport }: LibraryCardProps) {
  const { key, title, summary, horizons, imported } = guide
  return (
    <article className="card flex h-full flex-col p-4" aria-label={title}>
      <div className="flex items-start justify-between gap-3">
        <h2 className="text-lg font-semibold">
          <ListLink to={libraryGuidePath(key)} className="link">
            {title}
          </ListLink>
        </h2>
        {imported ? <ImportedBadge isCurrent={imported.isCurrent} /> : null}
      </div>
      <p className="mt-1 text-muted">{summary}</p>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-3">
        <HorizonCounts horizons={horizons} />
        <div className="flex flex-wrap gap-2">
          <LibraryUse guide={guide} canImport={canImport} isInList />
        </div>
      </div>
    </article>
  )
}

/** Whether the organisation has the guide, and has it as it is today. */
export function ImportedBadge({ isCurrent }: { isCurrent: boolean }) {
  return isCurrent ? (
    <Badge tone="good" icon="check">
      Imported
    </Badge>
  ) : (
    <Badge tone="info" icon="info">
      Changed since
    </Badge>
  )
}

/** "4 first steps · 6 in 30 days · 9 in 90 days". */
export function HorizonCounts({ horizons }: { horizons: readonly HorizonCount[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm text-muted">
      {horizons.map(({ key, label, count }) => (
        <li key={key} className="tabular">
          <span className="font-semibold text-ink">{count}</span>{' '}
          {key === 'first-steps' ? label.toLowerCase() : `in ${label}`}
        </li>
      ))}
    </ul>
  )
}
