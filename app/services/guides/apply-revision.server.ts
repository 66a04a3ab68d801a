import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { isWork } from '~/domain/guides/revisions/apply-revision'
import type { RevisionApplyInput } from '~/domain/guides/revisions/revision-inputs'
import type { RevisionOutcome } from '~/domain/guides/revisions/revision-views'
import { Conflict, NotFound } from '~/domain/shared/errors'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { adoptRevision } from './adopt-revision.server'
import { applyRevisionToPlan } from './apply-revision-to-plan.server'
import { loadRevision, type LoadedRevision } from './load-revision.server'
import { getGuideVersion } from './revision-items.server'
import {
  listConcernedPlans,
  planRevision,
  seenLines,
  type ConcernedPlan,
} from './revision-plans.server'

/** Which lines and plans: those of a form with what it showed, or all there are. */
export type RevisionChoice = RevisionApplyInput | { previousId: string; isEverything: true }

/**
 * Takes a guide's later version over as the one that goes on from the earlier, and brings the chosen
 * plans to it: all of it or nothing. Twice changes nothing.
 *
 * @returns what was done
 * @throws NotFound for a guide or plan that is not there
 * @throws Conflict when something stands otherwise than the form showed it
 */
export function applyRevision(
  actor: Actor,
  { templateId, ...choice }: RevisionApplyInput & { templateId: string },
): Promise<RevisionOutcome> {
  return transaction((tx) => applyRevisionIn(tx, actor, templateId, choice))
}

/** The same in a transaction that is under way. */
export async function applyRevisionIn(
  tx: Transaction,
  actor: Actor,
  templateId: string,
  choice: RevisionChoice,
): Promise<RevisionOutcome> {
  ensureCan(actor, 'guide:import')
  await lockOrganisation(tx, actor)
  const settings = await getOrganisation(tx, actor.organisationId)
  const load = async () => {
    const after = await getGuideVersion(tx, actor, templateId)
    return loadRevision(tx, actor, { after, previousId: choice.previousId })
  }
  const shown = await load()
  const plans = await lockPlans(tx, shown, choice)
  await ensureSeen(tx, { shown, plans, choice, settings })
  const taken = new Set('taken' in choice ? choice.taken : [])
  if (!shown.isAdopted) await adoptRevision(tx, actor, shown, taken)
  const revision = shown.isAdopted ? shown : await load()
  const lines = new Set('lines' in choice ? choice.lines : [])
  const isChosen = (key: string) => 'isEverything' in choice || lines.has(key)
  const outcome: RevisionOutcome = { isAdopted: !shown.isAdopted, plans: [] }
  for (const plan of plans) {
    const planChoice = { plan, settings, choice: { isChosen, taken } }
    outcome.plans.push(await applyRevisionToPlan(tx, actor, revision, planChoice))
  }
  return outcome
}

/** One import or revision at a time in an organisation; the references of its tasks need the row too. */
async function lockOrganisation(tx: Transaction, { organisationId }: Actor): Promise<void> {
  await tx.$queryRaw`
    select id::text from organisation where id = ${organisationId}::uuid for update`
}

/** The chosen plans, locked with their tasks: what is decided about them still holds when it is written. */
async function lockPlans(
  tx: Transaction,
  revision: LoadedRevision,
  choice: RevisionChoice,
): Promise<ConcernedPlan[]> {
  const { organisationId } = revision.after
  const concerned = await listConcernedPlans(tx, revision)
  const chosen =
    'plans' in choice
      ? choice.plans.filter(({ isChosen }) => isChosen)
      : concerned.map(({ id }) => ({ planId: id }))
  for (const { planId } of chosen) {
    await tx.$queryRaw`
      select id::text from plan
       where id = ${planId}::uuid and organisation_id = ${organisationId}::uuid for update`
    await tx.$queryRaw`
      select id::text from task
       where plan_id = ${planId}::uuid and organisation_id = ${organisationId}::uuid
       order by id for update`
  }
  const locked = new Map((await listConcernedPlans(tx, revision)).map((plan) => [plan.id, plan]))
  return chosen.map(({ planId }) => {
    const plan = locked.get(planId)
    if (!plan) throw new NotFound('plan of this guide')
    return plan
  })
}

interface Shown {
  shown: LoadedRevision
  plans: readonly ConcernedPlan[]
  choice: RevisionChoice
  settings: Parameters<typeof planRevision>[3]
}

/**
 * Nothing is applied that the form did not show. Where nothing of what was asked for is left to do,
 * an old form is no conflict.
 */
async function ensureSeen(
  tx: Transaction,
  { shown, plans, choice, settings }: Shown,
): Promise<void> {
  if ('isEverything' in choice) return
  if (!shown.isAdopted && seenLines(shown.lines) !== choice.seen) throw stale(shown.after.title)
  const chosen = new Set(choice.lines)
  for (const plan of plans) {
    const { effects, seen } = await planRevision(tx, shown, plan, settings)
    const isLeft =
      plan.templateId !== shown.after.id ||
      [...effects].some(([key, list]) => chosen.has(key) && list.some(isWork))
    const form = choice.plans.find(({ planId }) => planId === plan.id)
    if (isLeft && form?.seen !== seen) throw stale(plan.title)
  }
}

const stale = (title: string) =>
  new Conflict(
    `“${title}” was changed since you opened this page, so nothing was applied. The page shows what stands now; look at it, then apply again.`,
    {},
  )
