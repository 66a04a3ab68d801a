import { Form } from '@remix-run/react'
import type { LibraryListItem } from '~/domain/guides/templates/library-views'
import { guidePath, libraryGuidePath } from '~/domain/shared/paths'
import { LinkButton } from '../primitives/button'
import { SubmitButton } from '../primitives/submit-button'

interface LibraryUseProps {
  guide: Pick<LibraryListItem, 'key' | 'title' | 'imported'>
  canImport: boolean
  /** Small and secondary in a list, where it stands once a guide. */
  isInList?: boolean
}

/** Imports a guide of the library, or leads to what was made of it before. */
export function LibraryUse({ guide, canImport, isInList }: LibraryUseProps) {
  const { key, title, imported } = guide
  const size = isInList ? 'sm' : 'md'
  const variant = isInList ? 'secondary' : 'primary'
  const open = imported ? (
    <LinkButton to={guidePath(imported.templateId)} size={size} variant="secondary">
      Open yours
      <span className="sr-only">: {title}</span>
    </LinkButton>
  ) : null
  if (!canImport || imported?.isCurrent) return open
  const path = libraryGuidePath(key)
  return (
    <>
      {open}
      <Form method="post" action={path}>
        <SubmitButton action={path} size={size} variant={variant} pendingText="Importing…">
          {imported ? 'Use the new text' : 'Use this guide'}
          <span className="sr-only">: {title}</span>
        </SubmitButton>
      </Form>
    </>
  )
}
