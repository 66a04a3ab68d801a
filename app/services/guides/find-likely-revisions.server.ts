import {
  likelyRevisions,
  type GuideDigest,
  type LikelyRevision,
} from '~/domain/guides/revisions/likely-revision'
import type { ComparableItem } from '~/domain/guides/revisions/item-fields'
import type { Transaction } from '~/infra/database/database.server'
import { readIn } from '~/infra/database/read.server'

/** Guides that are weighed item by item; the ones with the most in common come first. */
const mostWeighed = 5

/** A guide that is here already, as a person knows it. */
export interface EarlierGuide {
  templateId: string
  title: string
  importedAt: Date
  importedByName: string | null
}

export type LikelyGuide = LikelyRevision & EarlierGuide & { guideId: string }

type Candidate = EarlierGuide & { guideId: string; libraryKey: string | null }

/**
 * The organisation's guides that an imported text may be a new version of, the likeliest first. Only
 * the latest version of each is asked, and only what was imported before `imported.templateId`.
 */
export async function findLikelyRevisions(
  tx: Transaction,
  organisationId: string,
  imported: GuideDigest,
): Promise<LikelyGuide[]> {
  const candidates = await listCandidates(tx, organisationId, imported)
  if (candidates.length === 0) return []
  const items = await listItems(
    tx,
    organisationId,
    candidates.map(({ templateId }) => templateId),
  )
  const digests = candidates.map((candidate) => ({
    ...candidate,
    items: items.filter(({ templateId }) => templateId === candidate.templateId),
  }))
  const byId = new Map(candidates.map((candidate) => [candidate.templateId, candidate]))
  return likelyRevisions(imported, digests).flatMap((likely) => {
    const candidate = byId.get(likely.templateId)
    return candidate ? [{ ...candidate, ...likely }] : []
  })
}

function listCandidates(
  tx: Transaction,
  organisationId: string,
  { templateId, title, libraryKey, items }: GuideDigest,
): Promise<Candidate[]> {
  const actions = [...new Set(items.map(({ action }) => action.toLowerCase()))]
  return readIn(tx)<Candidate[]>`
    select t.id::text as "templateId", t.title, t.created_at as "importedAt",
           p.name as "importedByName", g.guide_id::text as "guideId", g.library_key as "libraryKey"
      from plan_template t
      join guide_revision g on g.id = t.guide_revision_id
      left join person p on p.id = t.created_by_id
      left join (select i.template_id, count(distinct lower(i.action)) as shared
                   from template_item i
                  where i.organisation_id = ${organisationId}::uuid
                    and lower(i.action) = any(${actions}::text[])
                  group by i.template_id) alike on alike.template_id = t.id
     where t.organisation_id = ${organisationId}::uuid and t.id < ${templateId}::uuid
       and not exists (select 1 from plan_template later
                        where later.previous_template_id = t.id
                          and later.organisation_id = t.organisation_id)
       and (lower(t.title) = lower(${title}) or g.library_key = ${libraryKey}::text
            or alike.shared > 0)
     order by g.library_key is not distinct from ${libraryKey}::text and g.library_key is not null desc,
              lower(t.title) = lower(${title}) desc, alike.shared desc nulls last, t.id desc
     limit ${mostWeighed}`
}

function listItems(
  tx: Transaction,
  organisationId: string,
  templateIds: readonly string[],
): Promise<(ComparableItem & { templateId: string })[]> {
  return readIn(tx)<(ComparableItem & { templateId: string })[]>`
    select i.template_id::text as "templateId", i.action, i.outcome, i.detail, i.stage,
           i.horizon_days as "horizonDays", i.track::text, i.priority::text,
           i.due_on::text as "dueOn", coalesce(i.owners, array[]::text[]) as owners
      from template_item i
     where i.organisation_id = ${organisationId}::uuid
       and i.template_id = any(${[...templateIds]}::uuid[])
     order by i.position, i.id`
}
