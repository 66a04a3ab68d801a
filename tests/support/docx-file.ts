import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive; `claimedSize` lies about how much it unpacks to. */
export interface ZipEntry {
  name: string
  content: string | Uint8Array
  isStored?: boolean
  isEncrypted?: boolean
  claimedSize?: number
}

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50

/** A ZIP archive of these entries. */
export function zipFile(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const data = entry.isStored ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((entry.isEncrypted ? 1 : 0) | 0x800, 2)
    fields.writeUInt16LE(entry.isStored ? 0 : 8, 4)
    fields.writeUInt32LE(0x5d8c4800, 6)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(entry.claimedSize ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    locals.push(uint32(localHeader), fields, name, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(uint32(centralHeader), Buffer.from([20, 0]), fields, tail, name)
    offset += 30 + name.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, central, uint32(endOfDirectory), end]))
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const openXml = 'http://schemas.openxmlformats.org'
const word = `${openXml}/wordprocessingml/2006/main`
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** The entries of a Word document with this body, in WordprocessingML. */
export function docxEntries(
  body: string,
  { styles = '', numbering = '', type = mainType } = {},
): ZipEntry[] {
  const target = `${openXml}/officeDocument/2006/relationships`
  const relation = (id: string, kind: string, file: string) =>
    `<Relationship Id="${id}" Type="${target}/${kind}" Target="${file}"/>`
  const relations = (inner: string) =>
    `<Relationships xmlns="${openXml}/package/2006/relationships">${inner}</Relationships>`
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${openXml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: relations(relation('r1', 'officeDocument', 'word/document.xml')),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations(
        relation('r1', 'styles', 'styles.xml') + relation('r2', 'numbering', 'numbering.xml'),
      ),
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${word}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}</w:body></w:document>`,
    },
    { name: 'word/styles.xml', content: `<w:styles xmlns:w="${word}">${styles}</w:styles>` },
    {
      name: 'word/numbering.xml',
      content: `<w:numbering xmlns:w="${word}">${numbering || standardNumbering}</w:numbering>`,
    },
  ]
}

/** Number 1 is a bullet on three levels, number 2 counts. */
const standardNumbering = [
  ['1', 'bullet'],
  ['2', 'decimal'],
]
  .map(([id, format]) => {
    const levels = [0, 1, 2].map(
      (level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`,
    )
    return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
  })
  .concat(['1', '2'].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`))
  .join('')

/** A paragraph; `**bold**` parts are bold runs. */
export function paragraph(text: string, { style = '', list = 0, level = 0 } = {}): string {
  const numbers = list
    ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
    : ''
  const properties = `<w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${numbers}</w:pPr>`
  return `<w:p w:rsidR="00A1">${properties}${runs(text)}</w:p>`
}

function runs(text: string): string {
  return text
    .split(/(\*\*.+?\*\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      const isBold = part.startsWith('**')
      const words = escaped(isBold ? part.slice(2, -2) : part)
      const marks = `<w:rPr>${isBold ? '<w:b/>' : ''}<w:lang w:val="en-GB"/></w:rPr>`
      return `<w:r>${marks}<w:t xml:space="preserve">${words}</w:t></w:r>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** A table of these rows. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A paragraph style as Word describes it. */
export function paragraphStyle(id: string, name: string, outlineLevel?: number): string {
  const outline =
    outlineLevel === undefined ? '' : `<w:pPr><w:outlineLvl w:val="${outlineLevel}"/></w:pPr>`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${outline}</w:style>`
}

/** A whole Word document with this body. */
export function docxFile(body: string, options?: Parameters<typeof docxEntries>[1]): Uint8Array {
  return zipFile(docxEntries(body, options))
}
