/**
 * Decodes the entities that texts written by people hold. The parser knows all two thousand; this is
 * for texts that it is spared.
 *
 *     decodeEntities('R&amp;D &#8211; gro&szlig;') // 'R&D – groß'
 */

const named = new Map<string, string>(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    shy: '\u00AD',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '\u200C',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    hellip: '…',
    rarr: '→',
    larr: '←',
    check: '✓',
    times: '×',
    deg: '°',
    sect: '§',
    para: '¶',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
    pound: '£',
    le: '≤',
    ge: '≥',
    frac12: '½',
    szlig: 'ß',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    agrave: 'à',
    acirc: 'â',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    ccedil: 'ç',
    ocirc: 'ô',
    ntilde: 'ñ',
  }),
)

const entity = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]+\d{0,2}));?/g

/** The text with its entities decoded; what is no known entity stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(entity, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? written
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
  })
}
