import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { LibraryGuideView } from '~/domain/guides/templates/library-views'
import { libraryGuide } from './library.server'
import { findLibraryImports, toListItem } from './list-library.server'

/** One guide of the library as it would be imported, and the text around its plan. @throws NotFound */
export async function getLibraryGuide(actor: Actor, key: string): Promise<LibraryGuideView> {
  ensureCan(actor, 'guide:read')
  const guide = libraryGuide(key)
  const { frameworks, groups, prose } = guide
  return { ...toListItem(guide, await findLibraryImports(actor)), frameworks, groups, ...prose }
}
