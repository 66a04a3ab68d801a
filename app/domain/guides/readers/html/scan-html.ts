/**
 * Builds the element tree of an HTML text that is too long, too deep or too odd for the parser: in
 * one pass, by the rules that matter to a reader of lists and tables.
 *
 *     '<ul><li>One<li>Two</ul>' → ul [li "One", li "Two"]
 *
 * It yields what the parser yields (hast), with the few attributes that mean something here, and
 * differs from it only in markup that browsers, too, have to guess at.
 */
import type { Element, ElementContent, Root } from 'hast'
import type { Span } from '../../document-tree'
import { attributesOfTag } from './html-attributes'
import { decodeEntities } from './html-entities'
import { blockElements, formattingElements, impliedEndElements, voidElements } from './html-tags'
import { scanHtmlTokens } from './html-tokens'
import type { HtmlTokenSink, TagStart } from './html-tokens'

/** Elements deeper than this are left away; their content stays where it is. */
const deepestElement = 100

/** A document of more elements than this is read so far and no further. */
const mostElements = 250_000

/** What an element that ends by itself does not reach across. */
const scopeOf: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol', 'menu', 'td', 'th'],
  dt: ['dl', 'td', 'th'],
  dd: ['dl', 'td', 'th'],
  td: ['tr', 'table'],
  th: ['tr', 'table'],
  tr: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
}
/** What the start of an element ends beside its own kind. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  dt: ['dd'],
  dd: ['dt'],
  td: ['th'],
  th: ['td'],
  tr: ['caption'],
  tbody: ['thead', 'tbody', 'tfoot', 'tr', 'caption'],
  thead: ['caption'],
  tfoot: ['thead', 'tbody', 'tr'],
}
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'])

/**
 * The tree of `source`. Never throws; time grows with the length of the text. Where it has more
 * elements than anybody writes, the rest is a `<data value="unread">` at the end.
 */
export function scanHtml(source: string): Root {
  const scanner = new HtmlScanner(source)
  scanHtmlTokens(source, scanner)
  return scanner.end()
}

class HtmlScanner implements HtmlTokenSink {
  private readonly root: Root = { type: 'root', children: [] }
  private readonly stack: Element[] = []
  /** How many elements of a name are left away and still to be closed. */
  private readonly leftAway = new Map<string, number>()

  private elements = 0
  /** Where reading stopped; null while it goes on. */
  private unreadFrom: number | null = null

  constructor(private readonly source: string) {}

  end(): Root {
    if (this.unreadFrom !== null) {
      const span = { start: this.unreadFrom, end: this.source.length }
      this.root.children.push(unreadElement(span))
    }
    return this.root
  }

  text(start: number, end: number): void {
    if (this.unreadFrom !== null) return
    const value = decodeEntities(this.source.slice(start, end))
    this.append({ type: 'text', value, position: positionOf({ start, end }) })
  }

  open(tag: TagStart): void {
    const { name } = tag
    if (this.unreadFrom !== null || isPassedOver(name)) return
    if (++this.elements > mostElements) this.unreadFrom = tag.span.start
    this.endImplied(name)
    if (this.stack.length >= deepestElement && !voidElements.has(name)) {
      this.leftAway.set(name, (this.leftAway.get(name) ?? 0) + 1)
      return
    }
    const element: Element = {
      type: 'element',
      tagName: name,
      properties: attributesOfTag(this.source, tag.attributes),
      children: [],
      position: positionOf(tag.span),
    }
    this.append(element)
    if (!voidElements.has(name)) this.stack.push(element)
  }

  close(name: string, end: number): void {
    if (isPassedOver(name)) return
    const leftAway = this.leftAway.get(name) ?? 0
    if (leftAway > 0) {
      this.leftAway.set(name, leftAway - 1)
      return
    }
    const index = this.openIndex(name)
    if (index !== -1) this.endFrom(index, end)
  }

  private append(node: ElementContent): void {
    const parent = this.stack.at(-1) ?? this.root
    parent.children.push(node)
  }

  /** The innermost open element of that name, not reaching out of a table cell for anything else. */
  private openIndex(name: string): number {
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const { tagName } = this.stack[index] as Element
      if (tagName === name) return index
      if ((tagName === 'td' || tagName === 'th') && !tableParts.has(name)) return -1
      if (tagName === 'table' && name !== 'table') return -1
    }
    return -1
  }

  private endImplied(name: string): void {
    const last = this.stack.at(-1)
    if (last?.tagName === 'p' && blockElements.has(name)) this.stack.pop()
    if (!impliedEndElements.has(name) || name === 'p') return
    const ended = [name, ...(siblings[name] ?? [])]
    const scope = scopeOf[name] ?? ['table']
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const { tagName } = this.stack[index] as Element
      if (ended.includes(tagName)) this.endFrom(index, this.stack[index]?.position?.end.offset ?? 0)
      else if (scope.includes(tagName)) return
    }
  }

  private endFrom(index: number, end: number): void {
    for (const element of this.stack.splice(index)) {
      if (element.position) element.position.end.offset = end
    }
  }
}

function unreadElement(span: Span): Element {
  const properties = { value: 'unread' }
  return { type: 'element', tagName: 'data', properties, children: [], position: positionOf(span) }
}

/** Marks within a line, which mean nothing here but would take the place of what does. */
function isPassedOver(name: string): boolean {
  return name === 'span' || (formattingElements.has(name) && name !== 'b' && name !== 'strong')
}

function positionOf({ start, end }: Span) {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  }
}
