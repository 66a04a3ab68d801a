/**
 * Takes out of a Word document what says nothing about its text. Word notes at every word its
 * language, font and revision: half of a document is such marks, which cut its words into pieces.
 *
 *     withoutMarks('<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>Keys</w:t></w:r>')
 *     // '<w:r><w:t>Keys</w:t></w:r>'
 */

/** Elements that only say how a word, paragraph, row or cell looks, and references to footnotes. */
const looks =
  /<w:(?:proofErr|lang|rFonts|szCs?|[bi]Cs|color|noProof|bookmark(?:Start|End)|spacing|ind|jc|shd|tcW|vAlign|highlight|u|kern|keepNext|keepLines|contextualSpacing|lastRenderedPageBreak|trHeight|cantSplit|(?:foot|end)noteReference)\b[^<>]*\/>/g

/** Elements of such elements; nothing is taken that holds another of its kind, as a change of it does. */
const frames = ['tblPr', 'tblGrid', 'tcBorders', 'tcMar', 'pBdr'].map(withoutOwnKind)
/** How the end of a paragraph looks; that it was deleted means something. */
const endOfParagraph = /<w:rPr>(?:<w:(?!del\b)[^<>]*\/>){0,100}<\/w:rPr>(?=<\/w:pPr>)/g
const emptyRun = /<w:rPr><\/w:rPr>|<w:rPr\/>/g
const emptyFrame = /<w:(pPr|tcPr|trPr)><\/w:\1>|<w:(?:pPr|tcPr|trPr)\/>/g

/** A box to tick is a frame around a sign, which the converter would leave out. */
const startOfBox = '<w:sdt>(?:<(?!/?w:sdt>)[^<>]*>){1,40}?<w14:checkbox>'
const box = new RegExp(
  `${startOfBox}(?:<(?!/?w:sdt>)[^<>]*>){0,40}?<w:sdtContent>((?:(?!</?w:sdt\\b)[^]){0,2000}?)</w:sdtContent></w:sdt>`,
  'g',
)
const paragraphOfBox = new RegExp(
  `<w:p\\b[^<>]*>(?:<w:pPr>((?:<(?!/w:pPr>)[^<>]*>){0,40})</w:pPr>)?(?=${startOfBox})`,
  'g',
)

/** Words in a row that look the same, each noted by itself. */
const plainRuns = /(?:<w:r><w:t(?: xml:space="preserve")?>[^<>]*<\/w:t><\/w:r>){2,}/g

/** Boxes nest this deep; those further in stand beside the deepest. */
export const deepestBox = 3
/** The style of a paragraph that starts with a box. */
export const styleOfBox = (level: number) => `WardroundBox${level}`

/** The document with the same words and without its marks. */
export function withoutMarks(xml: string): string {
  let plain = withBoxes(xml)
    .replace(looks, '')
    .replace(/ (?:w:rsid\w*|w14:(?:paraId|textId))="[^"<>]*"/g, '')
  for (const frame of frames) plain = plain.replace(frame, '')
  return plain
    .replace(endOfParagraph, '')
    .replace(emptyRun, '')
    .replace(emptyFrame, '')
    .replace(
      plainRuns,
      (runs) => `<w:r><w:t xml:space="preserve">${runs.replace(/<[^<>]*>/g, '')}</w:t></w:r>`,
    )
}

/**
 * Paragraphs that start with a box as a list: "☐ Doors". Word has no list for them, so that their
 * indents alone say which stands below which; `docxStyleMap` knows the names of these levels.
 */
function withBoxes(xml: string): string {
  if (!xml.includes('<w14:checkbox>')) return xml
  const indents = new Set<number>()
  for (const [, properties = ''] of xml.matchAll(paragraphOfBox)) indents.add(indentOf(properties))
  const levels = [...indents].sort((a, b) => a - b)
  return xml
    .replace(paragraphOfBox, (paragraph, properties: string = '') => {
      if (/<w:(?:numPr|pStyle)\b/.test(properties)) return paragraph
      const level = Math.min(levels.indexOf(indentOf(properties)) + 1, deepestBox)
      return `<w:p><w:pPr><w:pStyle w:val="${styleOfBox(level)}"/></w:pPr>`
    })
    .replace(box, '$1')
}

const indentOf = (properties: string) =>
  Number(/<w:ind\b[^<>]*\bw:(?:left|start)="(\d+)"/.exec(properties)?.[1] ?? 0)

function withoutOwnKind(name: string): RegExp {
  return new RegExp(`<w:${name}>(?:<(?!/?w:${name})[^<>]*>){0,500}</w:${name}>|<w:${name}/>`, 'g')
}
