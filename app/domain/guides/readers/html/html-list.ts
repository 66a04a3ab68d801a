/**
 * Lists of HTML: bullets, numbers, and terms with what is said of them.
 *
 *     <li>Keys<p>Every year.</p></li>      item "Keys", a paragraph below it
 *     <dt>Keys</dt><dd>Rotate them.</dd>   item "Keys: Rotate them.", bold up to the colon
 *     <dt>30 days</dt><dd>A</dd><dd>B</dd> item "30 days", a list of two below it
 */
import type { Element, ElementContent } from 'hast'
import { joinRichText, plainRichText } from '../../document-tree'
import type { Block, List, ListItem, RichText } from '../../document-tree'
import { isWordless } from './html-elements'
import type { HtmlContext, HtmlReader, Lines } from './html-reader'
import { blocksOfLines } from '../loose-lines'

const listElements = new Set(['ul', 'ol', 'menu', 'dir'])

/** The list, or null when nothing stands in it. */
export function readHtmlList(
  reader: HtmlReader,
  element: Element,
  context: HtmlContext,
): List | null {
  const list: List = { kind: 'list', isOrdered: element.tagName === 'ol', items: [] }
  for (const child of element.children) addToList(reader, list, child, context)
  if (isOfLinks(element)) list.isOfLinks = true
  return list.items.length > 0 ? list : null
}

/** A link to an action says what to do; one of a word or two is a button. */
const mostWordsOfButton = 2

function isOfLinks({ children }: Element): boolean {
  const items = children.filter(isListItem)
  return items.length > 1 && items.every((item) => item.type === 'element' && isButton(item))
}

function isButton({ children }: Element): boolean {
  const [link, ...more] = children.filter(
    (node) => node.type !== 'text' || node.value.trim() !== '',
  )
  if (link?.type !== 'element' || link.tagName !== 'a' || more.length > 0) return false
  const [text] = link.children
  return text?.type === 'text' && text.value.trim().split(/\s+/).length <= mostWordsOfButton
}

/** A list right inside a list belongs to the item before it; other content is an item of its own. */
function addToList(
  reader: HtmlReader,
  list: List,
  child: ElementContent,
  context: HtmlContext,
): void {
  if (child.type !== 'element') {
    if (child.type !== 'text' || child.value.trim() === '') return
  } else if (isWordless(child, true)) return
  const last = list.items.at(-1)
  if (child.type === 'element' && listElements.has(child.tagName)) {
    const nested = readHtmlList(reader, child, context)
    if (!nested) return
    if (last) last.children.push(nested)
    else for (const item of nested.items) list.items.push(item)
    return
  }
  const isItem = child.type === 'element' && child.tagName === 'li'
  if (child.type === 'element' && !isItem && child.children.some(isListItem)) {
    for (const inner of child.children) addToList(reader, list, inner, context)
    return
  }
  const item = itemOf(reader, reader.flow(isItem ? child.children : [child], context), child)
  if (item) list.items.push(item)
}

function isListItem(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'li'
}

/** The first text of an item is its own, what follows stands below it. */
function itemOf(
  reader: HtmlReader,
  flow: readonly (Block | Lines)[],
  element: ElementContent,
): ListItem | null {
  const [first, ...rest] = flow
  if (!first) return null
  const span = reader.spanOf(element)
  const hasText = first.kind === 'lines' || first.kind === 'heading' || first.kind === 'paragraph'
  const text = hasText ? first.text : plainRichText('', span.start, span.start)
  return { text, children: blocksOfLines(hasText ? rest : flow), span }
}

/** A definition list as a list of its terms. */
export function readHtmlDefinitions(
  reader: HtmlReader,
  element: Element,
  context: HtmlContext,
): List | null {
  const list: List = { kind: 'list', isOrdered: false, items: [] }
  let term: RichText | null = null
  let said: ListItem[] = []
  const endTerm = () => {
    const item = definitionOf(term, said)
    if (item) list.items.push(item)
    term = null
    said = []
  }
  for (const child of definitionParts(element)) {
    if (isWordless(child, true)) continue
    if (child.tagName === 'dt') {
      if (said.length > 0) endTerm()
      const next = reader.textOf(child.children, true, reader.spanOf(child))
      term = term === null ? next : joinRichText([term, next], ', ')
    } else {
      const item = itemOf(reader, reader.flow(child.children, context), child)
      if (item) said.push(item)
    }
  }
  endTerm()
  return list.items.length > 0 ? list : null
}

/** Terms and definitions, also where each pair stands in a frame of its own. */
function definitionParts({ children }: Element): Element[] {
  return children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    return child.tagName === 'dt' || child.tagName === 'dd' ? [child] : definitionParts(child)
  })
}

function definitionOf(term: RichText | null, said: readonly ListItem[]): ListItem | null {
  const [first] = said
  if (!term || term.text === '') {
    return first ? { ...first, children: [...first.children, ...listOf(said.slice(1))] } : null
  }
  const span = { start: term.span.start, end: said.at(-1)?.span.end ?? term.span.end }
  if (!first || said.length > 1 || first.text.text === '') {
    const children = first?.text.text === '' && said.length === 1 ? first.children : listOf(said)
    return { text: term, children, span }
  }
  const separator = /[:?]\s*$/.test(term.text) ? ' ' : ': '
  return { text: joinRichText([term, first.text], separator), children: first.children, span }
}

function listOf(items: readonly ListItem[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', isOrdered: false, items: [...items] }]
}
