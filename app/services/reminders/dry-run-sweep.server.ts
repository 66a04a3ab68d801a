import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { LedgerKind } from '~/domain/reminders/ledger'
import { planSweep } from '~/domain/reminders/sweep'
import { now } from '~/infra/clock.server'
import { listSweptOrganisationIds, loadSweep } from './load-sweep.server'

/** A message that a sweep would make. */
export interface PlannedDigest {
  organisationName: string
  toName: string
  toAddress: string
  onDate: CalendarDate
  subject: string
  /** What it answers, task by task; the manager's summary has none. */
  lines: { kind: LedgerKind; action: string | null; dueOn: CalendarDate | null }[]
}

/** What a sweep at `at` would send to whom. Reads only. */
export async function dryRunSweep({ at = now() }: { at?: Date } = {}): Promise<PlannedDigest[]> {
  const planned: PlannedDigest[] = []
  for (const organisationId of await listSweptOrganisationIds()) {
    const sweep = await loadSweep(organisationId, at)
    if (!sweep) continue
    const tasks = new Map(sweep.tasks.map((task) => [task.id, task]))
    const people = new Map(sweep.people.map((person) => [person.id, person]))
    for (const digest of planSweep(sweep).digests) {
      const person = people.get(digest.personId)!
      planned.push({
        organisationName: sweep.organisation.name,
        toName: person.name,
        toAddress: person.email,
        onDate: digest.onDate,
        subject: digest.subject,
        lines: digest.ledger.map(({ kind, taskId }) => {
          const task = taskId === null ? undefined : tasks.get(taskId)
          return { kind, action: task?.action ?? null, dueOn: task?.dueOn ?? null }
        }),
      })
    }
  }
  return planned
}
