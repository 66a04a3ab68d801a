import {
  planSweep,
  type SweepDigest,
  type SweepPerson,
  type SweepResult,
} from '~/domain/reminders/sweep'
import type { RenderedEmail } from '~/infra/email-rendering.server'
import { newToken } from '~/infra/ids.server'
import { listPlanSummaries } from './list-plan-summaries.server'
import type { LoadedSweep } from './load-sweep.server'
import { renderDigest } from './render-digest.server'

/** A digest that is decided and rendered, not written yet. */
export interface ComposedDigest {
  digest: SweepDigest
  person: SweepPerson
  parts: RenderedEmail
  /** What the link of a contact's digest opens with; null for everybody else. */
  linkToken: string | null
}

/**
 * Decides a sweep and renders its messages, outside of any transaction: on the embedded database
 * everybody else would wait for it.
 */
export async function composeDigests(
  sweep: LoadedSweep,
): Promise<{ result: SweepResult; composed: ComposedDigest[] }> {
  const { organisation, people, tasks } = sweep
  const result = planSweep(sweep)
  const details = new Map(tasks.map((task) => [task.id, task]))
  const byId = new Map(people.map((person) => [person.id, person]))
  const composed: ComposedDigest[] = []
  for (const digest of result.digests) {
    const person = byId.get(digest.personId)!
    const hasSummary = digest.sections.some(({ kind }) => kind === 'summary')
    const planSummaries = hasSummary ? await listPlanSummaries(organisation.id, digest.onDate) : []
    const linkToken = person.isContact ? newToken() : null
    const words = { person, organisation, digest, details, planSummaries, linkToken }
    composed.push({ digest, person, parts: await renderDigest(words), linkToken })
  }
  return { result, composed }
}
