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

/** Words in a row that look the same, each noted by itself. */
const plainRuns = /(?:<w:r><w:t(?: xml:space="preserve")?>[^<>]*<\/w:t><\/w:r>){2,}/g

/** The document with the same words and without its marks. */
export function withoutMarks(xml: string): string {
  let plain = xml.replace(looks, '').replace(/ (?:w:rsid\w*|w14:(?:paraId|textId))="[^"<>]*"/g, '')
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

function withoutOwnKind(name: string): RegExp {
  return new RegExp(`<w:${name}>(?:<(?!/?w:${name})[^<>]*>){0,500}</w:${name}>|<w:${name}/>`, 'g')
}
