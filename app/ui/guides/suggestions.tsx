import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import {
  suggestionKindWords,
  suggestionRef,
  type DoubleChoice,
  type FrameworkGround,
  type Suggestion,
  type SuggestionGroup,
  type SuggestionsView,
} from '~/domain/guides/suggestions/suggestion'
import { frameworkRefLabel } from '~/domain/frameworks/framework-ref'
import {
  guideItemPath,
  guidePath,
  guideSuggestionDismissalPath,
  guideSuggestionRecallPath,
  guideSuggestionsPath,
  planPath,
  taskPath,
} from '~/domain/shared/paths'
import { cadenceLabel } from '~/domain/shared/vocabulary'
import { Button, LinkButton } from '../primitives/button'
import { Section } from '../primitives/card'
import { Disclosure } from '../primitives/disclosure'
import { ListLink, TextLink } from '../primitives/text-link'
import { itemAnchor } from './item-card'

/** The id of the section, for links back to it. */
export const suggestionsAnchor = 'suggestions'

interface SuggestionsProps {
  guideId: string
  suggestions: SuggestionsView
}

/** What is proposed for the items of a guide, kind by kind; nothing of it happens unasked. */
export function Suggestions({ guideId, suggestions }: SuggestionsProps) {
  const { groups, isDismissedShown, openCount, dismissedCount } = suggestions
  if (openCount + dismissedCount === 0) return null
  return (
    <Section
      id={suggestionsAnchor}
      className="scroll-mt-20"
      title={isDismissedShown ? 'Dismissed suggestions' : 'Suggestions'}
      note={isDismissedShown ? dismissedCount : openCount}
      description={
        isDismissedShown
          ? 'They were waved away and change nothing.'
          : 'Nothing of this happens before you apply it.'
      }
      actions={<Switch guideId={guideId} suggestions={suggestions} />}
    >
      {groups.length === 0 ? (
        <p className="text-muted">
          {isDismissedShown ? 'None is dismissed any more.' : 'All of them are settled.'}
        </p>
      ) : (
        <div className="card divide-y divide-line px-3 py-1">
          {groups.map((group) => (
            <Group
              key={group.kind}
              guideId={guideId}
              group={group}
              isDismissed={isDismissedShown}
              isOpen={groups.length === 1}
            />
          ))}
        </div>
      )}
    </Section>
  )
}

function Switch({ guideId, suggestions }: SuggestionsProps) {
  const { isDismissedShown, dismissedCount } = suggestions
  if (isDismissedShown) {
    return (
      <TextLink to={`${guidePath(guideId)}#${suggestionsAnchor}`}>
        Show those that are open
      </TextLink>
    )
  }
  return dismissedCount === 0 ? null : (
    <TextLink to={`${guidePath(guideId, { suggestions: 'dismissed' })}#${suggestionsAnchor}`}>
      Show dismissed ({dismissedCount})
    </TextLink>
  )
}

interface GroupProps {
  guideId: string
  group: SuggestionGroup
  isDismissed: boolean
  isOpen: boolean
}

function Group({ guideId, group: { kind, shown, total }, isDismissed, isOpen }: GroupProps) {
  const { title, about, applyAll } = suggestionKindWords[kind]
  return (
    <Disclosure
      summary={
        <>
          <span className="font-semibold">{title}</span>{' '}
          <span className="text-sm text-muted">{total}</span>
        </>
      }
      isOpen={isOpen}
      className="py-1"
    >
      <p className="max-w-prose text-sm text-muted">{about}</p>
      <ul className="mt-2 divide-y divide-line">
        {shown.map((suggestion) => (
          <li key={suggestion.key} className="py-2.5">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 sm:flex-nowrap">
              <div className="guide-words min-w-0 max-sm:basis-full">
                <Words guideId={guideId} suggestion={suggestion} />
              </div>
              <Buttons guideId={guideId} suggestion={suggestion} isDismissed={isDismissed} />
            </div>
          </li>
        ))}
      </ul>
      {total > shown.length ? (
        <p className="py-2 text-sm text-muted">
          {total - shown.length} more follow when these are settled.
        </p>
      ) : null}
      {applyAll && !isDismissed && shown.length > 1 ? (
        <Form method="post" action={guideSuggestionsPath(guideId)} className="pb-3">
          {shown.map((suggestion) => (
            <input
              key={suggestion.key}
              type="hidden"
              name="suggestion"
              value={suggestionRef(suggestion)}
            />
          ))}
          {kind === 'double' ? <DropField choice="first-step" /> : null}
          <Button type="submit" size="sm">
            {applyAll} ({shown.length})
          </Button>
        </Form>
      ) : null}
    </Disclosure>
  )
}

/** What is proposed, for which item, and why. */
function Words({ guideId, suggestion }: { guideId: string; suggestion: Suggestion }) {
  const { itemId, action, reason } = suggestion
  return (
    <>
      <p>
        <ListLink
          className="link font-medium"
          to={`${guidePath(guideId, { item: itemId })}#${itemAnchor(itemId)}`}
        >
          {action}
        </ListLink>
      </p>
      <Proposal suggestion={suggestion} />
      {suggestion.kind === 'framework' ? null : (
        <p className="mt-0.5 max-w-prose text-sm text-muted">{reason}</p>
      )}
    </>
  )
}

function Proposal({ suggestion }: { suggestion: Suggestion }) {
  switch (suggestion.kind) {
    case 'owner-role':
      return <p className="mt-1">Owner role: {suggestion.roleName}</p>
    case 'cadence':
      return <p className="mt-1">{cadenceLabel[suggestion.cadence]}</p>
    case 'split':
      return (
        <ol className="mt-1 list-decimal pl-5">
          {suggestion.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ol>
      )
    case 'double':
      return (
        <p className="mt-1">
          First step, the same as “{suggestion.other.action}” ({suggestion.other.horizonLabel})
        </p>
      )
    case 'overlap': {
      const { id, reference, action, planId, planTitle } = suggestion.task
      return (
        <p className="mt-1">
          “{action}” stands in the plan <TextLink to={planPath(planId)}>{planTitle}</TextLink> as{' '}
          <TextLink to={taskPath(id)}>#{reference}</TextLink>. It can be linked once the plan is
          started.
        </p>
      )
    }
    case 'framework':
      return suggestion.grounds.map((ground) => <Ground key={ground.said} ground={ground} />)
  }
}

/** What the references are suggested for, and what each of them asks for. */
function Ground({ ground: { said, refs } }: { ground: FrameworkGround }) {
  return (
    <>
      <p className="mt-1 text-sm text-muted">{said}:</p>
      <ul className="mt-0.5 space-y-0.5">
        {refs.map(({ ref, because }) => (
          <li key={ref}>
            {frameworkRefLabel(ref)} <span className="text-sm text-muted">– {because}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface ButtonsProps {
  guideId: string
  suggestion: Suggestion
  isDismissed: boolean
}

function Buttons({ guideId, suggestion, isDismissed }: ButtonsProps) {
  const { kind, action } = suggestion
  const name = (words: string) => `${words}: ${action}`
  return (
    <div className="flex flex-none flex-wrap gap-2 max-sm:basis-full sm:justify-end">
      {kind === 'overlap' || isDismissed ? null : kind === 'double' ? (
        <>
          <Post path={guideSuggestionsPath(guideId)} suggestion={suggestion} drop="first-step">
            Drop the first step<span className="sr-only">: {action}</span>
          </Post>
          <Post path={guideSuggestionsPath(guideId)} suggestion={suggestion} drop="plan-item">
            Drop the {dayWords(suggestion.other.horizonLabel)} item
            <span className="sr-only">: {suggestion.other.action}</span>
          </Post>
        </>
      ) : (
        <>
          <Post path={guideSuggestionsPath(guideId)} suggestion={suggestion} label={name('Apply')}>
            Apply
          </Post>
          {kind === 'framework' ? (
            <LinkButton
              to={guideItemPath(guideId, suggestion.itemId)}
              size="sm"
              variant="quiet"
              aria-label={name('Choose')}
            >
              Choose…
            </LinkButton>
          ) : null}
        </>
      )}
      {isDismissed ? (
        <Post
          path={guideSuggestionRecallPath(guideId)}
          suggestion={suggestion}
          label={name('Bring back')}
        >
          Bring back
        </Post>
      ) : (
        <Post
          path={guideSuggestionDismissalPath(guideId)}
          suggestion={suggestion}
          label={name('Dismiss')}
          isQuiet
        >
          Dismiss
        </Post>
      )}
    </div>
  )
}

/** “30 days” before a noun. */
const dayWords = (label: string) => label.replace(/ (?=days?$)/, '-').replace(/days$/, 'day')

interface PostProps {
  path: string
  suggestion: Suggestion
  drop?: DoubleChoice
  label?: string
  isQuiet?: boolean
  children: ReactNode
}

function Post({ path, suggestion, drop, label, isQuiet, children }: PostProps) {
  return (
    <Form method="post" action={path}>
      <input type="hidden" name="suggestion" value={suggestionRef(suggestion)} />
      {drop ? <DropField choice={drop} /> : null}
      <Button type="submit" size="sm" variant={isQuiet ? 'quiet' : 'secondary'} aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}

const DropField = ({ choice }: { choice: DoubleChoice }) => (
  <input type="hidden" name="drop" value={choice} />
)
