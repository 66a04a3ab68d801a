import type { Actor } from '~/domain/access/actor'
import type { TemplateItemView, TemplateWarning } from '~/domain/guides/templates/template-views'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { readIn } from '~/infra/database/read.server'

const columns = Prisma.sql`
  i.id::text, i.stage, i.horizon_days as "horizonDays", i.track::text, i.priority::text, i.action,
  i.outcome, i.detail, i.due_on::text as "dueOn", coalesce(i.owners, array[]::text[]) as owners, i.owner_role_id::text as "ownerRoleId",
  r.name as "ownerRoleName", i.owner_role_proposal as "ownerRoleProposal",
  coalesce(i.guesses, array[]::text[]) as guesses,
  coalesce(i.framework_refs, array[]::text[]) as "frameworkRefs", i.cadence,
  i.dropped_at is not null as "isDropped", i.source_start as "sourceStart",
  i.source_end as "sourceEnd", i.version`

/** Whether a later version of its guide goes on from a template, which the query calls `t`. */
export const hasNewerVersion = Prisma.sql`
  exists (select 1 from plan_template newer
           where newer.previous_template_id = t.id
             and newer.organisation_id = t.organisation_id)`

/** Every item of a template in the guide's order, dropped ones included. */
export function listTemplateItems(
  tx: Transaction,
  template: { id: string; organisationId: string },
): Promise<TemplateItemView[]> {
  return readIn(tx)<TemplateItemView[]>`
    select ${columns} from template_item i left join owner_role r on r.id = i.owner_role_id
     where i.template_id = ${template.id}::uuid
       and i.organisation_id = ${template.organisationId}::uuid
     order by i.position, i.id`
}

/** An item with the title of its template. @throws NotFound */
export async function getItem(
  tx: Transaction,
  actor: Actor,
  { templateId, itemId }: { templateId: string; itemId: string },
): Promise<TemplateItemView & { templateTitle: string }> {
  const [item] =
    isId(templateId) && isId(itemId)
      ? await readIn(tx)<(TemplateItemView & { templateTitle: string })[]>`
          select ${columns}, t.title as "templateTitle"
            from template_item i
            join plan_template t on t.id = i.template_id
            left join owner_role r on r.id = i.owner_role_id
           where i.id = ${itemId}::uuid and i.template_id = ${templateId}::uuid
             and i.organisation_id = ${actor.organisationId}::uuid`
      : []
  if (!item) throw new NotFound('item in this guide')
  return item
}

/** A template's title, its guide's text and the remarks about it. @throws NotFound */
export async function getTemplateText(tx: Transaction, actor: Actor, templateId: string) {
  const template = isId(templateId)
    ? await tx.planTemplate.findFirst({
        where: { id: templateId, organisationId: actor.organisationId },
        select: { title: true, warnings: true, revision: { select: { text: true } } },
      })
    : null
  if (!template) throw new NotFound('guide')
  return {
    title: template.title,
    text: template.revision?.text ?? '',
    remarks: template.warnings as unknown as TemplateWarning[],
  }
}

/** @throws NotFound when the role is not one of this organisation's */
export async function ensureOwnerRole(
  tx: Transaction,
  actor: Actor,
  ownerRoleId: string | null,
): Promise<void> {
  if (ownerRoleId === null) return
  const where = { id: ownerRoleId, organisationId: actor.organisationId }
  if ((await tx.ownerRole.count({ where })) === 0) throw new NotFound('owner role')
}
