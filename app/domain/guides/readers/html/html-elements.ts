/**
 * What one element of a page is to a reader: hidden, beside the text, bold, a heading, a cell.
 */
import type { Element, ElementContent, Properties } from 'hast'
import { wordlessElements, wordlessNames, wordlessRoles } from './html-tags'

/** Whether the page keeps an element from being seen. */
export function isHidden({ properties }: Element): boolean {
  if (properties.hidden === true || properties.hidden === '') return true
  if (String(properties.ariaHidden ?? '') === 'true') return true
  const { style } = properties
  return typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/**
 * Whether an element is no part of the text: a menu, a script, something hidden. A header is one
 * unless it stands in the page's `main` or `article`.
 */
export function isWordless(element: Element, isInContent: boolean): boolean {
  const { tagName, properties } = element
  if (wordlessElements.has(tagName) || isHidden(element)) return true
  if (tagName === 'footer' || (tagName === 'header' && !isInContent)) return true
  if (tagName === 'li') return isNote(element)
  if (wordlessRoles.has(String(properties.role ?? ''))) return true
  if (properties.className === undefined && properties.id === undefined) return false
  const names = [properties.className ?? [], properties.id ?? []].flat()
  return names.some((name) => wordlessNames.has(String(name).toLowerCase())) && !holdsText(element)
}

/** A footnote at the end of a document, to which a mark in the text leads. */
function isNote({ properties }: Element): boolean {
  return /(?:^|-)(?:foot|end)note-\d+$|^(?:user-content-)?fn-?\d/.test(String(properties.id ?? ''))
}

/** What must not be passed over, by whatever name its frame goes. */
function holdsText({ children }: Element): boolean {
  const names = ['h1', 'main', 'article']
  return findElement(children, ({ tagName }) => names.includes(tagName)) !== null
}

/** The first element that passes the test, outermost first. */
export function findElement(
  nodes: readonly ElementContent[],
  test: (element: Element) => boolean,
): Element | null {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const found = test(node) ? node : findElement(node.children, test)
    if (found) return found
  }
  return null
}

/** "[1]" that leads to a footnote. */
export function isNoteMark({ tagName, children }: Element): boolean {
  if (tagName !== 'sup' || children.length > 3) return false
  return children.some((child) => {
    if (child.type !== 'element' || child.tagName !== 'a') return false
    return String(child.properties.href ?? '').startsWith('#')
  })
}

/** Whether an element makes its words bold, makes them plain again, or leaves them as they are. */
export function isBoldElement({ tagName, properties }: Element): boolean | null {
  const { style } = properties
  const weight =
    typeof style === 'string' ? /font-weight\s*:\s*([a-z]+|\d+)/i.exec(style)?.[1] : undefined
  if (weight !== undefined) return /^(?:bold|bolder|[6-9]\d\d)$/i.test(weight)
  return tagName === 'b' || tagName === 'strong' ? true : null
}

/** Google Docs writes its style "Title" as a paragraph: `<p class="c5 title">`. */
function isDocsTitle({ properties }: Element): boolean {
  const names = classesOf(properties)
  return names.length === 2 && names.includes('title')
}

export function classesOf({ className }: Properties): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

/** 1 to 6 for a heading, by its name or its role; null for anything else. */
export function headingDepth(element: Element): number | null {
  const { tagName, properties } = element
  const level = /^h([1-6])$/.exec(tagName)?.[1]
  if (level !== undefined) return Number(level)
  if (tagName === 'p' && isDocsTitle(element)) return 1
  if (properties.role !== 'heading') return null
  const depth = Number(properties.ariaLevel ?? 2)
  return depth >= 1 && depth <= 6 ? depth : 2
}

/** Whether this stands for the rest of a document that was too long to be read. */
export function isUnread({ tagName, properties }: Element): boolean {
  return tagName === 'data' && properties.value === 'unread'
}

export function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
}
