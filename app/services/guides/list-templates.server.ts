import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { TemplateListItem } from '~/domain/guides/templates/template-views'
import type { PageOf } from '~/domain/plans/plan-views'
import { read } from '~/infra/database/read.server'
import { hasNewerVersion } from './template-items.server'

const pageSize = 50

interface Row extends TemplateListItem {
  all: number
}

/** The organisation's imported guides, the newest first, with counts for the shown page. */
export async function listTemplates(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<PageOf<TemplateListItem>> {
  ensureCan(actor, 'guide:read')
  const rows = await read<Row[]>`
    select t.id::text, t.title, g.file_name as "fileName", t.created_at as "createdAt",
           case when t.saved_from_plan_id is not null then 'plan'
                when g.id is null then 'scratch'
                when g.library_key is not null then 'library'
                else 'document' end as origin,
           p.name as "importedByName", (count(*) over ())::int as "all",
           ${hasNewerVersion} as "hasNewer",
           (select count(*) from template_item i
             where i.template_id = t.id and i.dropped_at is null)::int as "itemCount",
           (select count(*) from template_item i
             where i.template_id = t.id and i.dropped_at is not null)::int as "droppedCount",
           (select count(*) from plan
             where plan.template_id = t.id and plan.organisation_id = t.organisation_id
               and plan.cancelled_at is null)::int as "planCount"
      from plan_template t
      left join guide_revision g on g.id = t.guide_revision_id
      left join person p on p.id = t.created_by_id
     where t.organisation_id = ${actor.organisationId}::uuid
     order by t.created_at desc, t.id
     limit ${pageSize} offset ${(page - 1) * pageSize}`
  const total = rows[0]?.all ?? 0
  return {
    items: rows.map(({ all: _all, ...item }) => item),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
  }
}
