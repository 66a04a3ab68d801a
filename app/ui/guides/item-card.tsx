import type { ReactNode } from 'react'
import {
  cadenceLabel,
  type Cadence,
  type Priority,
  type Stage,
  type Track,
} from '~/domain/shared/vocabulary'
import { horizonLabel } from '~/domain/tasks/plan-grouping'
import { FrameworkRefs } from '../frameworks/framework-refs'
import { Badge } from '../primitives/badge'
import { classNames } from '../primitives/class-names'
import { Icon } from '../primitives/icon'
import { PriorityMark, TrackMark } from '../tasks/task-marks'
import { DetailText } from './detail-text'
import { sourceAnchor } from './guide-text'

export interface ItemCardItem {
  id: string
  action: string
  outcome: string | null
  detail?: string | null
  stage: Stage
  horizonDays: number | null
  track: Track | null
  priority: Priority | null
  ownerRoleName: string | null
  /** Why this role is proposed; null once the guide or a person settled it. */
  ownerRoleProposal: string | null
  /** What the importer had to guess, as sentences. */
  guesses: readonly string[]
  cadence?: Cadence | null
  frameworkRefs?: readonly string[]
  isDropped: boolean
  /** Whether the guide's text has a mark for it; an item somebody added has none. */
  hasSource: boolean
}

interface ItemCardProps {
  item: ItemCardItem
  /** The item that the text shows. */
  isActive?: boolean
  /** Where "Show in the guide" leads; by default to the mark on the same page. */
  sourceTo?: string
  /** Edit, drop or restore: forms and links. */
  actions?: ReactNode
  /** Leaves the horizon out, where the cards stand under a heading that says it. */
  isHorizonHidden?: boolean
}

/** The id of a card, for links back from a form. */
export const itemAnchor = (itemId: string) => `item-${itemId}`

/** One item read out of a guide, beside the guide's text. */
export function ItemCard({ item, isActive, sourceTo, actions, isHorizonHidden }: ItemCardProps) {
  return (
    <article
      id={itemAnchor(item.id)}
      className={classNames('card item-card p-3.5', isActive && 'is-active')}
      aria-label={item.action}
    >
      <div className="flex items-start justify-between gap-3">
        <h3 className={item.isDropped ? 'font-semibold text-muted line-through' : 'font-semibold'}>
          {item.action}
        </h3>
        {item.isDropped ? <Badge icon="cancelled">Dropped</Badge> : null}
      </div>
      {item.isDropped ? null : <ItemBody item={item} isHorizonHidden={isHorizonHidden} />}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        {item.hasSource ? (
          <a
            className="link inline-flex min-h-6 items-center text-sm"
            href={sourceTo ?? `#${sourceAnchor(item.id)}`}
          >
            Show in the guide
            <span className="sr-only">: {item.action}</span>
          </a>
        ) : (
          <span className="text-sm text-muted">{item.isDropped ? '' : 'Added by hand'}</span>
        )}
        {actions ? <div className="flex flex-wrap items-center gap-1.5">{actions}</div> : null}
      </div>
    </article>
  )
}

function ItemBody({ item, isHorizonHidden }: Pick<ItemCardProps, 'item' | 'isHorizonHidden'>) {
  return (
    <>
      {item.outcome ? (
        <p className="mt-1">
          <span className="text-muted">Done when </span>
          {item.outcome}
        </p>
      ) : null}
      <DetailText detail={item.detail} frameworkRefs={item.frameworkRefs} />
      <div className="task-facts mt-2">
        {isHorizonHidden ? null : (
          <span className="task-fact">
            <Icon name="calendar" />
            {horizonLabel(item.horizonDays, item.stage)}
          </span>
        )}
        <span className="task-fact">
          <Icon name="person" />
          {item.ownerRoleName ?? 'No owner role yet'}
          {item.ownerRoleProposal ? <Badge tone="accent">Proposed</Badge> : null}
        </span>
        <TrackMark track={item.track} />
        <PriorityMark priority={item.priority} />
        {item.cadence ? (
          <span className="task-fact">
            <Icon name="recovery" />
            {cadenceLabel[item.cadence]}
          </span>
        ) : null}
      </div>
      {item.frameworkRefs && item.frameworkRefs.length > 0 ? (
        <div className="mt-2">
          <FrameworkRefs refs={item.frameworkRefs} />
        </div>
      ) : null}
      {item.ownerRoleProposal ? (
        <p className="mt-1 text-sm text-muted">{item.ownerRoleProposal}</p>
      ) : null}
      {item.guesses.length > 0 ? (
        <ul className="mt-2 space-y-1 text-sm text-warn">
          {item.guesses.map((guess) => (
            <li key={guess} className="flex gap-1.5">
              <Icon name="warning" className="mt-0.5" />
              <span>
                <span className="font-medium">Read with a guess: </span>
                {guess}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
