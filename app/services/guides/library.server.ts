import { readLibraryGuide, type LibraryGuide } from '~/domain/guides/templates/library-views'
import { NotFound } from '~/domain/shared/errors'

/** One Markdown file a guide; its name is the guide's key. They are part of the build. */
const files = import.meta.glob<string>('./library/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

let guides: readonly LibraryGuide[] | undefined

/** Every guide of our own library, by title. They are read once in a process. */
export function libraryGuides(): readonly LibraryGuide[] {
  guides ??= Object.entries(files)
    .map(([path, text]) => readLibraryGuide(keyOf(path), text))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  return guides
}

/** @throws NotFound */
export function libraryGuide(key: string): LibraryGuide {
  const guide = libraryGuides().find((candidate) => candidate.key === key)
  if (!guide) throw new NotFound('guide in the library')
  return guide
}

const keyOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length)
