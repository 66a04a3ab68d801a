/**
 * Which of a Word document's paragraph styles are headings, in the words of the converter. Word names
 * its own styles in the language of whoever wrote the document, and people make their own; what they
 * have in common is the level they take in the outline.
 *
 *     docxStyleMap('… <w:name w:val="Kapitel"/> … <w:outlineLvl w:val="1"/> …')
 *     // [ …, "p[style-name='Kapitel'] => h2:fresh" ]
 */

import { deepestBox, styleOfBox } from './docx-marks.server'

/** Where an item of a list stands that is on this level, the outermost being 1. */
const itemOf = (list: 'ul' | 'ol', level: number) =>
  `${'ul|ol > li > '.repeat(level - 1)}${list} > li:fresh`

const named: [names: string[], element: string][] = [
  [['Title', 'Titel'], 'h1:fresh'],
  ...[1, 2, 3, 4, 5, 6].map((level): [string[], string] => [
    [`Überschrift ${level}`, `Titre ${level}`, `Título ${level}`, `Titolo ${level}`],
    `h${level}:fresh`,
  ]),
  [['Heading 7', 'Heading 8', 'Heading 9'], 'h6:fresh'],
  // Word numbers each level of these from its own first level, so that the style alone says which.
  ...[2, 3, 4, 5].flatMap((level): [string[], string][] => [
    [[`List Bullet ${level}`], itemOf('ul', level)],
    [[`List Number ${level}`], itemOf('ol', level)],
  ]),
]
/** The lines of a table of contents say again what the headings say. */
const contents = ["p[style-name^='toc '] => !", "p[style-name^='Verzeichnis '] => !"]

const paragraphStyle = /<w:style\b[^<>]*w:type="paragraph"/
const longestStyles = 2_000_000

/** The converter's own map, without what says no more than it does anyway. */
const byId = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.Heading${level} => h${level}:fresh`),
  'p.Heading => h1:fresh',
]
const byName: [name: string, rule: string][] = [
  ...[1, 2, 3, 4, 5, 6].map((level): [string, string] => [
    `heading ${level}`,
    `p[style-name='heading ${level}'] => h${level}:fresh`,
  ]),
  ['heading', "p[style-name='Heading'] => h1:fresh"],
  ['strong', "r[style-name='Strong'] => strong"],
  ...['footnote text', 'endnote text', 'annotation text', 'footnote', 'endnote'].map(
    (name): [string, string] => [name, `p[style-name='${name}'] => p:fresh`],
  ),
]
const boxes = Array.from(
  { length: deepestBox },
  (_, index) => `p.${styleOfBox(index + 1)} => ${itemOf('ul', index + 1)}`,
)
const lists = [1, 2, 3, 4, 5].flatMap((level) => [
  `p:unordered-list(${level}) => ${itemOf('ul', level)}`,
  `p:ordered-list(${level}) => ${itemOf('ol', level)}`,
])

/** Whose numbering stands in the style alone: after `lists`, which know the level of each paragraph. */
const listStyles: [names: string[], element: string][] = [
  [['List Bullet', 'Aufzählungszeichen', 'Liste à puces'], itemOf('ul', 1)],
  [['List Number', 'Listennummer', 'Liste à numéros'], itemOf('ol', 1)],
]

/** The style map for a document whose styles are described in `stylesXml`, and no rule that it has no style for. */
export function docxStyleMap(stylesXml: string): string[] {
  const own: string[] = []
  for (const style of stylesXml.slice(0, longestStyles).split('</w:style>')) {
    if (!paragraphStyle.test(style)) continue
    const name = /<w:name\b[^<>]*w:val="([^"<>]+)"/.exec(style)?.[1]
    const level = /<w:outlineLvl\b[^<>]*w:val="([0-5])"/.exec(style)?.[1]
    if (name === undefined || level === undefined || /['\\&]/.test(name)) continue
    own.push(`p[style-name='${name}'] => h${Number(level) + 1}:fresh`)
  }
  const has = nameTest(stylesXml)
  const rulesOf = (styles: [names: string[], element: string][]) =>
    styles.flatMap(([names, element]) =>
      names.filter(has).map((name) => `p[style-name='${name}'] => ${element}`),
    )
  const standard = byName.filter(([name]) => has(name)).map(([, rule]) => rule)
  return [
    ...[...contents, ...rulesOf(named), ...own, ...byId],
    ...[...standard, ...boxes, ...lists, ...rulesOf(listStyles)],
  ]
}

/** Whether a style has a name; the converter makes no difference between small letters and capitals. */
function nameTest(stylesXml: string): (name: string) => boolean {
  if (/:val\s*=\s*'/.test(stylesXml)) return () => true
  const names = new Set<string>()
  for (const [, name = ''] of stylesXml.matchAll(/<[^<>]*:name\b[^<>]*:val="([^"<>]*)"/g)) {
    names.add(name.toUpperCase())
  }
  return (name) => names.size === 0 || names.has(name.toUpperCase())
}

/** What the styles look like, which nobody asks: elements with nothing of their own kind in them. */
const looks = ['rPr', 'tblPr', 'trPr', 'tcPr', 'tblStylePr', 'latentStyles', 'docDefaults'].map(
  (name) =>
    new RegExp(
      `<w:${name}\\b[^<>]*(?<!/)>(?:<(?!/?w:${name})[^<>]*>\\s*){0,1000}</w:${name}>`,
      'g',
    ),
)

/** The styles with their names and numbers, and without their looks. */
export function namesOfStyles(stylesXml: string): string {
  return looks.reduce((xml, look) => xml.replace(look, ''), stylesXml)
}
