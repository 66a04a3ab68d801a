import type {
  ItemMark,
  SectionMark,
  TemplateView,
  TemplateWarningView,
} from '~/domain/guides/templates/template-views'
import { guideItemsPath, guidePath } from '~/domain/shared/paths'
import { Badge } from '../primitives/badge'
import { Icon } from '../primitives/icon'
import { ListLink, TextLink } from '../primitives/text-link'
import { GuideText, type GuideSpan } from './guide-text'
import { itemAnchor } from './item-card'
import { isLeftOut, warningAnchor, warningSpanId } from './template-warnings'

interface SourceTextProps {
  guide: Pick<
    TemplateView,
    'id' | 'text' | 'textStart' | 'textLength' | 'marks' | 'warnings' | 'sections'
  >
  activeId: string | null
  /** Whether an item can be made of a line. */
  canEdit: boolean
}

/**
 * The guide's own text with what was read out of it: items, each with the way back to its card, and
 * what was left out, each with the way to make an item of it.
 */
export function SourceText({ guide, activeId, canEdit }: SourceTextProps) {
  const { text, textStart, textLength, marks, warnings, sections } = guide
  if (textLength === 0) return null
  const leftOut = warnings.filter(
    (warning) => isLeftOut(warning) && isWithin(warning, textStart, text.length),
  )
  const spans = [
    ...sections.map(sectionSpan),
    ...marks.map((mark) => itemSpan(guide.id, mark)),
    ...leftOut.map((warning) => leftOutSpan(guide, warning, canEdit)),
  ]
  return (
    <section
      aria-label="The guide’s own text"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling part must be reachable by keyboard
      tabIndex={0}
      className="card p-4 lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto"
    >
      <Legend
        guideId={guide.id}
        hasItems={marks.length > 0}
        hasLeftOut={leftOut.length > 0}
        hasSections={sections.length > 0}
        canEdit={canEdit}
      />
      {text.length < textLength ? (
        <p className="mb-3 text-sm text-muted">
          The guide is very long; this is the part around the chosen item. All of it is kept.
        </p>
      ) : null}
      <GuideText text={text} spans={spans} activeId={activeId} />
    </section>
  )
}

const isWithin = ({ start, end }: TemplateWarningView, from: number, length: number) =>
  start !== null && end !== null && end > from && start < from + length

interface LegendProps {
  guideId: string
  hasItems: boolean
  hasLeftOut: boolean
  hasSections: boolean
  canEdit: boolean
}

function Legend({ guideId, hasItems, hasLeftOut, hasSections, canEdit }: LegendProps) {
  const hasMarks = hasItems || hasLeftOut || hasSections
  if (!hasMarks && !canEdit) return null
  return (
    <div className="guide-legend mb-3 border-b border-line pb-3 text-sm">
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {hasItems ? (
          <li>
            <mark>Read as an item</mark>
            <span className="text-muted"> – ↑ leads to its card</span>
          </li>
        ) : null}
        {hasSections ? (
          <li>
            <mark className="is-heading">Read as a heading of the plan</mark>
          </li>
        ) : null}
        {hasLeftOut ? (
          <li>
            <mark className="is-left-out">Looks like something to do</mark>
            <LeftOutSign />
          </li>
        ) : null}
      </ul>
      {canEdit ? (
        <p className={hasMarks ? 'mt-2 text-muted' : 'text-muted'}>
          {hasMarks
            ? 'Everything else was read as no part of a plan.'
            : 'Nothing in it was read as a plan.'}{' '}
          <TextLink to={guideItemsPath(guideId)}>
            Make an item of {hasMarks ? 'another line' : 'a line'}
          </TextLink>
        </p>
      ) : null}
    </div>
  )
}

const LeftOutSign = () => (
  <span className="ml-1 inline-flex items-center gap-1 text-sm text-warn">
    <Icon name="warning" />
    left out
  </span>
)

const sectionSpan = ({ words, start, end }: SectionMark, index: number): GuideSpan => ({
  id: `section-${index + 1}`,
  start,
  end,
  look: 'heading',
  after: (
    <>
      {' '}
      <Badge>{words}</Badge>
    </>
  ),
})

function itemSpan(guideId: string, { id, action, start, end, isOnPage }: ItemMark): GuideSpan {
  const anchor = `#${itemAnchor(id)}`
  return {
    id,
    start,
    end,
    after: (
      <a
        href={isOnPage ? anchor : `${guidePath(guideId, { item: id })}${anchor}`}
        className="mark-link"
      >
        ↑<span className="sr-only"> To the item “{action}”</span>
      </a>
    ),
  }
}

function leftOutSpan(
  { id, textStart }: SourceTextProps['guide'],
  warning: TemplateWarningView,
  canEdit: boolean,
): GuideSpan {
  const { line, number } = warning
  return {
    id: warningSpanId(warning),
    start: (warning.start ?? 0) - textStart,
    end: (warning.end ?? 0) - textStart,
    look: 'left-out',
    after: (
      <>
        <LeftOutSign />{' '}
        <a className="mark-link" href={`#${warningAnchor(warning)}`}>
          why<span className="sr-only"> number {number} was left out</span>
        </a>{' '}
        {canEdit && line !== null ? (
          <ListLink to={guideItemsPath(id, { line, remark: number })} className="link text-sm">
            Make it an item<span className="sr-only">: line {line}</span>
          </ListLink>
        ) : null}
      </>
    ),
  }
}
