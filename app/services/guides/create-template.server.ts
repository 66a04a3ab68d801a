import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { TemplateTitleInput } from '~/domain/guides/templates/template-title-input'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'

/**
 * Begins a template from scratch: a title without a guide and without items, which are added one by
 * one. The same form sent twice (`templateId`) begins one.
 *
 * @returns the template's id
 */
export async function createTemplate(
  actor: Actor,
  { title, templateId }: TemplateTitleInput,
): Promise<string> {
  ensureCan(actor, 'guide:import')
  const { organisationId, personId } = actor
  return transaction(async (tx) => {
    // One at a time in an organisation, so that a form sent twice finds what it made.
    await tx.$queryRaw`
      select id::text from organisation where id = ${organisationId}::uuid for update`
    const { id, isKnown } = await claimTemplateId(tx, actor, templateId)
    if (isKnown) return id
    await tx.planTemplate.create({
      data: { id, organisationId, title, warnings: [], createdAt: now(), createdById: personId },
    })
    await recordActivity(tx, actor, {
      type: 'template.created',
      payload: { templateId: id, title },
    })
    return id
  })
}

/**
 * The id a new template gets: the form's, unless that is taken; known where this organisation's own
 * template has it, since the form was then sent before.
 */
export async function claimTemplateId(
  tx: Transaction,
  actor: Actor,
  wanted: string | null | undefined,
): Promise<{ id: string; isKnown: boolean }> {
  const earlier = wanted ? await tx.planTemplate.findUnique({ where: { id: wanted } }) : null
  if (earlier?.organisationId === actor.organisationId) return { id: earlier.id, isKnown: true }
  return { id: wanted && !earlier ? wanted : newId(), isKnown: false }
}
