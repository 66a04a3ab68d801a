/**
 * The attributes of a tag that mean something to a reader of plans, under the names and in the types
 * that the parser gives them.
 *
 *     attributesOfTag('<td colspan=2 class="a b">', …) // { colSpan: 2, className: ['a', 'b'] }
 */
import type { Properties } from 'hast'
import type { Span } from '../../document-tree'

/** Longer tags are looked at this far. */
const longestTag = 4000

const attribute = /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi

/** The known attributes that stand in `source` at `span`. */
export function attributesOfTag(source: string, span: Span): Properties {
  if (span.end - span.start < 4) return {}
  const properties: Properties = {}
  const text = source.slice(span.start, Math.min(span.end, span.start + longestTag))
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    addProperty(properties, name.toLowerCase(), double ?? single ?? bare ?? '')
  }
  return properties
}

function addProperty(properties: Properties, name: string, value: string): void {
  switch (name) {
    case 'colspan':
      properties.colSpan = Number(value)
      break
    case 'rowspan':
      properties.rowSpan = Number(value)
      break
    case 'class':
      properties.className = value.split(/\s+/)
      break
    case 'aria-hidden':
      properties.ariaHidden = value
      break
    case 'hidden':
      properties.hidden = true
      break
    case 'id':
    case 'role':
    case 'style':
    case 'type':
    case 'property':
    case 'content':
    case 'href':
      properties[name] ??= value
  }
}
