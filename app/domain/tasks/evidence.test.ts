import { describe, expect, it } from 'vitest'
import {
  cleanFileName,
  EvidenceInput,
  evidenceTitle,
  maxEvidenceBytes,
} from '~/domain/tasks/evidence'

const refusal = (input: unknown) => EvidenceInput.safeParse(input).error?.issues[0]?.message

describe('a link', () => {
  it.each([
    'https://intranet/minutes',
    'http://10.0.0.4:8080/x?y#z',
    ' https://example.org/a ',
    'HTTPS://EXAMPLE.ORG',
  ])('takes %s', (url) => {
    expect(EvidenceInput.parse({ kind: 'link', url })).toMatchObject({ url: url.trim() })
  })

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'minutes',
    '//example.org',
    '',
  ])('refuses %j', (url) => {
    expect(refusal({ kind: 'link', url })).toMatch(/not a web address/)
  })
})

describe('a note', () => {
  it('needs words', () => {
    expect(refusal({ kind: 'note', note: ' \r\n ' })).toBe('The note is empty; write something.')
  })
})

describe('a file', () => {
  const file = (fileName: string, fileBytes = 10) => ({ kind: 'file', fileName, fileBytes })

  it.each([
    ['audit.pdf', 'audit.pdf'],
    ['C:\\scans\\audit.pdf', 'audit.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['Prüfbericht 2026.docx', 'Prüfbericht 2026.docx'],
    ['exe', 'exe'],
    ['a\u0000b.txt', 'ab.txt'],
    ['what?.png', 'what_.png'],
  ])('keeps %j as %j', (name, kept) => {
    expect(EvidenceInput.parse(file(name))).toMatchObject({ fileName: kept })
  })

  it.each(['run.exe', 'audit.pdf.EXE', 'run.exe. ', 'audit\u202efdp.exe', 'x.ps1', 'x.sh\u200b'])(
    'refuses the program %j',
    (name) => {
      expect(refusal(file(name))).toMatch(/Programs and scripts/)
    },
  )

  it.each([
    [0, /is empty/],
    [maxEvidenceBytes + 1, /larger than 25 MB/],
  ])('refuses %s bytes', (bytes, message) => {
    expect(refusal(file('a.pdf', bytes))).toMatch(message)
  })

  it('takes 25 MB exactly, and no file without a name', () => {
    expect(refusal(file('a.pdf', maxEvidenceBytes))).toBeUndefined()
    expect(refusal(file('...'))).toBe('Choose a file.')
    expect(cleanFileName('folder/')).toBe('')
  })
})

describe('evidenceTitle', () => {
  it.each([
    [{ kind: 'link', url: 'https://intranet/minutes' }, 'intranet/minutes'],
    [{ kind: 'link', url: 'https://intranet/minutes', title: 'Minutes' }, 'Minutes'],
    [{ kind: 'note', note: 'Called them.\nThey agreed.' }, 'Called them.'],
    [{ kind: 'file', fileName: 'a.pdf', fileBytes: 1 }, 'a.pdf'],
    [{ kind: 'note', note: 'x'.repeat(90) }, `${'x'.repeat(79)}…`],
  ])('%j', (input, title) => {
    expect(evidenceTitle(EvidenceInput.parse(input))).toBe(title)
  })
})
