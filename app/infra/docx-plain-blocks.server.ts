/**
 * Spares the converter of Word documents what holds nothing but words: paragraphs in a row that look
 * alike, with plain or bold words in them, and tables of such. Most of a long document is that, and
 * the converter builds six trees of it, one after the other.
 *
 *     const { xml, fill } = standIns('<w:p>…</w:p><w:tbl>…</w:tbl>') // one paragraph stands for both
 *     fill('<p>…</p>') // '<p>Words</p><table>…</table>', as the converter would have written it
 *
 * What an element becomes is still for the converter to say: of three bullets it is given the first,
 * and where it puts that as an `<li>` the others follow it.
 */

/** Characters that no language uses stand around the number of what was taken out. */
const [opening, closing] = ['\uE000', '\uE001']
const anyMark = /[\uE000\uE001]|&#/
const standIn = /<(\w+)>\uE000(\d+)\uE001(<\/p>)?/g
const blockStart = /<w:(?:p|tbl)>/g
const notPlain = /[>\r]|&(?!(?:amp|lt|gt|quot|apos);)/
const bold = '<w:rPr><w:b/></w:rPr>'
/** A style and a place in a list; that a paragraph was deleted stands in an element of its own. */
const plainProperties = /^<w:pPr>(?:<w:(?!del\b)[^<>]*\/>|<\/?w:numPr>)*<\/w:pPr>$/
const longestProperties = 1000

export interface StandIns {
  xml: string
  /** The converter's HTML with what was taken out; null where it did more with it than copy it. */
  fill(html: string): string | null
}

/** Blocks in a row: whole, or the content of elements that are all of one kind. */
interface Taken {
  html: string[]
  areWhole: boolean
}

/** The document with one paragraph for plain blocks in a row; null where there are none. */
export function standIns(xml: string): StandIns | null {
  if (anyMark.test(xml)) return null
  const kept: string[] = []
  const taken: Taken[] = []
  let from = 0
  blockStart.lastIndex = 0
  for (let tag = blockStart.exec(xml); tag; tag = blockStart.exec(xml)) {
    const blocks = new PlainBlocks(xml, tag.index)
    const read = blocks.read()
    if (blocks.at > tag.index) blockStart.lastIndex = blocks.at
    if (!blocks.areSeveral) continue
    kept.push(xml.slice(from, tag.index))
    from = blocks.at
    if (read.html.length === 0) continue
    const words = `${opening}${taken.length}${closing}`
    kept.push(`<w:p>${blocks.properties}<w:r><w:t>${words}</w:t></w:r></w:p>`)
    taken.push(read)
  }
  if (taken.length === 0) return null
  kept.push(xml.slice(from))
  return { xml: kept.join(''), fill: (html) => filled(html, taken) }
}

function filled(html: string, taken: readonly Taken[]): string | null {
  const whole = html.replace(standIn, (written, tag: string, number: string, end = '') => {
    const { html: parts = [], areWhole = false } = taken[Number(number)] ?? {}
    if (!areWhole) return `<${tag}>${parts.join(`</${tag}><${tag}>`)}${end}`
    return tag === 'p' && end !== '' ? parts.join('') : written
  })
  return whole.includes(opening) ? null : whole
}

/** Reads plain blocks one after the other, each character once. */
class PlainBlocks {
  /** What the paragraphs say of themselves, each the same; empty for paragraphs that say nothing. */
  properties = ''
  private blocks = 0
  private hasTable = false

  constructor(
    private readonly xml: string,
    /** Behind the last plain block. */
    public at: number,
  ) {}

  /** Whether one paragraph in place of these is less. */
  get areSeveral(): boolean {
    return this.hasTable || this.blocks > 1
  }

  /** The blocks from here to the next that is not plain; those without words are nothing. */
  read(): Taken {
    this.properties = this.propertiesHere()
    const areWhole = this.properties === ''
    const html: string[] = []
    for (let block = this.block(areWhole); block !== null; block = this.block(areWhole)) {
      if (block !== '') html.push(block)
      this.blocks++
    }
    return { html, areWhole }
  }

  private propertiesHere(): string {
    const start = this.at + '<w:p>'.length
    if (!this.xml.startsWith('<w:pPr>', start)) return ''
    const written = this.xml.slice(start, start + longestProperties)
    const properties = written.slice(0, written.indexOf('</w:pPr>') + '</w:pPr>'.length)
    return plainProperties.test(properties) ? properties : ''
  }

  private block(isWhole: boolean): string | null {
    const start = this.at
    const html = isWhole ? (this.wholeParagraph() ?? this.table()) : this.paragraph()
    if (html === null) this.at = start
    return html
  }

  private table(): string | null {
    const cell = () => this.parts('tc', 'td', () => this.wholeParagraph())
    const table = this.parts('tbl', 'table', () => this.parts('tr', 'tr', cell))
    if (table !== null) this.hasTable = true
    return table
  }

  /** An element that holds such parts and nothing else; at least one, as Word has it. */
  private parts(name: string, tag: string, part: () => string | null): string | null {
    if (!this.pass(`<w:${name}>`)) return null
    const html: string[] = []
    for (let each = part(); each !== null; each = part()) html.push(each)
    if (html.length === 0 || !this.pass(`</w:${name}>`)) return null
    return `<${tag}>${html.join('')}</${tag}>`
  }

  private wholeParagraph(): string | null {
    const content = this.paragraph()
    return content === null || content === '' ? content : `<p>${content}</p>`
  }

  private paragraph(): string | null {
    const start = this.at
    if (!this.pass('<w:p>')) return null
    const html = this.pass(this.properties) ? this.runs() : null
    if (html === null) this.at = start
    return html
  }

  private runs(): string | null {
    let html = ''
    let wasBold = false
    while (!this.pass('</w:p>')) {
      const run = this.run()
      if (run === null) return null
      if (run.text === '') continue
      if (run.isBold !== wasBold) html += run.isBold ? '<strong>' : '</strong>'
      wasBold = run.isBold
      html += run.text
    }
    return wasBold ? `${html}</strong>` : html
  }

  private run(): { text: string; isBold: boolean } | null {
    if (!this.pass('<w:r>')) return null
    const isBold = this.pass(bold)
    if (!this.pass('<w:t>') && !this.pass('<w:t xml:space="preserve">')) return null
    const end = this.xml.indexOf('<', this.at)
    const text = this.xml.slice(this.at, end)
    this.at = end
    if (end === -1 || !this.pass('</w:t></w:r>') || notPlain.test(text)) return null
    return { text: text.replaceAll('&quot;', '"').replaceAll('&apos;', "'"), isBold }
  }

  private pass(tag: string): boolean {
    if (!this.xml.startsWith(tag, this.at)) return false
    this.at += tag.length
    return true
  }
}
