import { describe, expect, it } from 'vitest'
import { Invalid } from '~/domain/shared/errors'
import { decodeText, guideSizeLimitBytes, normalisePastedText } from './decode-text'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

function refusal(act: () => unknown): Invalid {
  try {
    act()
  } catch (error) {
    if (error instanceof Invalid) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8('Prüfen – “jetzt”'), 'Prüfen – “jetzt”'],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
    ['UTF-16 LE with its mark', bytes(0xff, 0xfe, 0x41, 0, 0xfc, 0), 'Aü'],
    ['UTF-16 BE with its mark', bytes(0xfe, 0xff, 0, 0x41, 0, 0xfc), 'Aü'],
    ['UTF-16 LE without', bytes(0x41, 0, 0x42, 0, 0x43, 0), 'ABC'],
    ['UTF-16 BE without', bytes(0, 0x41, 0, 0x42, 0, 0x43), 'ABC'],
    ['Windows-1252', bytes(0x93, 0x41, 0x94, 0x20, 0x96, 0xfc), '“A” –ü'],
    [
      'an HTML page in the encoding it names',
      bytes(...utf8('<meta charset="iso-8859-2">'), 0xb1),
      '<meta charset="iso-8859-2">ą',
    ],
    [
      'UTF-8 whatever the page names',
      utf8('<meta charset="iso-8859-1">Tür'),
      '<meta charset="iso-8859-1">Tür',
    ],
    [
      'UTF-8 that was cut',
      bytes(...utf8('für Tür, Öl und Übung'), 0xc3),
      'für Tür, Öl und Übung\uFFFD',
    ],
    ['spaces that do not break', utf8('30\u00A0days in\u202F2027'), '30 days in 2027'],
    ['spaces that indent, kept', utf8('a\n\u00A0\u00A0- b'), 'a\n\u00A0\u00A0- b'],
    ['line ends of every kind', utf8('a\r\nb\rc\u2028d'), 'a\nb\nc\nd'],
    ['soft hyphens and zero-width spaces', utf8('pre\u00ADven\u200Btion'), 'prevention'],
  ])('%s', (_name, input, expected) => {
    expect(decodeText(input)).toBe(expected)
  })

  it.each([
    ['nothing', bytes(), 'guide-empty'],
    ['white space', utf8(' \n\t '), 'guide-empty'],
    [
      'a picture',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      'guide-not-text',
    ],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), 'guide-not-text'],
    ['a ZIP', bytes(0x50, 0x4b, 3, 4, 20, 65, 66, 67), 'guide-not-text'],
    ['control characters', bytes(1, 2, 3, 4, 5, 6, 65, 66), 'guide-not-text'],
    ['too much', new Uint8Array(guideSizeLimitBytes + 1).fill(65), 'guide-too-large'],
  ])('refuses %s', (_name, input, code) => {
    const error = refusal(() => decodeText(input))
    expect(error.code).toBe(code)
    expect(error.field).toBe('file')
    expect(error.message).toMatch(/nothing was imported and nothing was changed\. /)
  })

  it('takes a guide of exactly the largest size', () => {
    expect(decodeText(new Uint8Array(guideSizeLimitBytes).fill(65))).toHaveLength(
      guideSizeLimitBytes,
    )
  })
})

describe('normalisePastedText', () => {
  it('gives the same text as the file does', () => {
    expect(normalisePastedText('\uFEFFPlan\r\n- Do it')).toBe(decodeText(utf8('Plan\n- Do it')))
  })

  it('replaces what no database keeps', () => {
    expect(normalisePastedText('a\u0000b\uD800')).toBe('a\uFFFDb\uFFFD')
  })

  it('refuses an empty field', () => {
    expect(refusal(() => normalisePastedText('  ')).code).toBe('guide-empty')
  })
})
