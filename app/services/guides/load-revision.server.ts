import type { Actor } from '~/domain/access/actor'
import { compareItems, type ItemComparison } from '~/domain/guides/revisions/compare-items'
import {
  revisionLines,
  saidOf,
  type RevisionItem,
  type RevisionLine,
} from '~/domain/guides/revisions/revision-diff'
import { Invalid } from '~/domain/shared/errors'
import type { Transaction } from '~/infra/database/database.server'
import { readIn } from '~/infra/database/read.server'
import { listRoles } from './import-guide.server'
import { getGuideVersion, listRevisionItems, type GuideVersion } from './revision-items.server'

/** A guide's earlier version against its later one. */
export interface LoadedRevision {
  before: GuideVersion
  after: GuideVersion
  /** The later version was taken over as the one that goes on from the earlier. */
  isAdopted: boolean
  lines: RevisionLine[]
  /** The item of the earlier version that an item of a still earlier one became. */
  rootOf: ReadonlyMap<string, string>
}

/**
 * Compares two versions. Once the later one was taken over its items know their predecessors; before
 * that, they are matched by what both guides say.
 *
 * @throws NotFound for a guide that is not there
 * @throws Invalid where the two cannot be versions of one guide
 */
export async function loadRevision(
  tx: Transaction,
  actor: Actor,
  { after, previousId }: { after: GuideVersion; previousId: string },
): Promise<LoadedRevision> {
  const before = await getGuideVersion(tx, actor, previousId)
  ensureFollows(before, after)
  const isAdopted = after.previousTemplateId === before.id
  const roles = await listRoles(tx, actor)
  const [olds, news] = [
    await listRevisionItems(tx, before, roles),
    await listRevisionItems(tx, after, roles),
  ]
  const comparison = isAdopted
    ? compareLinked(olds, news, await listLinks(tx, after))
    : compareSaid(olds, news)
  const lines = revisionLines(comparison, isAdopted)
  return { before, after, isAdopted, lines, rootOf: await listRoots(tx, before) }
}

function ensureFollows(before: GuideVersion, after: GuideVersion): void {
  if (after.previousTemplateId !== null && after.previousTemplateId !== before.id) {
    throw new Invalid(
      'follows-another',
      'This version already goes on from another one; nothing was changed.',
    )
  }
  if (before.nextTemplateId !== null && before.nextTemplateId !== after.id) {
    throw new Invalid(
      'has-another-version',
      `“${before.title}” already has a later version. Compare with that one instead; nothing was changed.`,
    )
  }
  // Ids sort by the time they were made.
  if (before.id >= after.id) {
    throw new Invalid(
      'not-earlier',
      `“${before.title}” was not imported before this guide, so this cannot be its new version.`,
    )
  }
}

type Comparison = ItemComparison<RevisionItem, RevisionItem>

/** Matched by what the guides say; an item that somebody added, by what they wrote. */
function compareSaid(olds: readonly RevisionItem[], news: readonly RevisionItem[]): Comparison {
  const said = (item: RevisionItem) => ({ ...saidOf(item), item })
  const { pairs, gone, added } = compareItems(olds.map(said), news.map(said))
  return {
    pairs: pairs.map(({ before, after, fields }) => {
      return { before: before.item, after: after.item, fields }
    }),
    gone: gone.map(({ item }) => item),
    added: added.map(({ item }) => item),
  }
}

function compareLinked(
  olds: readonly RevisionItem[],
  news: readonly RevisionItem[],
  previousOf: ReadonlyMap<string, string>,
): Comparison {
  const byId = new Map(olds.map((item) => [item.id, item]))
  const linked = news.map((after) => ({ after, before: byId.get(previousOf.get(after.id) ?? '') }))
  const kept = new Set(linked.map(({ before }) => before?.id))
  return {
    pairs: linked.flatMap(({ before, after }) => (before ? [{ before, after, fields: [] }] : [])),
    added: linked.flatMap(({ before, after }) => (before ? [] : [after])),
    gone: olds.filter(({ id }) => !kept.has(id)),
  }
}

async function listLinks(tx: Transaction, after: GuideVersion): Promise<Map<string, string>> {
  const rows = await readIn(tx)<{ id: string; previousId: string }[]>`
    select i.id::text, i.previous_item_id::text as "previousId" from template_item i
     where i.template_id = ${after.id}::uuid and i.organisation_id = ${after.organisationId}::uuid
       and i.previous_item_id is not null`
  return new Map(rows.map(({ id, previousId }) => [id, previousId]))
}

/** Follows the items of the earlier version back through all versions before it. */
async function listRoots(tx: Transaction, before: GuideVersion): Promise<Map<string, string>> {
  const rows = await readIn(tx)<{ id: string; rootId: string }[]>`
    with recursive lineage as (
      select i.previous_item_id as id, i.id as root_id from template_item i
       where i.template_id = ${before.id}::uuid
         and i.organisation_id = ${before.organisationId}::uuid and i.previous_item_id is not null
      union
      select i.previous_item_id, lineage.root_id from template_item i
        join lineage on i.id = lineage.id
       where i.organisation_id = ${before.organisationId}::uuid and i.previous_item_id is not null
    )
    select id::text, root_id::text as "rootId" from lineage`
  return new Map(rows.map(({ id, rootId }) => [id, rootId]))
}
