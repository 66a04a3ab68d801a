import type { Actor } from '~/domain/access/actor'
import { listSuggestions, type RunningTask } from '~/domain/guides/suggestions/list-suggestions'
import type { Suggestion } from '~/domain/guides/suggestions/suggestion'
import type { TemplateItemView } from '~/domain/guides/templates/template-views'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { readIn } from '~/infra/database/read.server'
import { isUnfinished } from '../tasks/task-list.server'
import { listTemplateItems } from './template-items.server'

/** Unfinished tasks that items are compared with; the newest ones, where there are more. */
const mostTasks = 1_000

export interface SuggestibleTemplate {
  id: string
  organisationId: string
  title: string
  /** The guide's text; empty for a template without one. */
  text: string
  dismissedSuggestions: string[]
}

/**
 * A template, locked: two forms about its suggestions pass one after the other.
 *
 * @throws NotFound
 */
export async function lockTemplate(
  tx: Transaction,
  actor: Actor,
  templateId: string,
): Promise<SuggestibleTemplate> {
  const [template] = isId(templateId)
    ? await readIn(tx)<SuggestibleTemplate[]>`
        select t.id::text, t.organisation_id::text as "organisationId", t.title,
               coalesce(r.text, '') as text,
               coalesce(t.dismissed_suggestions, array[]::text[]) as "dismissedSuggestions"
          from plan_template t left join guide_revision r on r.id = t.guide_revision_id
         where t.id = ${templateId}::uuid and t.organisation_id = ${actor.organisationId}::uuid
           for update of t`
    : []
  if (!template) throw new NotFound('guide')
  return template
}

/** Every suggestion for the items as they are now, dismissed ones included, with those items. */
export async function readSuggestions(
  tx: Transaction,
  template: SuggestibleTemplate,
): Promise<{ suggestions: Suggestion[]; items: TemplateItemView[] }> {
  const items = await listTemplateItems(tx, template)
  return { items, suggestions: await suggestFor(tx, template, items) }
}

/** The suggestions for items that were read already. */
export async function suggestFor(
  tx: Transaction,
  template: Pick<SuggestibleTemplate, 'id' | 'organisationId' | 'text'>,
  items: readonly TemplateItemView[],
): Promise<Suggestion[]> {
  const kept = items.filter(({ isDropped }) => !isDropped)
  if (kept.length === 0) return []
  const { id, organisationId, text } = template
  const roles = await tx.ownerRole.findMany({
    where: { organisationId },
    orderBy: { position: 'asc' },
  })
  // A plan that this guide, or another version of it, was started as has its items already.
  const tasks = await listRunningTasks(
    tx,
    organisationId,
    Prisma.sql`(p.template_id is null or p.template_id not in (
        select relative.id from plan_template own
          left join guide_revision r on r.id = own.guide_revision_id
          left join guide_revision other on other.guide_id = r.guide_id
          join plan_template relative
            on relative.id = own.id or relative.guide_revision_id = other.id
         where own.id = ${id}::uuid))
      and p.id not in (select saved_from_plan_id from plan_template
                        where id = ${id}::uuid and saved_from_plan_id is not null)`,
  )
  return listSuggestions({ items: kept, text, roles, tasks })
}

/** Unfinished tasks of running plans that the condition lets through; the plan is called `p`. */
export function listRunningTasks(
  tx: Transaction,
  organisationId: string,
  condition: Prisma.Sql,
): Promise<RunningTask[]> {
  return readIn(tx)<RunningTask[]>`
    select t.id::text, t.reference, t.action, t.outcome, t.detail, p.id::text as "planId",
           p.title as "planTitle"
      from task t join plan p on p.id = t.plan_id
     where t.organisation_id = ${organisationId}::uuid and t.launched_at is not null
       and p.launched_at is not null and p.cancelled_at is null and ${isUnfinished}
       and ${condition}
     order by t.reference desc
     limit ${mostTasks}`
}
