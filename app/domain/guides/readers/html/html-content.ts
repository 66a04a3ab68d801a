/**
 * Finds in a page what its author wrote: not the menus, the footer, the scripts and the boxes beside.
 *
 *     <nav>…</nav><main><h1>Plan</h1>…</main><footer>…</footer> → main
 *
 * `main` and `article` are taken where they hold the lists and tables of the page; a page that marks
 * neither is read whole.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isWordless } from './html-elements'

export interface HtmlContent {
  /** What to read, in order. */
  nodes: readonly ElementContent[]
  /** Whether that is a page's `main` or `article`, so that a header in it belongs to the text. */
  isMarked: boolean
  /** What the page calls itself, where its content has no heading that does. */
  statedTitle: string | null
}

/** The part of the document that is its text. */
export function contentOfHtml(root: Root): HtmlContent {
  const nodes = root.children.filter(isContent)
  const marks = landmarksOf(nodes)
  const all = marks.body ? marks.body.children : nodes
  const { main } = marks.body ? landmarksOf(all) : marks
  const scope = main && holdsMost(main.children, all) ? main.children : all
  const { article } = scope === nodes ? marks : landmarksOf(scope)
  const content = article && holdsMost(article.children, scope) ? article.children : scope
  const { h1 } = content === nodes ? marks : landmarksOf(content)
  return {
    nodes: content,
    isMarked: content !== all,
    statedTitle: (h1 ? '' : wordsOf(marks.h1)) || pageTitleOf(marks),
  }
}

function isContent(node: RootContent): node is ElementContent {
  return node.type === 'element' || node.type === 'text'
}

/** The first of each element that says what a page and its parts are. */
interface Landmarks {
  body: Element | null
  main: Element | null
  article: Element | null
  h1: Element | null
  title: Element | null
  /** The elements that state the page's title and its site. */
  ogTitle: Element | null
  ogSite: Element | null
}

/** Found in one walk, since a page may be very long. */
function landmarksOf(nodes: readonly ElementContent[]): Landmarks {
  const found: Landmarks = {
    ...{ body: null, main: null, article: null, h1: null },
    ...{ title: null, ogTitle: null, ogSite: null },
  }
  note(nodes, found)
  return found
}

function note(nodes: readonly ElementContent[], found: Landmarks): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const { tagName, properties } = node
    if (tagName === 'body') found.body ??= node
    else if (tagName === 'article') found.article ??= node
    else if (tagName === 'h1') found.h1 ??= node
    else if (tagName === 'title') found.title ??= node
    if (tagName === 'main' || properties.role === 'main') found.main ??= node
    if (properties.property === 'og:title') found.ogTitle ??= node
    if (properties.property === 'og:site_name') found.ogSite ??= node
    note(node.children, found)
  }
}

/** Whether a part holds the plan: most rows and bullets, or most words where there are none. */
function holdsMost(part: readonly ElementContent[], whole: readonly ElementContent[]): boolean {
  const inPart = weigh(part)
  const inWhole = weigh(whole)
  if (inWhole.lines > 0) return inPart.lines * 2 >= inWhole.lines
  return inPart.words * 2 >= inWhole.words
}

function weigh(
  nodes: readonly ElementContent[],
  sum = { lines: 0, words: 0 },
): { lines: number; words: number } {
  for (const node of nodes) {
    if (node.type === 'text') sum.words += node.value.length
    if (node.type !== 'element' || isWordless(node, false)) continue
    if (node.tagName === 'li' || node.tagName === 'tr') sum.lines++
    weigh(node.children, sum)
  }
  return sum
}

/** The page's title without the name of its site. */
function pageTitleOf({ title, ogTitle, ogSite }: Landmarks): string | null {
  const site = contentOf(ogSite)
  const stated = contentOf(ogTitle) ?? wordsOf(title)
  const cut = site === null || !stated.endsWith(site) ? stated : stated.slice(0, -site.length)
  return (
    cut
      .replace(/\s+[|·»]\s+[^|·»]*$/, '')
      .replace(/\s*[-–—|·»:]+\s*$/, '')
      .trim() || null
  )
}

function contentOf(meta: Element | null): string | null {
  return String(meta?.properties.content ?? '').trim() || null
}

function wordsOf(node: ElementContent | null): string {
  if (node?.type === 'text') return node.value
  if (node?.type !== 'element') return ''
  return node.children.map(wordsOf).join('').replace(/\s+/g, ' ').trim()
}
