/**
 * A table whose columns are horizons and whose cells hold the actions.
 *
 *     | Area | 30 days | 60 days |
 *     | Detection | Turn on logs | Alert on new admins; test it |   three items
 */
import { cleanText, sliceRichText } from '../document-tree'
import type { RichText, Table, TableRow } from '../document-tree'
import { horizonOfLabel } from '../rules/horizon-of-heading'
import { takeInlineFields } from './inline-fields'
import { addField, newDraft } from './item-draft'
import type { ItemDraft, RowContext } from './item-draft'
import { trackOfLabel } from '../rules/track-of-label'

/** The days of each column, null for one that is no horizon; null when the table is no such table. */
export function horizonsOfColumns(table: Table): (number | null)[] | null {
  const horizons = table.header.cells.map((cell) => horizonOfLabel(cleanText(cell.text)))
  if (horizons.filter((days) => days !== null).length < 2) return null
  const cells = table.rows.flatMap((row) =>
    row.cells.filter((_, index) => typeof horizons[index] === 'number'),
  )
  const filled = cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text))
  const phrases = filled.filter((cell) => /\p{L}{2,}\s+\S*\p{L}{2,}/u.test(cell.text))
  return phrases.length > 0 && phrases.length * 2 >= filled.length ? horizons : null
}

/** The items of one row, each with the horizon of its column. */
export function readMatrixRow(
  row: TableRow,
  horizons: readonly (number | null)[],
  names: readonly string[],
  context: RowContext,
): ItemDraft[] {
  return row.cells.flatMap((cell, index) => {
    const days = horizons[index]
    if (days === null || days === undefined) return []
    return partsOfCell(cell).map((part) => {
      const { rest, fields } = takeInlineFields(part, context.known)
      const draft = newDraft(context.section, context.track, rest.text, part.span)
      draft.horizonDays = days
      for (const { meaning, key, value } of fields) {
        addField(draft, meaning, key, value, context.known)
      }
      addLabels(draft, row, horizons, names, context)
      return draft
    })
  })
}

/** What the row's other cells say: a track, an owner, or the name of an area. */
function addLabels(
  draft: ItemDraft,
  row: TableRow,
  horizons: readonly (number | null)[],
  names: readonly string[],
  { known }: RowContext,
): void {
  row.cells.forEach((cell, index) => {
    const label = cleanText(cell.text)
    if (horizons[index] !== null || label === '') return
    const track = trackOfLabel(label)
    if (track) draft.track = track
    else if (known.roleOf(label) === 'full') addField(draft, 'owner', '', label, known)
    else addField(draft, null, names[index] ?? '', label, known)
  })
}

/** "A; B", or one action a line. */
function partsOfCell(cell: RichText): RichText[] {
  const parts: RichText[] = []
  let from = 0
  for (const piece of cell.text.split(/[;\n]/)) {
    const mark = /^\s*(?:[-–•*]|\d+[.)])?\s*/.exec(piece)?.[0].length ?? 0
    const part = sliceRichText(cell, from + mark, from + piece.length)
    from += piece.length + 1
    if (/\p{L}{2}/u.test(part.text)) parts.push(part)
  }
  return parts
}
