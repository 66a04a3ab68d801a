/**
 * Cuts HTML into tags and text in one pass, without building anything: what the parser needs to be
 * spared, and what `scan-html.ts` reads a document by where the parser would take too long.
 *
 *     '<p class="a">Hi<br>'  → start "p", text "Hi", start "br"
 *     '<script>a < b</script>x' → start "script", end "script", text "x"
 *
 * Comments, declarations and the content of scripts are passed over. Every character is looked at
 * once, whatever is left open.
 */
import type { Span } from '../../document-tree'

export interface TagStart {
  name: string
  /** From "<" to behind ">". */
  span: Span
  /** Where the attributes stand. */
  attributes: Span
  /** Characters of the tag outside quoted values: how much there is for a parser to compare. */
  bareLength: number
}

export interface HtmlTokenSink {
  text(start: number, end: number): void
  open(tag: TagStart): void
  close(name: string, end: number): void
}

/** Elements whose content is characters and no tags. */
const rawTextElements = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes'])
/** The same, with entities. */
const characterElements = new Set(['title', 'textarea'])

const tagName = /[a-z][a-z0-9:_-]{0,40}/iy
const attributeBoundary = /[=>]/g
const space = /\s*/y

/** Hands every tag and every run of text of `source` to `sink`, in order. */
export function scanHtmlTokens(source: string, sink: HtmlTokenSink): void {
  let textStart = 0
  let at = source.indexOf('<')
  while (at !== -1) {
    const end = tokenEnd(source, at, textStart, sink)
    if (end !== null) textStart = end
    at = source.indexOf('<', end ?? at + 1)
  }
  if (textStart < source.length) sink.text(textStart, source.length)
}

/** Where the tag or comment at `at` ends, after it was handed over; null when it is a mere "<". */
function tokenEnd(
  source: string,
  at: number,
  textStart: number,
  sink: HtmlTokenSink,
): number | null {
  const next = source[at + 1]
  if (next === '!' || next === '?') {
    if (at > textStart) sink.text(textStart, at)
    const isComment = source.startsWith('<!--', at)
    return isComment ? behind(source, '-->', at + 2) : behind(source, '>', at)
  }
  const isEnd = next === '/'
  tagName.lastIndex = isEnd ? at + 2 : at + 1
  const name = tagName.exec(source)?.[0].toLowerCase()
  if (name === undefined) return null
  if (at > textStart) sink.text(textStart, at)
  const from = tagName.lastIndex
  if (isEnd) {
    const end = behind(source, '>', from)
    sink.close(name, end)
    return end
  }
  const { end, quoted } = tagEnd(source, from)
  const bareLength = end - at - quoted
  sink.open({ name, span: { start: at, end }, attributes: { start: from, end }, bareLength })
  return passCharacters(source, name, end, sink)
}

/** Behind the content of a script, which is no text of the document, or of a title, which is. */
function passCharacters(source: string, name: string, from: number, sink: HtmlTokenSink): number {
  if (name === 'plaintext') return source.length
  const hasText = characterElements.has(name)
  if (!hasText && !rawTextElements.has(name)) return from
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  const start = closing.exec(source)?.index ?? source.length
  if (hasText && start > from) sink.text(from, start)
  const end = behind(source, '>', start)
  sink.close(name, end)
  return end
}

function behind(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found === -1 ? source.length : found + mark.length
}

/** Behind the ">" that ends a tag, which is none inside a quoted value. */
function tagEnd(source: string, from: number): { end: number; quoted: number } {
  let quoted = 0
  attributeBoundary.lastIndex = from
  for (let found = attributeBoundary.exec(source); found; found = attributeBoundary.exec(source)) {
    if (found[0] === '>') return { end: found.index + 1, quoted }
    space.lastIndex = found.index + 1
    space.exec(source)
    const start = space.lastIndex
    const quote = source[start]
    if (quote !== '"' && quote !== "'") continue
    const end = behind(source, quote, start + 1)
    quoted += end - start
    attributeBoundary.lastIndex = end
  }
  return { end: source.length, quoted }
}
