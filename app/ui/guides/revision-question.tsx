import { Form } from '@remix-run/react'
import type { RevisionView, VersionLink } from '~/domain/guides/revisions/revision-views'
import { guideKeptApartPath, guidePath, guideRevisionPath } from '~/domain/shared/paths'
import { Disclosure } from '../primitives/disclosure'
import { EmptyState } from '../primitives/empty-state'
import { Callout } from '../primitives/notices'
import { SubmitButton } from '../primitives/submit-button'
import { TextLink } from '../primitives/text-link'
import { importedWords } from './revision-notice'

interface RevisionQuestionProps {
  view: Pick<RevisionView, 'after' | 'before' | 'state' | 'reason' | 'others' | 'isKeptApart'>
  timeZone: string
}

/** Whether a guide is a new version of another one: what speaks for it, and the other answers. */
export function RevisionQuestion({ view, timeZone }: RevisionQuestionProps) {
  const { after, before, state, reason, others } = view
  if (!before) return <NothingToCompare view={view} timeZone={timeZone} />
  const link = <TextLink to={guidePath(before.templateId)}>“{before.title}”</TextLink>
  if (state === 'adopted') {
    return (
      <Callout tone="good" title="This is the new version of the guide">
        <p>
          It goes on from {link}, {importedWords(before, timeZone)}. New plans start from this one.
        </p>
      </Callout>
    )
  }
  return (
    <Callout
      tone="warn"
      title={
        state === 'proposed'
          ? `This looks like a new version of “${before.title}”`
          : `Compared with “${before.title}”`
      }
    >
      <p>
        {link} was {importedWords(before, timeZone)}. {reason}
      </p>
      <p>
        If it is a new version, look at the differences and apply them below. Nothing has been
        changed so far.
      </p>
      <Form method="post" action={guideKeptApartPath(after.templateId)} className="mt-2">
        <SubmitButton action={guideKeptApartPath(after.templateId)} variant="secondary" size="sm">
          No, keep it as a guide of its own
        </SubmitButton>
      </Form>
      <Others templateId={after.templateId} others={others} timeZone={timeZone} />
    </Callout>
  )
}

function NothingToCompare({ view, timeZone }: RevisionQuestionProps) {
  const { after, others, isKeptApart } = view
  return (
    <>
      <EmptyState
        title={isKeptApart ? 'A guide of its own' : 'No earlier version was found'}
        icon="book"
        action={<TextLink to={guidePath(after.templateId)}>Back to the guide</TextLink>}
      >
        {others.length > 0
          ? 'If it is a new version of another guide all the same, choose that one here.'
          : 'There is no other guide that was imported before this one.'}
      </EmptyState>
      <Others templateId={after.templateId} others={others} timeZone={timeZone} isOpen />
    </>
  )
}

interface OthersProps {
  templateId: string
  others: readonly VersionLink[]
  timeZone: string
  isOpen?: boolean
}

function Others({ templateId, others, timeZone, isOpen }: OthersProps) {
  if (others.length === 0) return null
  return (
    <Disclosure summary="Compare with another guide…" isOpen={isOpen} className="mt-2">
      <ul className="grid gap-1">
        {others.map((other) => (
          <li key={other.templateId}>
            <TextLink to={guideRevisionPath(templateId, { of: other.templateId })}>
              {other.title}
            </TextLink>{' '}
            <span className="text-muted">{importedWords(other, timeZone)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
