import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type {
  LibraryGuide,
  LibraryImport,
  LibraryListItem,
} from '~/domain/guides/templates/library-views'
import { read } from '~/infra/database/read.server'
import { sha256 } from '~/infra/ids.server'
import { libraryGuides } from './library.server'

/** Every guide of the library, with what the actor's organisation has of it already. */
export async function listLibrary(actor: Actor): Promise<LibraryListItem[]> {
  ensureCan(actor, 'guide:read')
  const imports = await findLibraryImports(actor)
  return libraryGuides().map((guide) => toListItem(guide, imports))
}

/** A guide as the library lists it. */
export function toListItem(
  guide: LibraryGuide,
  imports: ReadonlyMap<string, ImportedRevision>,
): LibraryListItem {
  const { key, title, summary, itemCount, horizons } = guide
  return { key, title, summary, itemCount, horizons, imported: importOf(guide, imports.get(key)) }
}

function importOf(
  { text }: LibraryGuide,
  revision: ImportedRevision | undefined,
): LibraryImport | null {
  if (!revision) return null
  return { templateId: revision.templateId, isCurrent: revision.sha256 === sha256(text) }
}

interface ImportedRevision {
  key: string
  sha256: string
  templateId: string
}

/** The latest revision of each library guide that the organisation has, by the guide's key. */
export async function findLibraryImports(actor: Actor): Promise<Map<string, ImportedRevision>> {
  const rows = await read<ImportedRevision[]>`
    select distinct on (g.library_key) g.library_key as key, g.sha256, t.id::text as "templateId"
      from guide_revision g
      join plan_template t on t.guide_revision_id = g.id and t.organisation_id = g.organisation_id
     where g.organisation_id = ${actor.organisationId}::uuid and g.library_key is not null
     order by g.library_key, g.imported_at desc, t.created_at desc, t.id desc`
  return new Map(rows.map((row) => [row.key, row]))
}
