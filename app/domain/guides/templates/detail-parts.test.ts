import { describe, expect, it } from 'vitest'
import { detailParts } from './detail-parts'

const parts = (detail: string | null, refs: string[] = []) =>
  detailParts(detail, refs).map(({ label, text }) => (label === null ? text : `${label} = ${text}`))

describe('the parts of a detail', () => {
  it.each([
    [null, []],
    ['', []],
    ['At each desk, and in the car: always.', ['At each desk, and in the car: always.']],
    ['One line.\nAnother: here.', ['One line.', 'Another = here.']],
    ['first\n\nsecond', ['first\n\nsecond']],
    ['Evidence to collect: a log; Cost: 20', ['Evidence to collect = a log', 'Cost = 20']],
    ['At each desk. Evidence to collect: a log', ['At each desk.', 'Evidence to collect = a log']],
    ['Nachweis: ein Foto; Größe (cm): 4', ['Nachweis = ein Foto', 'Größe (cm) = 4']],
    ['See https://example.org; then call', ['See https://example.org; then call']],
    ['Name three: Ada; Ben; Clara', ['Name three = Ada; Ben; Clara']],
  ])('%j', (detail, expected) => {
    expect(parts(detail)).toEqual(expected)
  })

  it('leaves out what is shown as references, and nothing else', () => {
    const refs = ['hipaa:164.312(d)', 'iso-27001:A.8.5']
    const detail = (listed: string) => `Evidence: a log; Framework references: ${listed}`
    expect(parts(detail('HIPAA 164.312(d), ISO 27001 A.8.5'), refs)).toEqual(['Evidence = a log'])
    expect(parts(detail('164.312(d); A.8.5'), refs)).toEqual(['Evidence = a log'])
    expect(parts(detail('HIPAA 164.312(d), PCI DSS 8'), refs)).toHaveLength(2)
    expect(parts(detail('HIPAA 164.312(d)'))).toHaveLength(2)
  })
})
