import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { parseHtml } from './parse-html'
import { scanHtml } from './scan-html'

/** The elements and words of a tree, one line; what surrounds a page's body is the parser's own. */
function shape(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, '')
  if (node.type !== 'element' && node.type !== 'root') return ''
  const inner = node.children.map(shape).join('')
  if (node.type === 'root' || ['html', 'head', 'body', 'tbody', 'span'].includes(node.tagName)) {
    return inner
  }
  return `${node.tagName}(${inner})`
}

const leaf = fc.constantFrom('word', 'a &amp; b', 'Tür', '&#8211; so', 'x &lt; y')
const inline = fc
  .tuple(fc.constantFrom('b', 'strong', ''), leaf)
  .map(([tag, text]) => (tag ? `<${tag}>${text}</${tag}>` : text))
const { block } = fc.letrec<{ block: string; list: string; table: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    inline.map((text) => `<p class="a">${text}</p>`),
    inline.map((text) => `<h2>${text}</h2>`),
    tie('list'),
    tie('table'),
    tie('block').map((inner) => `<div id='x'>${inner}</div>`),
  ),
  list: fc
    .tuple(
      fc.constantFrom('ul', 'ol'),
      fc.array(fc.tuple(inline, fc.option(tie('block'))), { minLength: 1, maxLength: 3 }),
    )
    .map(([tag, items]) => {
      const inner = items.map(([text, below]) => `<li>${text}${below ?? ''}</li>`)
      return `<${tag}>${inner.join('\n')}</${tag}>`
    }),
  table: fc
    .array(fc.array(fc.oneof(inline, tie('block')), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((rows) => {
      const inner = rows.map(
        (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      )
      return `<table>${inner.join('')}</table>`
    }),
}))

describe('scanHtml', () => {
  it('finds in a well-made page what the parser finds', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const html = `<!doctype html><body>${blocks.join('\n')}</body>`
        expect(shape(scanHtml(html))).toBe(shape(parseHtml(html)))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['ends what ends by itself', '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>'],
    ['ends paragraphs at blocks', '<p>a<p>b<div>c</div>'],
    ['ends cells and rows', '<table><tr><td>a<td>b<tr><th>c</table>'],
    ['ends terms', '<dl><dt>a<dd>b<dt>c</dl>'],
    ['knows elements without end', '<p>a<br>b<img src="x">c</p>'],
    ['passes over end tags of nothing', '<div>a</b>b</div>'],
    ['takes quoted signs for what they are', '<p title="a > b" class=\'<p>\'>c</p>'],
    ['takes a mere sign for text', '<p>1 < 2 and a< 3</p>'],
    ['passes over scripts and comments', '<p>a<!-- <p>b --><script>"</p><p>c"</script>d</p>'],
  ])('%s', (_name, html) => {
    const words = shape(scanHtml(html)).replace(/script\(.*?\)/g, '')
    const expected = shape(parseHtml(html)).replace(/script\(.*?\)/g, '')
    expect(words).toBe(expected)
  })

  it('keeps the words of elements that are too deep', () => {
    const html = `${'<div>'.repeat(500)}deep${'</div>'.repeat(500)}<p>after</p>`
    const tree = scanHtml(html)
    expect(shape(tree)).toContain('deep')
    expect((tree.children.at(-1) as Element).tagName).toBe('p')
  })

  it('says where it stopped', () => {
    const tree = scanHtml('<p>x'.repeat(260_000))
    expect(tree.children.at(-1)).toMatchObject({ tagName: 'data', properties: { value: 'unread' } })
  })
})

describe('parseHtml', () => {
  it.each([
    ['depth', '<div>'.repeat(20_000)],
    ['open marks', '<font color=1><b><i><p>'.repeat(2000)],
    ['attributes', `<p ${'a '.repeat(50_000)}>`],
    ['size', `<p>${'word '.repeat(200_000)}</p>`],
  ])('leaves to the scanner what the parser does not bear: %s', (_name, html) => {
    expect(() => parseHtml(`${html}x`)).not.toThrow()
  })
})
