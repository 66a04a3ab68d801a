import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getGuideVersion, type GuideVersion } from './revision-items.server'

/** Among the waved-away suggestions of a template: it is a guide of its own. */
const keptApart = 'revision'

/** Whether a person said that it is no new version of another guide. */
export const isKeptApart = ({ dismissedSuggestions }: GuideVersion): boolean =>
  dismissedSuggestions.includes(keptApart)

/**
 * Keeps an imported guide as one of its own; it is proposed as a new version no more, and can still
 * be compared by hand. Twice changes nothing.
 *
 * @returns the guide's title
 * @throws NotFound
 */
export async function keepGuideApart(actor: Actor, templateId: string): Promise<string> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const version = await getGuideVersion(tx, actor, templateId)
    if (!isKeptApart(version)) {
      await tx.planTemplate.updateMany({
        where: { id: templateId, organisationId: actor.organisationId },
        data: { dismissedSuggestions: { push: keptApart } },
      })
      await recordActivity(tx, actor, {
        type: 'guide.kept-apart',
        payload: { templateId, title: version.title },
      })
    }
    return version.title
  })
}
