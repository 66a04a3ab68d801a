import zlib from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Invalid } from '~/domain/shared/errors'
import { docxToHtml } from '~/infra/docx.server'
import {
  docxEntries,
  docxFile,
  paragraph,
  paragraphStyle,
  table,
  zipFile,
  type ZipEntry,
} from '~tests/support/docx-file'

const styles = [
  paragraphStyle('Title', 'Title'),
  paragraphStyle('Kapitel', 'Kapitel der Praxis', 1),
  paragraphStyle('toc1', 'toc 1'),
].join('')
const htmlOf = (body: string) => docxToHtml(docxFile(body, { styles }))
const bullets = (level: number, ...texts: string[]) =>
  texts.map((text) => paragraph(text, { list: 1, level })).join('')
const heading = (text: string) => paragraph(text, { style: 'Kapitel' })
const plain = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const deleted = (text: string) =>
  `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('blocks that the converter is spared', () => {
  // A character that stands for such blocks, anywhere in a document, sends all of it to the converter.
  const sentinel = '\uE000'

  it.each<[string, string]>([
    ['paragraphs', paragraph('One **two** three') + paragraph('Four') + paragraph('**Five**')],
    ['signs', plain('R&amp;D &lt;b&gt; &quot;a&quot; &apos;b&apos;').repeat(3) + plain('a > b')],
    ['empty paragraphs', paragraph('One') + paragraph('').repeat(3) + paragraph('Two')],
    ['spaces', plain(' ').repeat(2) + plain(' a  b ').repeat(2)],
    ['a list', bullets(0, 'One', '**Two:** three', '', 'Four')],
    [
      'a list between paragraphs',
      plain('a').repeat(3) + bullets(0, 'b', 'c') + plain('d').repeat(3),
    ],
    [
      'a list in a list',
      bullets(0, 'A', 'B') + bullets(1, 'C', 'D') + bullets(2, 'E') + bullets(0, 'F', 'G'),
    ],
    [
      'a list over empty paragraphs',
      bullets(0, 'A', 'B') + paragraph('').repeat(4) + bullets(0, 'C', 'D'),
    ],
    ['two kinds of lists', bullets(0, 'A', 'B') + paragraph('C', { list: 2 }).repeat(3)],
    ['headings', heading('A') + heading('B') + paragraph('C') + heading('**D**') + heading('')],
    ['a table of contents', paragraph('A … 1', { style: 'toc1' }).repeat(3) + paragraph('B')],
    [
      'tables',
      table([
        ['a', '**b**'],
        ['', 'd'],
      ]).repeat(2) +
        paragraph('e') +
        table([['f']]),
    ],
    [
      'a table with lists in it',
      table([['a']]).replace('</w:tc>', `${bullets(0, 'b', 'c')}${plain('d').repeat(2)}</w:tc>`),
    ],
    [
      'cells that span',
      table([
        ['a', 'b'],
        ['c', 'd'],
      ]).replace('<w:tc>', '<w:tc><w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="2"/></w:tcPr>'),
    ],
    [
      'looks of a table',
      table([['a', 'b']]).replace(
        '<w:tbl>',
        '<w:tbl><w:tblPr><w:tblStyle w:val="G"/><w:tblW w:w="0"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>',
      ),
    ],
    ['a deleted end of a paragraph', deleted('One ') + plain('two').repeat(3)],
    [
      'words that were moved away',
      `<w:moveFrom w:id="1">${plain('gone').repeat(3)}</w:moveFrom>${plain('left').repeat(3)}`,
    ],
    [
      'a link over several paragraphs',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.test" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>${plain('a').repeat(3)}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ],
  ])('%s are written as the converter writes them', async (_name, body) => {
    const spared = await htmlOf(body)
    const converted = await htmlOf(body + plain(sentinel))
    expect(`${spared}<p>${sentinel}</p>`).toBe(converted)
    expect(spared).not.toMatch(/[\uE000\uE001]/)
  })

  it('are left alone where footnotes are referred to', async () => {
    const note = '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    expect(await htmlOf(note + plain('b').repeat(2))).toBe('<p>a</p><p>b</p><p>b</p>')
  })
})

describe('lists whose level only their style tells', () => {
  it.each(['List Bullet', 'List Number'])('stand below the list above: %s 2', async (name) => {
    const tag = name === 'List Bullet' ? 'ul' : 'ol'
    const deeper = paragraphStyle('Deeper', `${name} 2`)
    const html = (body: string) => docxToHtml(docxFile(body, { styles: styles + deeper }))
    const two = ['B', 'C'].map((text) => paragraph(text, { style: 'Deeper' })).join('')
    expect(await html(bullets(0, 'A') + two + bullets(0, 'D'))).toBe(
      `<ul><li>A<${tag}><li>B</li><li>C</li></${tag}></li><li>D</li></ul>`,
    )
  })
})

describe('lists whose numbers stand in their style', () => {
  it.each([
    ['List Bullet', 'ul'],
    ['List Number', 'ol'],
  ])('are lists: %s', async (name, tag) => {
    const listed = paragraphStyle('Listed', name)
    const html = await docxToHtml(
      docxFile(paragraph('A', { style: 'Listed' }) + paragraph('B', { style: 'Listed' }), {
        styles: listed,
      }),
    )
    expect(html).toBe(`<${tag}><li>A</li><li>B</li></${tag}>`)
  })

  it('keep the level that a paragraph has of its own', async () => {
    const styles = paragraphStyle('Listed', 'List Bullet')
    const deeper = paragraph('B', { style: 'Listed', list: 1, level: 1 })
    expect(await docxToHtml(docxFile(bullets(0, 'A') + deeper, { styles }))).toBe(
      '<ul><li>A<ul><li>B</li></ul></li></ul>',
    )
  })
})

describe('boxes to tick', () => {
  const boxed = (text: string, sign: string, indent = 0) =>
    `<w:p>${indent ? `<w:pPr><w:ind w:left="${indent}" w:hanging="360"/></w:pPr>` : ''}<w:sdt><w:sdtPr><w:id w:val="1"/><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic"/></w:rPr><w:t>${sign}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p>`

  it('make a list, which nests by its indents', async () => {
    const body =
      boxed('A', '☐', 360) + boxed('B', '☒', 720) + boxed('C', '☐', 720) + boxed('D', '☐', 360)
    expect(await htmlOf(body)).toBe(
      '<ul><li>☐ A<ul><li>☒ B</li><li>☐ C</li></ul></li><li>☐ D</li></ul>',
    )
  })

  it('need no indent, and leave other frames and lists as they are', async () => {
    const frame =
      '<w:p><w:sdt><w:sdtPr><w:id w:val="2"/></w:sdtPr><w:sdtContent><w:r><w:t>Name</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    const listed = boxed('B', '☐').replace(
      '<w:p>',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>',
    )
    expect(await htmlOf(frame + boxed('A', '☐') + frame + listed)).toBe(
      '<p>Name</p><ul><li>☐ A</li></ul><p>Name</p><ol><li>☐ B</li></ol>',
    )
  })
})

describe('an archive that unpacks to more than is read', () => {
  const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024)
  const docx = docxEntries(plain('Plan'))
  const media = (number: number, more: Partial<ZipEntry>): ZipEntry => ({
    name: `word/media/${number}.bin`,
    content: 'x',
    ...more,
  })

  afterEach(() => vi.restoreAllMocks())

  async function refusalOf(bytes: Uint8Array) {
    const inflate = vi.spyOn(zlib, 'createInflateRaw')
    const error = await docxToHtml(bytes).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof Invalid)) throw error ?? new Error('it was not refused')
    const streams = inflate.mock.results.map(({ value }) => value as zlib.InflateRaw)
    return { code: error.code, unpacked: streams.map((stream) => stream.bytesWritten) }
  }

  it.each([
    ['one part', [media(1, { claimedSize: 101 * 1024 * 1024 })]],
    ['parts together', [1, 2, 3].map((n) => media(n, { claimedSize: 35 * 1024 * 1024 }))],
    ['its text', [{ name: 'word/a.xml', content: 'x', claimedSize: 25 * 1024 * 1024 }]],
  ])('is refused before any of it is unpacked: %s', async (_name, entries) => {
    expect(await refusalOf(zipFile([...docx, ...entries]))).toEqual({
      code: 'guide-too-large',
      unpacked: [],
    })
  })

  it('is cut off while it is unpacked where it says less than it holds', async () => {
    // What does not pack well is read in many pieces, of which the first already is too much.
    const content = megabytes(4).map((_, index) => (index * index * 31 + (index >> 7)) % 251)
    const { code, unpacked } = await refusalOf(
      zipFile([media(1, { content, claimedSize: 10 }), ...docx]),
    )
    expect(code).toBe('guide-damaged')
    expect(unpacked).toHaveLength(1)
    expect(unpacked[0]).toBeLessThan(200_000)
  })
})
