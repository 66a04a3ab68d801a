import type { Actor } from '~/domain/access/actor'
import { frameworkRefsNamed } from '~/domain/frameworks/parse-framework-refs'
import type { ExtractedItem } from '~/domain/guides/extracted-plan'
import { rereadGuide } from '~/domain/guides/reread-guide'
import type { RevisionItem, SaidItem } from '~/domain/guides/revisions/revision-diff'
import { settleOwnerRole } from '~/domain/guides/templates/settle-owner-role'
import type { TemplateItemView } from '~/domain/guides/templates/template-views'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { readIn } from '~/infra/database/read.server'
import { listTemplateItems } from './template-items.server'

/** A version of a guide: a template with the text it was read from. */
export interface GuideVersion {
  id: string
  organisationId: string
  title: string
  importedAt: Date
  importedByName: string | null
  previousTemplateId: string | null
  dismissedSuggestions: string[]
  /** The version that goes on from this one. */
  nextTemplateId: string | null
  sha256: string
  format: string
  fileName: string | null
  libraryKey: string | null
  text: string
}

/**
 * A template that has a guide behind it.
 * @throws NotFound
 * @throws Invalid for a template without a guide
 */
export async function getGuideVersion(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId'>,
  templateId: string,
): Promise<GuideVersion> {
  const version = await findGuideVersion(tx, actor, templateId)
  if (version) return version
  const where = { id: templateId, organisationId: actor.organisationId }
  if (!isId(templateId) || (await tx.planTemplate.count({ where })) === 0) {
    throw new NotFound('guide')
  }
  throw new Invalid(
    'no-guide-behind-it',
    'This was written here and not imported, so there are no versions of a guide to compare.',
  )
}

/** The same, or null for a template that is not there or has no guide behind it. */
export async function findGuideVersion(
  tx: Transaction,
  { organisationId }: Pick<Actor, 'organisationId'>,
  templateId: string,
): Promise<GuideVersion | null> {
  const rows = isId(templateId)
    ? await readIn(tx)<GuideVersion[]>`
        select t.id::text, t.organisation_id::text as "organisationId", t.title,
               t.created_at as "importedAt", p.name as "importedByName",
               t.previous_template_id::text as "previousTemplateId",
               coalesce(t.dismissed_suggestions, array[]::text[]) as "dismissedSuggestions",
               (select later.id::text from plan_template later
                 where later.previous_template_id = t.id
                   and later.organisation_id = t.organisation_id
                 order by later.created_at desc, later.id desc limit 1) as "nextTemplateId",
               g.sha256, g.format, g.file_name as "fileName", g.library_key as "libraryKey", g.text
          from plan_template t
          join guide_revision g on g.id = t.guide_revision_id
          left join person p on p.id = t.created_by_id
         where t.id = ${templateId}::uuid and t.organisation_id = ${organisationId}::uuid`
    : []
  return rows[0] ?? null
}

/** The items of a version with what its guide itself says of each, in the guide's order. */
export async function listRevisionItems(
  tx: Transaction,
  version: GuideVersion,
  roles: readonly OwnerRole[],
): Promise<RevisionItem[]> {
  const items = await listTemplateItems(tx, version)
  const readCount = await countItemsRead(tx, version)
  const bySpan = new Map(
    rereadGuide(version, roles).items.map((item) => [
      spanKey(item.source.start, item.source.end),
      item,
    ]),
  )
  return items.map((item, position) => {
    const { id, version: itemVersion, isDropped, sourceStart, sourceEnd } = item
    const source = bySpan.get(spanKey(sourceStart, sourceEnd))
    const isRead = source !== undefined || (sourceStart !== null && position < readCount)
    return {
      ...{ id, version: itemVersion, position, isDropped, sourceStart, sourceEnd, stands: item },
      guide: isRead ? guideOf(item, source, roles) : null,
    }
  })
}

const spanKey = (start: number | null, end: number | null) => `${start} ${end}`

/** How many items the import read; those that people added come after them. */
async function countItemsRead(tx: Transaction, version: GuideVersion): Promise<number> {
  const { id, organisationId, importedAt } = version
  const rows = await readIn(tx)<{ itemCount: number }[]>`
    select (a.payload ->> 'itemCount')::int as "itemCount" from activity a
     where a.organisation_id = ${organisationId}::uuid and a.type = 'guide.imported'
       and a.payload ->> 'templateId' = ${id}::text
       and a.at between ${importedAt}::timestamptz - interval '1 minute'
                    and ${importedAt}::timestamptz + interval '1 minute'`
  return rows[0]?.itemCount ?? 0
}

/**
 * An item that nobody ever changed is what its guide says, whatever a later reader would make of it.
 * Of one that was changed and cannot be read again nothing is known: all of it counts as theirs.
 */
function guideOf(
  item: TemplateItemView,
  source: ExtractedItem | undefined,
  roles: readonly OwnerRole[],
): SaidItem | null {
  if (item.version === 1) return item
  if (!source) return null
  const { ownerRoleId, proposal } = settleOwnerRole(source, roles)
  return {
    ...source,
    ownerRoleId,
    ownerRoleName: roles.find(({ id }) => id === ownerRoleId)?.name ?? null,
    ownerRoleProposal: proposal,
    frameworkRefs: frameworkRefsNamed(source),
  }
}
