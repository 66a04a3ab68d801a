import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { frameworkRefLabel } from '~/domain/frameworks/framework-ref'
import type { Suggestion } from '~/domain/guides/suggestions/suggestion'
import type { SuggestionsInput } from '~/domain/guides/suggestions/suggestion-inputs'
import type { TemplateItemView } from '~/domain/guides/templates/template-views'
import { Invalid } from '~/domain/shared/errors'
import { cadenceWords } from '~/domain/tasks/occurrence'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { claimItem } from './edit-template-item.server'
import { splitTemplateItem } from './split-template-item.server'
import {
  lockTemplate,
  readSuggestions,
  type SuggestibleTemplate,
} from './template-suggestions.server'

/** What applying one needs. */
interface Course {
  tx: Transaction
  actor: Actor
  template: SuggestibleTemplate
  items: ReadonlyMap<string, TemplateItemView>
  drop: SuggestionsInput['drop']
}

/**
 * Takes up suggestions: all of those that are named, or none. One that is no longer made, because it
 * was taken up before or its item was changed so that it does not apply, is passed over.
 *
 * @returns how many were taken up
 * @throws NotFound for a template that is not there
 * @throws Conflict when an item was changed since the page was opened
 * @throws Invalid for one that only informs, or without the choice that it wants
 */
export async function applySuggestions(
  actor: Actor,
  { templateId, suggestion: refs, drop }: SuggestionsInput & { templateId: string },
): Promise<number> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const template = await lockTemplate(tx, actor, templateId)
    const { suggestions, items } = await readSuggestions(tx, template)
    const current = new Map(suggestions.map((suggestion) => [suggestion.key, suggestion]))
    const course: Course = {
      ...{ tx, actor, template, drop },
      items: new Map(items.map((item) => [item.id, item])),
    }
    let count = 0
    for (const { key, stamp } of refs) {
      const suggestion = current.get(key)
      if (!suggestion) continue
      current.delete(key)
      await applyOne(course, suggestion, stamp)
      count += 1
    }
    return count
  })
}

async function applyOne(course: Course, suggestion: Suggestion, stamp: string): Promise<void> {
  const { tx, actor, template, items } = course
  const [version, otherVersion] = stamp.split('.').map(Number)
  const item = items.get(suggestion.itemId)
  if (!item) return
  const change = await changeOf(course, suggestion, { item, version, otherVersion })
  await recordActivity(tx, actor, {
    type: 'template.suggestion-applied',
    payload: {
      templateId: template.id,
      templateTitle: template.title,
      itemId: change.item.id,
      action: change.item.action,
      change: change.words,
    },
  })
}

interface Stamped {
  item: TemplateItemView
  version: number | undefined
  otherVersion: number | undefined
}

interface Change {
  /** The item that is not what it was. */
  item: TemplateItemView
  /** What became of it, as a part of a sentence. */
  words: string
}

async function changeOf(
  course: Course,
  suggestion: Suggestion,
  { item, version, otherVersion }: Stamped,
): Promise<Change> {
  const { tx, actor } = course
  const claim = (columns: Parameters<typeof claimItem>[4]) =>
    claimItem(tx, actor, item, version, columns)
  switch (suggestion.kind) {
    case 'owner-role':
      await claim({ ownerRoleId: suggestion.roleId, ownerRoleProposal: null })
      return { item, words: `owner role “${suggestion.roleName}”` }
    case 'cadence':
      await claim({ cadence: suggestion.cadence })
      return { item, words: `comes round ${cadenceWords(suggestion.cadence)}` }
    case 'framework':
      await claim({ frameworkRefs: suggestion.refs })
      return { item, words: `serves ${suggestion.refs.map(frameworkRefLabel).join(', ')}` }
    case 'split': {
      const count = await splitTemplateItem(tx, actor, item, version, course.template.text)
      return { item, words: `split into ${count} items` }
    }
    case 'double':
      return dropOne(course, suggestion, { item, version, otherVersion })
    case 'overlap':
      throw new Invalid(
        'nothing-to-apply',
        'The two can be linked once a plan is started from this guide; nothing was changed.',
      )
  }
}

/** Drops one of two items that say the same; both have to be as they were seen. */
async function dropOne(
  { tx, actor, items, drop }: Course,
  { other: { id: otherId } }: Extract<Suggestion, { kind: 'double' }>,
  { item: firstStep, version, otherVersion }: Stamped,
): Promise<Change> {
  const planItem = items.get(otherId)
  if (!drop || !planItem) {
    throw new Invalid('choose-one', 'Choose which of the two is dropped; nothing was changed.')
  }
  const dropped = { droppedAt: now(), droppedById: actor.personId }
  const isFirst = drop === 'first-step'
  await claimItem(tx, actor, firstStep, version, isFirst ? dropped : {})
  await claimItem(tx, actor, planItem, otherVersion, isFirst ? {} : dropped)
  const [gone, stays] = isFirst ? [firstStep, planItem] : [planItem, firstStep]
  return { item: gone, words: `dropped, because “${stays.action}” says the same` }
}
