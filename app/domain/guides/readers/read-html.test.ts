import { describe, expect, it } from 'vitest'
import type { Block, ListItem } from '../document-tree'
import { readHtml } from './read-html'

const itemOutline = (item: ListItem): string =>
  [item.text.text, ...(item.children.length > 0 ? [`(${outline(item.children).join('; ')})`] : [])]
    .filter(Boolean)
    .join(' ')

function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      return `h${block.depth}${block.isMarked ? '' : '?'} ${block.text.text}`
    }
    if (block.kind === 'paragraph') return `p ${block.text.text}`
    if (block.kind === 'table') {
      const rows = [block.header, ...block.rows]
      return `t ${rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join(' / ')}`
    }
    if (block.kind === 'list') {
      return `${block.isOrdered ? 'ol' : 'ul'} ${block.items.map(itemOutline).join(' + ')}`
    }
    if (block.kind === 'group') return `(${outline(block.children).join('; ')})`
    return `? ${block.reason}`
  })
}

const read = (html: string) => outline(readHtml(html).tree.blocks)
const textOf = (html: string) => readHtml(html).text

describe('the text of a page', () => {
  it('is written anew, and every place counts in it', () => {
    const { text, tree } = readHtml(`<h1>Keys</h1><p>Some words.<br>More &amp; more.</p>
      <h2>30 days</h2><ol><li>Rotate <b>all</b> keys<ul><li>Log it</li></ul></li></ol>
      <table><tr><th>Owner</th><th>Task</th></tr><tr><td>HR</td><td>Train<br>staff</td></tr></table>`)
    expect(text).toBe(
      [
        ...['Keys', '', 'Some words.', 'More & more.', '', '30 days', ''],
        ...['1. Rotate all keys', '   - Log it', ''],
        ...['| Owner | Task |', '| --- | --- |', '| HR | Train staff |', ''],
      ].join('\n'),
    )
    const [title, paragraph, , list, table] = tree.blocks
    const cut = (span?: { start: number; end: number }) => text.slice(span?.start, span?.end)
    if (title?.kind !== 'heading' || paragraph?.kind !== 'paragraph') throw new Error('no heading')
    if (list?.kind !== 'list' || table?.kind !== 'table') throw new Error('no list')
    expect(cut(title.text.span)).toBe('Keys')
    expect(cut(paragraph.text.span)).toBe('Some words.\nMore & more.')
    expect(cut(list.items[0]?.text.span)).toBe('Rotate all keys')
    expect(cut(list.items[0]?.span)).toBe('1. Rotate all keys\n   - Log it')
    expect(list.items[0]?.text.bold).toEqual([{ from: 7, to: 10 }])
    expect(cut(table.rows[0]?.span)).toBe('| HR | Train staff |')
    expect(cut(table.rows[0]?.cells[1]?.span)).toBe('Train staff')
  })

  it('has spaces as a browser shows them, and nothing invisible', () => {
    expect(textOf('<p>  a\n\n b&nbsp;&nbsp;c&shy;d <i> e </i> f&#8203;g\u00A0</p>')).toBe(
      'a b cd e fg\n',
    )
  })
})

describe('what is no part of the text', () => {
  it.each([
    '<nav><ul><li>30-day plan</li></ul></nav>',
    '<header><ul><li>Home</li></ul></header>',
    '<footer><ul><li>Terms</li></ul></footer>',
    '<aside><p>Buy this</p></aside>',
    '<script>document.write("<li>Do it</li>")</script>',
    '<style>li { color: red }</style>',
    '<template><li>Do it</li></template>',
    '<noscript><p>Please turn on scripts</p></noscript>',
    '<form><select><option>One</option></select><textarea>Two</textarea><button>Go</button></form>',
    '<div hidden><p>Hidden</p></div>',
    '<div style="display: none"><p>Hidden</p></div>',
    '<p aria-hidden="true">Hidden</p>',
    '<div role="navigation"><ul><li>Home</li></ul></div>',
    '<ul class="menu"><li>Home</li></ul>',
    '<div id="sidebar"><ul><li>Latest posts</li></ul></div>',
    '<!-- <p>Comment</p> -->',
    '<svg><title>Picture</title><text>Label</text></svg>',
    '<iframe src="https://example.org">No frames</iframe>',
    '<ol><li id="footnote-1">Says who</li></ol>',
  ])('%s', (beside) => {
    expect(read(`<body>${beside}<h2>Plan</h2>${beside}<p>Do it.</p>${beside}`)).toEqual([
      'h2 Plan',
      'p Do it.',
    ])
  })

  it('is not passed over by its name when the page stands in it', () => {
    expect(read('<div class="widget"><h1>Plan</h1><p>Do it.</p></div>')).toEqual([
      'h1 Plan',
      'p Do it.',
    ])
  })

  it('leaves marks that lead to footnotes out of the words', () => {
    expect(
      read('<p>Rotate keys<sup><a href="#fn1">[1]</a></sup> and log m<sup>2</sup>.</p>'),
    ).toEqual(['p Rotate keys and log m2.'])
  })
})

describe('where the text stands', () => {
  it.each([
    [
      'main',
      '<ul><li>Beside</li></ul><main><header><h1>Plan</h1></header><ul><li>A</li><li>B</li></ul></main>',
    ],
    [
      'article',
      '<ul><li>Beside</li></ul><article><h1>Plan</h1><ul><li>A</li><li>B</li></ul></article>',
    ],
    [
      'article in main',
      '<main><ul><li>Beside</li></ul><article><h1>Plan</h1><ul><li>A</li><li>B</li></ul></article></main>',
    ],
  ])('%s', (_name, html) => {
    expect(read(`<body>${html}</body>`)).toEqual(['h1 Plan', 'ul A + B'])
  })

  it('is the whole page where main does not hold most of its lists and tables', () => {
    expect(read('<main><p>Welcome.</p></main><h2>Plan</h2><ul><li>A</li><li>B</li></ul>')).toEqual([
      'p Welcome.',
      'h2 Plan',
      'ul A + B',
    ])
  })

  it.each([
    ['<title>Keys</title><h1>All keys</h1>', 'Keys'],
    ['<title>Keys | The Clinic</title><p>Text.</p>', 'Keys'],
    ['<meta property="og:site_name" content="The Clinic"><title>Keys – The Clinic</title>', 'Keys'],
    ['<meta property="og:title" content="Keys"><title>Keys – a blog</title><p>Text.</p>', 'Keys'],
    ['<title>Blog</title><header><h1>Keys</h1></header><main><p>Text.</p></main>', 'Keys'],
    ['<p>Text.</p>', null],
  ])('%s is called %s', (html, title) => {
    expect(readHtml(html).tree.statedTitle).toBe(title)
  })
})

describe('headings', () => {
  it.each([
    ['<h3>Week 5</h3>', 'h3 Week 5'],
    ['<div role="heading" aria-level="4">Week 5</div>', 'h4 Week 5'],
    ['<h2><button>Week 5</button></h2>', 'h2 Week 5'],
    ['<details><summary>Week 5</summary></details>', 'h6 Week 5'],
    ['<p><b>Week 5</b></p>', 'h7? Week 5'],
    ['<p><strong>Week</strong> <strong>5</strong>:</p>', 'h7? Week 5:'],
    ['<p><span style="font-weight:700">Week 5</span></p>', 'h7? Week 5'],
    ['<div><b>Week 5</b></div>', 'h7? Week 5'],
    ['<p><b>Week 5 is long.</b></p>', 'p Week 5 is long.'],
    ['<b style="font-weight:normal"><p>Prose here.</p></b>', 'p Prose here.'],
  ])('%s', (html, expected) => {
    expect(read(`<h1>A</h1><h2>B</h2>${html}`).slice(2)).toEqual([expected])
  })

  it('a bold line above its text in one paragraph', () => {
    expect(read('<h1>A</h1><h2>B</h2><p><b>Week 5</b><br>Do it.</p>').slice(2)).toEqual([
      'h7? Week 5',
      'p Do it.',
    ])
  })

  it('are what Google Docs styles as a title, and lists of two names stay two', () => {
    expect(
      read(
        '<p class="c5 title">Safe keys</p><h1>Why</h1><p class="title">Words.</p><h1>Plan</h1><ul class="lst-kix_a-0"><li>A</li></ul><ul class="lst-kix_b-1"><li>B</li></ul>',
      ),
    ).toEqual(['h1 Safe keys', 'h1 Why', 'p Words.', 'h1 Plan', 'ul A', 'ul B'])
  })

  it('are found by their looks where the document marks none', () => {
    expect(
      read('<p>The keys</p><p>Some words about them.</p><p>30-day plan</p><ul><li>Do it</li></ul>'),
    ).toEqual(['h1? The keys', 'p Some words about them.', 'h2? 30-day plan', 'ul Do it'])
  })
})

describe('lists', () => {
  it.each([
    ['<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>', 'ul A (ul B) + C'],
    ['<ul><li>A</li><ul><li>B</li></ul><li>C</li></ul>', 'ul A (ul B) + C'],
    [
      '<ul class="c1 lst-kix_a-0 start"><li>A</li></ul><ul class="c1 lst-kix_a-1"><li>B</li></ul><ul class="c1 lst-kix_a-0"><li>C</li></ul>',
      'ul A (ul B) + C',
    ],
    [
      '<ol class="lst-kix_a-0"><li>A</li></ol><ol class="lst-kix_a-1"><li>B</li></ol><ol class="lst-kix_a-2"><li>C</li></ol><ol class="lst-kix_a-1"><li>D</li></ol>',
      'ol A (ol B (ol C) + D)',
    ],
    ['<ol><li><p>A</p><p>more</p></li></ol>', 'ol A (p more)'],
    ['<ul><li><input type="checkbox" checked> A</li></ul>', 'ul A'],
    ['<ul><li><label><input type="checkbox"> A</label></li></ul>', 'ul A'],
    ['<ul><li><b>Keys</b> – rotate</li></ul>', 'ul Keys – rotate'],
    ['<ul><li><b>Keys</b></li></ul>', 'ul Keys'],
    ['<ul><li>A<li>B</ul>', 'ul A + B'],
    ['<ul><div><li>A</li></div></ul>', 'ul A'],
    ['<ul><li>A<table><tr><th>x</th></tr><tr><td>1</td></tr></table></li></ul>', 'ul A (t x / 1)'],
    ['<dl><dt>Keys</dt><dd>Rotate them.</dd></dl>', 'ul Keys: Rotate them.'],
    ['<dl><dt>30 days</dt><dd>A</dd><dd>B</dd></dl>', 'ul 30 days (ul A + B)'],
    ['<dl><div><dt>Keys:</dt><dd>Rotate</dd></div></dl>', 'ul Keys: Rotate'],
    ['<p>• A<br>• B</p>', 'ul A + B'],
    ['<p>- A</p><p>- B<br>goes on</p>', 'ul A + B\ngoes on'],
    ['<p>1. A</p><p>2. B</p>', 'ol A + B'],
    ['<p>☐ A</p><p>☐ B</p>', 'ul A + B'],
  ])('%s', (html, expected) => {
    expect(read(`<h1>A</h1><h2>B</h2>${html}`).slice(2)).toEqual([expected])
  })

  it('keeps what is bold in a typed bullet', () => {
    const [list] = readHtml('<p>• <b>Keys</b>: rotate</p><p>• Log</p>').tree.blocks
    if (list?.kind !== 'list') throw new Error('no list')
    expect(list.items[0]?.text.bold).toEqual([{ from: 0, to: 4 }])
  })
})

describe('tables', () => {
  const cells = '<tr><th>Task</th><th>Who</th></tr>'
  it.each([
    [
      'colspan',
      '<table><tr><th>Task<th>Who<th>Why<tr><td colspan=2>A<td>B</table>',
      ['t Task|Who|Why / A||B'],
    ],
    [
      'in parts',
      `<table><thead>${cells}</thead><tbody><tr><td>A<td>HR</table>`,
      ['t Task|Who / A|HR'],
    ],
    ['without th', '<table><tr><td>Task<td>Who<tr><td>A<td>HR</table>', ['t Task|Who / A|HR']],
    [
      'rowspan',
      `<table>${cells}<tr><td>A<td rowspan=2>HR<tr><td>B</table>`,
      ['t Task|Who / A|HR / B|HR'],
    ],
    [
      'a row too short',
      `<table>${cells}<tr><td>A<td>HR<tr><td>B</table>`,
      ['t Task|Who / A|HR / B|'],
    ],
    [
      'two lines of header',
      '<table><thead><tr><th rowspan=2>Task<th colspan=2>Who<tr><th>Lead<th>Help</thead><tr><td>A<td>HR<td>IT</table>',
      ['t Task|Lead|Help / A|HR|IT'],
    ],
    [
      'rows across it',
      `<table>${cells}<tr><td colspan=2>Days 1–30</td></tr><tr><td>A<td>HR</tr><tr><td colspan=2>Days 31–60</td></tr><tr><td>B<td>IT</tr></table>`,
      ['h8? Days 1–30', 't Task|Who / A|HR', 'h8? Days 31–60', 't Task|Who / B|IT'],
    ],
    [
      'a title in its first row',
      `<table><tr><th colspan=2>Plan</th></tr>${cells}<tr><td>A<td>HR</table>`,
      ['h8? Plan', 't Task|Who / A|HR'],
    ],
    [
      'a caption',
      `<table><caption>Plan</caption>${cells}<tr><td>A<td>HR</table>`,
      ['h8? Plan', 't Task|Who / A|HR'],
    ],
    [
      'lists in cells',
      `<table>${cells}<tr><td><ul><li>A</li><li>B</li></ul></td><td>HR</td></table>`,
      ['t Task|Who / A\nB|HR'],
    ],
    [
      'a table in a cell',
      `<table>${cells}<tr><td><table><tr><td>A</td><td>B</td></tr></table></td><td>HR</td></table>`,
      ['t Task|Who / A B|HR'],
    ],
    [
      'for layout',
      '<table><tr><td><h3>Plan</h3><p>Do it.</p></td><td><table><tr><th>Task</th></tr><tr><td>A</td></tr></table></td></tr></table>',
      ['h3 Plan', 'p Do it.', 't Task / A'],
    ],
    ['a frame around a list', '<table><tr><td><ul><li>A</li></ul></td></tr></table>', ['ul A']],
    ['drawn with bars', '<p>| Task | Who |<br>|---|---|<br>| A | HR |</p>', ['t Task|Who / A|HR']],
  ])('%s', (_name, html, expected) => {
    expect(read(`<h1>A</h1><h2>B</h2>${html}`).slice(2)).toEqual(expected)
  })

  it('repeats no cell beyond what a page may say', () => {
    const cell = `<td rowspan=60000>${'word '.repeat(2000)}</td>`
    const html = `<table>${cells}<tr>${cell}<td>A</td></tr>${'<tr><td>B</td></tr>'.repeat(3000)}</table>`
    expect(textOf(html).length).toBeLessThan(html.length * 4)
  })

  it('says which rows it cannot read', () => {
    expect(read(`<table><tr>${'<td>x</td>'.repeat(200)}</tr></table>`)).toEqual([
      '? This row has more than 100 cells.',
    ])
  })
})

describe('other blocks', () => {
  it.each([
    ['<blockquote><p>Said.</p><ul><li>A</li></ul></blockquote>', '(p Said.; ul A)'],
    ['<pre>One\nTwo</pre>', 'p One\nTwo'],
    ['<div>Words <i>in</i> a <a href="x">row</a></div>', 'p Words in a row'],
    ['<my-part><p>Text.</p></my-part>', 'p Text.'],
    ['<a href="x"><div>Text.</div></a>', 'p Text.'],
    ['Text <b>alone</b> here.', 'p Text alone here.'],
  ])('%s', (html, expected) => {
    expect(read(`<h1>A</h1><h2>B</h2>${html}`).slice(2)).toEqual([expected])
  })
})
