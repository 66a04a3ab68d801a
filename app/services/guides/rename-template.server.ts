import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { TemplateRenameInput } from '~/domain/guides/templates/template-title-input'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { ensureFresh } from '~/domain/tasks/stale'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'

async function find(tx: Transaction, { organisationId }: Actor, id: string) {
  const template = isId(id)
    ? await tx.planTemplate.findFirst({
        where: { id, organisationId },
        select: { id: true, title: true, version: true },
      })
    : null
  if (!template) throw new NotFound('guide')
  return template
}

/** The title as it stands, for the form that changes it. @throws NotFound, Forbidden */
export async function getTemplateTitle(
  actor: Actor,
  templateId: string,
): Promise<{ id: string; title: string; version: number }> {
  ensureCan(actor, 'guide:import')
  return find(db(), actor, templateId)
}

/**
 * Calls a guide something else. Its text, and plans that were started from it, keep the title they
 * have. A later version of the text is recognised by what the two have in common, as under any title.
 *
 * @throws NotFound, Forbidden, Conflict when somebody changed the guide since the form was opened
 */
export async function renameTemplate(
  actor: Actor,
  { templateId, title, version }: TemplateRenameInput & { templateId: string },
): Promise<void> {
  ensureCan(actor, 'guide:import')
  await transaction(async (tx) => {
    const template = await find(tx, actor, templateId)
    if (template.title === title) return
    const describe = (row: typeof template) => ({ Title: row.title })
    ensureFresh(version, template, describe)
    const { count } = await tx.planTemplate.updateMany({
      where: { id: templateId, organisationId: actor.organisationId, version },
      data: { title, version: { increment: 1 } },
    })
    if (count === 0) ensureFresh(version, await find(tx, actor, templateId), describe)
    await recordActivity(tx, actor, {
      type: 'template.renamed',
      payload: { templateId, from: template.title, title },
    })
  })
}
