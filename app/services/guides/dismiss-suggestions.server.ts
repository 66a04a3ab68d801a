import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { Suggestion } from '~/domain/guides/suggestions/suggestion'
import type { SuggestionsInput } from '~/domain/guides/suggestions/suggestion-inputs'
import type { TemplateItemView } from '~/domain/guides/templates/template-views'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { claimItem } from './edit-template-item.server'
import { lockTemplate, readSuggestions } from './template-suggestions.server'

type Chosen = Pick<SuggestionsInput, 'suggestion'> & { templateId: string }

/**
 * Waves suggestions away; they stay away until somebody brings them back. An owner role that was only
 * proposed leaves its item with it. Twice changes nothing.
 *
 * @returns how many there were to wave away
 * @throws NotFound for a template that is not there
 * @throws Conflict when an item, whose proposed role it is about, was changed since the page was opened
 */
export function dismissSuggestions(
  actor: Actor,
  { templateId, suggestion: refs }: Chosen,
): Promise<number> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const template = await lockTemplate(tx, actor, templateId)
    const { suggestions, items } = await readSuggestions(tx, template)
    const away = new Set(template.dismissedSuggestions)
    const stamps = new Map(refs.map(({ key, stamp }) => [key, stamp]))
    const wanted = suggestions.filter(({ key }) => stamps.has(key) && !away.has(key))
    if (wanted.length === 0) return 0
    for (const suggestion of wanted) {
      const item = items.find(({ id }) => id === suggestion.itemId)
      if (item) await takeRoleAway(tx, actor, { suggestion, item }, stamps.get(suggestion.key))
    }
    await tx.planTemplate.updateMany({
      where: { id: template.id, organisationId: actor.organisationId },
      data: { dismissedSuggestions: { push: wanted.map(({ key }) => key) } },
    })
    await recordActivity(tx, actor, {
      type: 'template.suggestions-dismissed',
      payload: { templateId, templateTitle: template.title, count: wanted.length },
    })
    return wanted.length
  })
}

async function takeRoleAway(
  tx: Transaction,
  actor: Actor,
  { suggestion, item }: { suggestion: Suggestion; item: TemplateItemView },
  stamp: string | undefined,
): Promise<void> {
  if (suggestion.kind !== 'owner-role' || item.ownerRoleId === null) return
  await claimItem(tx, actor, item, Number(stamp), { ownerRoleId: null, ownerRoleProposal: null })
}

/** Brings suggestions back that were waved away. Twice changes nothing. Returns how many. */
export function recallSuggestions(
  actor: Actor,
  { templateId, suggestion: refs }: Chosen,
): Promise<number> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const template = await lockTemplate(tx, actor, templateId)
    const wanted = new Set(refs.map(({ key }) => key))
    const { dismissedSuggestions, title } = template
    const rest = dismissedSuggestions.filter((key) => !wanted.has(key))
    const count = dismissedSuggestions.length - rest.length
    if (count === 0) return 0
    await tx.planTemplate.updateMany({
      where: { id: template.id, organisationId: actor.organisationId },
      data: { dismissedSuggestions: rest },
    })
    await recordActivity(tx, actor, {
      type: 'template.suggestions-recalled',
      payload: { templateId, templateTitle: title, count },
    })
    return count
  })
}
