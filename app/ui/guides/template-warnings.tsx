import type { TemplateWarningView } from '~/domain/guides/templates/template-views'
import { guideItemsPath, guidePath } from '~/domain/shared/paths'
import { Disclosure } from '../primitives/disclosure'
import { Callout } from '../primitives/notices'
import { ListLink } from '../primitives/text-link'
import { sourceAnchor } from './guide-text'
import { itemAnchor } from './item-card'

/** Warnings that stand open; more are one click away. */
const openWarnings = 5

type Numbered = Pick<TemplateWarningView, 'number'>

/** The id of a remark in the list, for links from the text. */
export const warningAnchor = ({ number }: Numbered) => `remark-${number}`
/** What the text's marks call it. */
export const warningSpanId = ({ number }: Numbered) => `remark-${number}`

/** Whether a remark is about words of the guide of which no item was made, then or since. */
export const isLeftOut = ({ start, end, itemId }: TemplateWarningView) =>
  start !== null && end !== null && itemId === null

interface TemplateWarningsProps {
  guideId: string
  warnings: readonly TemplateWarningView[]
  /** The part of the text that the page shows. */
  shown: { start: number; end: number }
  /** Whether an item can be made of a line. */
  canEdit: boolean
}

/** What the importer could not settle, with the lines of the text it is about and what can be done. */
export function TemplateWarnings(props: TemplateWarningsProps) {
  const open = props.warnings.filter(({ itemId }) => itemId === null)
  const settled = props.warnings.filter(({ itemId }) => itemId !== null)
  if (props.warnings.length === 0) return null
  const title =
    open.length === 0
      ? 'Everything that was left out has become an item'
      : open.length === 1
        ? 'One thing to check'
        : `${open.length} things to check`
  return (
    <Callout tone={open.length > 0 ? 'warn' : 'good'} title={title}>
      <WarningList {...props} warnings={open.slice(0, openWarnings)} />
      {open.length > openWarnings ? (
        <Disclosure summary={`${open.length - openWarnings} more`}>
          <WarningList {...props} warnings={open.slice(openWarnings)} />
        </Disclosure>
      ) : null}
      {settled.length > 0 ? (
        <Disclosure
          summary={settled.length === 1 ? 'One is an item now' : `${settled.length} are items now`}
        >
          <WarningList {...props} warnings={settled} />
        </Disclosure>
      ) : null}
    </Callout>
  )
}

function WarningList({ guideId, warnings, shown, canEdit }: TemplateWarningsProps) {
  return (
    <ul className="mt-1 space-y-2.5">
      {warnings.map((warning) => {
        const { line, message, text, itemId } = warning
        const isShown = isLeftOut(warning) && isIn(warning, shown)
        return (
          <li key={warning.number} id={warningAnchor(warning)} className="scroll-mt-20">
            {line === null ? null : <span className="tabular font-medium">Line {line}: </span>}
            {text ? <q className="wrap-anywhere">{text}</q> : null} {message}
            <span className="flex flex-wrap gap-x-4">
              {isShown ? (
                <a className="link" href={`#${sourceAnchor(warningSpanId(warning))}`}>
                  Show in the guide<span className="sr-only">: line {line}</span>
                </a>
              ) : null}
              {itemId ? (
                <ListLink
                  className="link"
                  to={`${guidePath(guideId, { item: itemId })}#${itemAnchor(itemId)}`}
                >
                  Show the item<span className="sr-only"> of line {line}</span>
                </ListLink>
              ) : canEdit && line !== null ? (
                <ListLink
                  className="link"
                  to={guideItemsPath(guideId, { line, remark: warning.number })}
                >
                  Make it an item<span className="sr-only">: line {line}</span>
                </ListLink>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const isIn = ({ start, end }: TemplateWarningView, shown: TemplateWarningsProps['shown']) =>
  start !== null && end !== null && end > shown.start && start < shown.end
