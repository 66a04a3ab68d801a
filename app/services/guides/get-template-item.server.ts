import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { frameworkChoices } from '~/domain/frameworks/framework-choices'
import { sourceSentence } from '~/domain/guides/templates/source-sentence'
import type { TemplateItemForm } from '~/domain/guides/templates/template-views'
import { db } from '~/infra/database/database.server'
import { listRoleChoices } from './get-new-item.server'
import { getItem, getTemplateText } from './template-items.server'

/** One item with what its form needs. @throws NotFound */
export async function getTemplateItem(
  actor: Actor,
  templateId: string,
  itemId: string,
): Promise<TemplateItemForm> {
  ensureCan(actor, 'guide:import')
  const { templateTitle, ...item } = await getItem(db(), actor, { templateId, itemId })
  const { text } = await getTemplateText(db(), actor, templateId)
  const source = sourceSentence(text, item.sourceStart, item.sourceEnd)
  return {
    templateId,
    templateTitle,
    item,
    source,
    roles: await listRoleChoices(actor),
    frameworks: frameworkChoices(item),
  }
}
