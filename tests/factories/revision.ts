import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { RevisionView } from '~/domain/guides/revisions/revision-views'
import { db } from '~/infra/database/database.server'
import { applyRevision } from '~/services/guides/apply-revision.server'
import { getRevision } from '~/services/guides/get-revision.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { launchPlan } from '~/services/plans/launch-plan.server'
import { startPlan } from '~/services/plans/start-plan.server'

/** A guide of five items. */
export const firstText = `Lost laptops in small practices
A lost laptop is a breach until somebody proves that it was encrypted.
30-day action plan: close the obvious gaps
| Owner | Action | Outcome |
|---|---|---|
| IT Manager | List every laptop | Nobody has to guess what is missing |
| HR | Collect the signed rules | One binder holds them |
| IT Manager | Lock the store room | Only two people have a key |
90-day improvement plan: make it last
- Prevention: Encrypt every disk and write down when.
- Governance: Report the list to the board every quarter.
`

/** The same a year later: one outcome changed, one item gone, one new. */
export const secondText = firstText
  .replace('Nobody has to guess what is missing', 'Nobody has to guess what is missing or lost')
  .replace(
    '| IT Manager | Lock the store room | Only two people have a key |',
    '| HR | Train the night shift | Everybody knows whom to call |',
  )

/** Items of a template by the beginning of their action. */
export async function itemOf(templateId: string, action: string) {
  return db().templateItem.findFirstOrThrow({
    where: { templateId, action: { startsWith: action } },
  })
}

/** A task of a plan by the beginning of its action. */
export async function taskOf(planId: string, action: string) {
  return db().task.findFirstOrThrow({ where: { planId, action: { startsWith: action } } })
}

/** The guide's two versions, the second not decided about, with a plan of the first. */
export async function createTwoVersions(
  actor: Actor,
  {
    isLaunched = true,
    between = async () => {},
  }: {
    isLaunched?: boolean
    /** What people do before the second version comes. */
    between?: (ids: { firstId: string; planId: string }) => Promise<void>
  } = {},
): Promise<{ firstId: string; secondId: string; planId: string }> {
  const { templateId: firstId } = await importGuide(actor, { text: firstText })
  const planId = await createPlanOf(actor, firstId, { isLaunched })
  await between({ firstId, planId })
  const { templateId: secondId } = await importGuide(actor, { text: secondText })
  return { firstId, secondId, planId }
}

/** A plan of a guide that starts on Monday 23 Nov 2026. */
export async function createPlanOf(
  actor: Actor,
  templateId: string,
  { isLaunched = true, title = null }: { isLaunched?: boolean; title?: string | null } = {},
): Promise<string> {
  const startsOn = calendarDate('2026-11-23')
  const planId = await startPlan(actor, { templateId, title, startsOn })
  if (isLaunched) {
    const { version } = await db().plan.findUniqueOrThrow({ where: { id: planId } })
    await launchPlan(actor, { planId, version })
  }
  return planId
}

/** The form of the page as it comes: every line and plan ticked. */
export const formOf = (view: RevisionView) => ({
  templateId: view.after.templateId,
  previousId: view.before?.templateId ?? '',
  seen: view.seen,
  lines: view.lines.map(({ key }) => key),
  taken: [] as string[],
  plans: view.plans.map(({ id, seen }) => ({ planId: id, seen, isChosen: true })),
})

/** Looks at the page and applies all of it. */
export async function applyAll(actor: Actor, templateId: string) {
  return applyRevision(actor, formOf(await getRevision(actor, templateId)))
}
