/**
 * The plain text of HTML that runs on within a line, with the place of each piece in the source and
 * its bold parts. White space counts as in a browser; `<br>` is a line feed.
 *
 *     'Copy <b>keys</b>\n  to a\u00A0safe' → text 'Copy keys to a safe', bold 5 to 9
 */
import type { Element, ElementContent, Text } from 'hast'
import { cleanCharacters } from '../clean-characters'
import { sliceRichText } from '../../document-tree'
import type { RichText, Span } from '../../document-tree'
import { isBoldElement, isHidden, isNoteMark } from './html-elements'
import { blockElements, wordlessElements } from './html-tags'

const anySpace = /[\s\u00A0\u202F\u2007]+/g

export class HastText {
  private text = ''
  private readonly segments: { from: number; to: number; start: number; end: number }[] = []
  private readonly bold: { from: number; to: number }[] = []
  private boldFrom: number | null

  /** `shift` is added to the parser's offsets. */
  constructor(
    private readonly shift: number,
    private isBold: boolean,
  ) {
    this.boldFrom = isBold ? 0 : null
  }

  /** Adds inline content; a block within it stands on lines of its own. */
  add(node: ElementContent): void {
    if (node.type === 'text') this.addText(node)
    else if (node.type === 'element') this.addElement(node)
  }

  /** Goes on in a new line, unless this one is empty. */
  breakLine(): void {
    if (this.text === '' || this.text.endsWith('\n')) return
    const end = this.segments.at(-1)?.end ?? 0
    this.push('\n', { start: end, end })
  }

  /** What was added, without the white space around it; `whole` is its place where it has no words. */
  take(whole: Span): RichText {
    this.endBold()
    const { text, segments } = this
    const span = {
      start: segments[0]?.start ?? whole.start,
      end: segments.at(-1)?.end ?? whole.end,
    }
    const bold = joined(this.bold, text)
    return sliceRichText({ text, segments, bold, span }, 0, text.length)
  }

  private addElement(element: Element): void {
    const { tagName, children } = element
    if (tagName === 'br') return this.breakLine()
    if (wordlessElements.has(tagName) || isHidden(element) || isNoteMark(element)) return
    const isCell = tagName === 'td' || tagName === 'th'
    const isBlock = blockElements.has(tagName) && !isCell
    const wasBold = this.isBold
    this.setBold(isBoldElement(element) ?? wasBold)
    if (isBlock) this.breakLine()
    for (const child of children) this.add(child)
    if (isBlock) this.breakLine()
    else if (isCell) this.pushSpace()
    this.setBold(wasBold)
  }

  private addText(node: Text): void {
    const start = (node.position?.start.offset ?? 0) + this.shift
    const end = (node.position?.end.offset ?? 0) + this.shift
    const isPlain = !/[^\x20-\x7e]| {2}/.test(node.value)
    const value = isPlain ? node.value : cleanCharacters(node.value).replace(anySpace, ' ')
    const isExact = end - start === value.length
    const skipped = value.startsWith(' ') && (this.text === '' || /[ \n]$/.test(this.text)) ? 1 : 0
    if (value.length === skipped) return
    this.push(value.slice(skipped), { start: isExact ? start + skipped : start, end })
  }

  private pushSpace(): void {
    const end = this.segments.at(-1)?.end ?? 0
    if (this.text !== '' && !/[ \n]$/.test(this.text)) this.push(' ', { start: end, end })
  }

  private push(value: string, { start, end }: Span): void {
    const from = this.text.length
    this.text += value
    this.segments.push({ from, to: this.text.length, start, end })
  }

  private setBold(isBold: boolean): void {
    this.isBold = isBold
    if (!isBold) this.endBold()
    else this.boldFrom ??= this.text.length
  }

  private endBold(): void {
    const from = this.boldFrom
    if (from !== null && this.text.length > from) this.bold.push({ from, to: this.text.length })
    this.boldFrom = null
  }
}

/** Bold parts that only white space stands between are one. */
function joined(
  ranges: readonly { from: number; to: number }[],
  text: string,
): { from: number; to: number }[] {
  const whole: { from: number; to: number }[] = []
  for (const { from, to } of ranges) {
    const last = whole.at(-1)
    if (last && text.slice(last.to, from).trim() === '') last.to = to
    else whole.push({ from, to })
  }
  for (const range of whole) {
    while (range.to > range.from && /\s/.test(text[range.to - 1] ?? '')) range.to--
    while (range.from < range.to && /\s/.test(text[range.from] ?? '')) range.from++
  }
  return whole.filter(({ from, to }) => to > from)
}
