/**
 * Cuts the text of a Word document into pieces that the converter takes one after the other: at once,
 * a long document takes it more memory than a server has to spare.
 *
 *     docxPieces('<w:document …><w:body><w:p>…</w:p><w:tbl>…</w:tbl></w:body></w:document>')
 *     // each piece a document of its own, cut between paragraphs, never inside a table or a list
 */

/** A piece ends at the first chance after so many characters, */
const shortestPiece = 400_000
/** and between any two paragraphs after so many times as much. */
const longest = 6

const blockTag =
  /<(\/?)w:(p|tbl|sdt|txbxContent|customXml|smartTag|ins|del|moveTo|moveFrom)(?=[\s>/])([^<>]*)>/g

/**
 * The document in pieces that together hold what it holds; the whole where it is short. A piece is as
 * long as what the converter reads `beside` it each time, so that time grows with the document alone.
 */
export function docxPieces(xml: string, beside = 0): string[] {
  const bodyTag = /<w:body\b[^<>]*>/.exec(xml)
  const bodyEnd = xml.lastIndexOf('</w:body>')
  const wanted = Math.max(shortestPiece, beside)
  if (!bodyTag || bodyEnd === -1 || xml.length <= wanted * 2) return [xml]
  const start = bodyTag.index + bodyTag[0].length
  const [head, tail] = [xml.slice(0, start), xml.slice(bodyEnd)]
  const pieces: string[] = []
  let from = start
  for (const cut of cutsOf(xml, start, bodyEnd, wanted)) {
    pieces.push(head + xml.slice(from, cut) + tail)
    from = cut
  }
  return [...pieces, head + xml.slice(from, bodyEnd) + tail]
}

/** The places between paragraphs where a piece ends. */
function cutsOf(xml: string, start: number, end: number, wanted: number): number[] {
  const cuts: number[] = []
  let from = start
  let depth = 0
  let paragraph = start
  blockTag.lastIndex = start
  for (let tag = blockTag.exec(xml); tag && tag.index < end; tag = blockTag.exec(xml)) {
    const isEnd = tag[1] === '/'
    if (tag[3]?.endsWith('/')) continue
    if (!isEnd && depth === 0 && tag.index - from > wanted) {
      const isLong = tag.index - from > longest * wanted
      const isPart = isListParagraph(xml, tag.index) || isDeleted(xml, paragraph)
      if (isLong || !isPart) {
        cuts.push(tag.index)
        from = tag.index
      }
    }
    if (!isEnd && depth === 0) paragraph = tag.index
    depth = Math.max(0, depth + (isEnd ? -1 : 1))
  }
  blockTag.lastIndex = 0
  return cuts
}

/** Whether the paragraph starting here belongs to a list, which a cut would make two. */
function isListParagraph(xml: string, at: number): boolean {
  return /<w:numPr>|<w:pStyle w:val="List/.test(propertiesAt(xml, at))
}

/** Whether the paragraph starting here was deleted, so that its words go on in the next. */
function isDeleted(xml: string, at: number): boolean {
  return /<w:del\b/.test(propertiesAt(xml, at))
}

function propertiesAt(xml: string, at: number): string {
  const start = xml.slice(at, at + 3000)
  const end = start.indexOf('</w:pPr>')
  return end === -1 ? start.slice(0, 500) : start.slice(0, end)
}
