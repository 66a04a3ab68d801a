import type { Actor } from '~/domain/access/actor'
import { can } from '~/domain/access/can'
import type { RevisionNotice } from '~/domain/guides/revisions/revision-views'
import { db } from '~/infra/database/database.server'
import { findLikelyVersion, versionLink } from './get-revision.server'
import { isKeptApart } from './keep-guide-apart.server'
import { findGuideVersion, getGuideVersion } from './revision-items.server'

/**
 * What a guide's page says about versions, to those who may decide about them: that there is a later
 * one, which it goes on from, or which it is probably a new version of. Null for nothing.
 */
export async function getRevisionNotice(
  actor: Actor,
  templateId: string,
): Promise<RevisionNotice | null> {
  const { organisationId } = actor
  if (!can(actor, 'guide:import')) return null
  const version = await findGuideVersion(db(), actor, templateId)
  if (!version) return null
  if (version.nextTemplateId) {
    const next = await getGuideVersion(db(), actor, version.nextTemplateId)
    return { kind: 'replaced', by: versionLink(next) }
  }
  if (version.previousTemplateId) {
    const previous = await getGuideVersion(db(), actor, version.previousTemplateId)
    const waitingPlanCount = await db().plan.count({
      where: { organisationId, templateId: previous.id, cancelledAt: null },
    })
    return { kind: 'follows', previous: versionLink(previous), waitingPlanCount }
  }
  const likely = isKeptApart(version) ? null : await findLikelyVersion(version)
  if (!likely) return null
  const { templateId: ofId, title, importedAt, importedByName, reason } = likely
  return { kind: 'likely', of: { templateId: ofId, title, importedAt, importedByName }, reason }
}
