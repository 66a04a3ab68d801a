/**
 * A decision of a review: what was decided, who sees to it, by when. It can become a task, once.
 *
 *     taskFromDecision({ text: 'Buy a second backup line.\nTwo offers first.', … })
 *     // { action: 'Buy a second backup line.', detail: 'Buy a second backup line.\nTwo offers first.', … }
 */
import { z } from 'zod'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { Invalid } from '~/domain/shared/errors'
import { optionalDate, optionalId, requiredText } from '~/domain/tasks/text-input'

export interface Decision {
  id: string
  reviewId: string
  text: string
  ownerPersonId: string | null
  dueOn: CalendarDate | null
  /** The task made from it, if any; not part of what is signed. */
  taskId: string | null
}

export const DecisionInput = z.object({
  text: requiredText('The decision', 2_000),
  ownerPersonId: optionalId,
  dueOn: optionalDate,
})
export type DecisionInput = z.infer<typeof DecisionInput>

/** The longest action a decision is turned into; the whole text stays as the detail. */
const maxActionCharacters = 200

/** The fields of the task a decision becomes. Throws Invalid when it became one already. */
export function taskFromDecision(decision: Decision): {
  action: string
  detail: string | null
  assigneeId: string | null
  dueOn: CalendarDate | null
} {
  if (decision.taskId) {
    throw new Invalid('already-a-task', 'This decision was made a task already; open that task.')
  }
  const action = shorten(decision.text.split('\n')[0] ?? decision.text)
  return {
    action,
    detail: action === decision.text ? null : decision.text,
    assigneeId: decision.ownerPersonId,
    dueOn: decision.dueOn,
  }
}

/** Cuts at a space, and never inside a character that takes two code units. */
function shorten(line: string): string {
  const characters = [...line]
  if (characters.length <= maxActionCharacters) return line
  const head = characters.slice(0, maxActionCharacters - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${space > 0 ? head.slice(0, space) : head}…`
}
