import type { ReactNode } from 'react'
import { textLines, type Piece, type SourceSpan } from './text-pieces'

interface GuideTextProps {
  /** The revision's text as imported. */
  text: string
  spans: readonly SourceSpan[]
  /** The item to show, where the server knows it; a link to `#source-<id>` does the same. */
  activeId?: string | null
}

/** The id of the mark an item came from, for links: `href={'#' + sourceAnchor(item.id)}`. */
export const sourceAnchor = (itemId: string) => `source-${itemId}`

/** Longer lines are sentences, whatever they end in. */
const headingMaxLength = 90

/** A guide's own text with the sentences that items came from marked. Works without JavaScript. */
export function GuideText({ text, spans, activeId }: GuideTextProps) {
  return (
    <div className="guide-text text-md">
      {textLines(text, spans).map((pieces, index) => (
        <p key={index} className={isHeading(pieces) ? 'guide-heading' : undefined}>
          {pieces.map((piece, at) => renderPiece(piece, at, activeId))}
        </p>
      ))}
    </div>
  )
}

function renderPiece(piece: Piece, key: number, activeId: string | null | undefined): ReactNode {
  if (typeof piece === 'string') return piece
  return (
    <mark
      key={key}
      id={piece.isFirst ? sourceAnchor(piece.span) : undefined}
      className={piece.span === activeId ? 'is-active' : undefined}
    >
      {piece.pieces.map((inner, at) => renderPiece(inner, at, activeId))}
    </mark>
  )
}

/** A short line of plain text without a full stop reads as a heading. */
function isHeading(pieces: readonly Piece[]): boolean {
  const [only] = pieces
  if (pieces.length !== 1 || typeof only !== 'string') return false
  const line = only.trim()
  return (
    line.length <= headingMaxLength &&
    !/[.!?:;,]$/.test(line) &&
    !/^(?:[-*•|]|\d+[.)]\s)/.test(line)
  )
}
