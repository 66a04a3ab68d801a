import type { ReactNode } from 'react'
import type { HeldList, HeldReview, HeldTask, Holdings as Held } from '~/domain/access/hand-over'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { reviewPath, taskPath } from '~/domain/shared/paths'
import { Disclosure } from '../primitives/disclosure'
import { TextLink } from '../primitives/text-link'
import { Day } from '../primitives/time'

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

/** Whether there is nothing to hand over. */
export function holdsNothing(held: Held): boolean {
  const lists = [
    ...[held.personalTasks, held.roleTasks, held.draftTasks, held.reviews],
    ...[held.attendance, held.decisions, held.signedDecisions],
  ]
  return held.ownerRoles.length === 0 && lists.every(({ total }) => total === 0)
}

/** Everything somebody holds, kind by kind, with how many there are and the first ten of each. */
export function Holdings({ held, today }: { held: Held; today: CalendarDate }) {
  if (holdsNothing(held)) {
    return <p className="text-muted">Nothing: no open tasks, owner roles, reviews or decisions.</p>
  }
  return (
    <div className="grid gap-1">
      <Roles roles={held.ownerRoles} />
      <Tasks list={held.roleTasks} noun="through an owner role" {...{ today }} />
      <Tasks list={held.personalTasks} noun="given to them by name" {...{ today }} />
      <Ties {...held} />
      <Tasks list={held.draftTasks} noun="by name in plans not launched yet" {...{ today }} />
      <Reviews list={held.reviews} words="to chair" {...{ today }} />
      <Reviews list={held.attendance} words="to attend" {...{ today }} />
      <Decisions list={held.decisions} words="to see to, in reviews that are not signed" />
      <Decisions
        list={held.signedDecisions}
        words="of signed reviews that never became a task; they stay as they were signed"
      />
      {held.contactLinkCount > 0 ? (
        <p className="pl-5">
          {counted(held.contactLinkCount, 'link')} in their mails; they stop working.
        </p>
      ) : null}
    </div>
  )
}

function Roles({ roles }: { roles: Held['ownerRoles'] }) {
  if (roles.length === 0) return null
  return (
    <Disclosure summary={counted(roles.length, 'owner role')} isOpen>
      <ul className="list-disc space-y-1 pl-5">
        {roles.map((role) => (
          <li key={role.id}>
            {role.as === 'holder' ? `Holder of ${role.name}` : `Backup of ${role.name}`}
            <span className="text-muted">{otherWords(role)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function otherWords({ as, otherName }: Held['ownerRoles'][number]): string {
  if (as === 'backup') return ''
  return otherName
    ? `; the backup is ${otherName}`
    : '; there is no backup, so without a successor its tasks are nobody’s'
}

function Ties({ recurringCount, linkedCount }: Held) {
  const words = [
    recurringCount > 0 ? `${recurringCount} of these tasks come round again` : '',
    linkedCount > 0 ? `${linkedCount} are linked to other tasks` : '',
  ].filter(Boolean)
  if (words.length === 0) return null
  return (
    <p className="pl-5 text-sm text-muted">
      {words.join(', ')}; their later times and links go along.
    </p>
  )
}

function More({ list }: { list: HeldList<unknown> }) {
  const more = list.total - list.first.length
  return more > 0 ? <li className="text-muted">and {more} more</li> : null
}

function List<Item extends { id: string }>({
  list,
  summary,
  children,
}: {
  list: HeldList<Item>
  summary: string
  children: (item: Item) => ReactNode
}) {
  if (list.total === 0) return null
  return (
    <Disclosure summary={summary}>
      <ul className="list-disc space-y-1 pl-5">
        {list.first.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
        <More list={list} />
      </ul>
    </Disclosure>
  )
}

function Tasks({
  list,
  noun,
  today,
}: {
  list: HeldList<HeldTask>
  noun: string
  today: CalendarDate
}) {
  return (
    <List list={list} summary={`${counted(list.total, 'open task')} ${noun}`}>
      {(task) => (
        <>
          <TextLink to={taskPath(task.id)}>{task.action}</TextLink>
          <span className="text-muted">
            {' '}
            #{task.reference}, {task.planTitle}, due <Day date={task.dueOn} today={today} isShort />
          </span>
        </>
      )}
    </List>
  )
}

function Reviews({
  list,
  words,
  today,
}: {
  list: HeldList<HeldReview>
  words: string
  today: CalendarDate
}) {
  return (
    <List list={list} summary={`${counted(list.total, 'review')} ${words}`}>
      {(review) => (
        <>
          <TextLink to={reviewPath(review.id)}>{review.title}</TextLink>
          <span className="text-muted">
            {' '}
            on <Day date={review.scheduledOn} today={today} isShort />
          </span>
        </>
      )}
    </List>
  )
}

function Decisions({ list, words }: { list: Held['decisions']; words: string }) {
  return (
    <List list={list} summary={`${counted(list.total, 'decision')} ${words}`}>
      {(decision) => (
        <>
          {decision.text}
          <span className="text-muted">
            {' '}
            in <TextLink to={reviewPath(decision.reviewId)}>{decision.reviewTitle}</TextLink>
          </span>
        </>
      )}
    </List>
  )
}
