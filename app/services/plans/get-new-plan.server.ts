import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { defaultStart } from '~/domain/plans/default-start'
import type { NewPlanView } from '~/domain/plans/plan-views'
import { isId } from '~/domain/shared/ids'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { newId } from '~/infra/ids.server'
import { hasNewerVersion } from '../guides/template-items.server'
import { getOrganisation } from '../organisations/get-organisation.server'

/** Guides that the start of a plan offers: the newest, and the one it was reached from. */
const offeredTemplates = 200

/** What the form that starts a plan begins with: of a guide with several versions the newest. */
export async function getNewPlan(actor: Actor, templateId: string | null): Promise<NewPlanView> {
  ensureCan(actor, 'plan:start')
  const { calendar, today } = await getOrganisation(db(), actor.organisationId)
  const chosen = isId(templateId) ? templateId : null
  const templates = await read<NewPlanView['templates']>`
    select t.id::text, t.title,
           ${hasNewerVersion} as "hasNewer",
           (select count(*) from template_item i
             where i.template_id = t.id and i.dropped_at is null)::int as "itemCount"
      from plan_template t
     where t.organisation_id = ${actor.organisationId}::uuid
     order by t.id = ${chosen}::uuid desc nulls last, t.created_at desc
     limit ${offeredTemplates}`
  const template = templates.find(({ id }) => id === chosen)
  return {
    planId: newId(),
    templates: templates.filter(
      ({ id, itemCount, hasNewer }) => (itemCount > 0 && !hasNewer) || id === chosen,
    ),
    templateId: template?.id ?? null,
    title: template?.title ?? '',
    startsOn: defaultStart(today, calendar),
    today,
  }
}
