import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkout } from '~tests/support/server-process'

/**
 * Holds docs/asvs.md against the requirements of levels 1 and 2 of OWASP ASVS 5.0.0: section by
 * section the numbers of its requirements, those of level 1 with a star.
 */
const requirements: [string, string][] = [
  ['1.1', '1 2'],
  ['1.2', '1* 2* 3* 4* 5* 6 7 8 9'],
  ['1.3', '1* 2* 3 4 5 6 7 8 9 10 11'],
  ['1.4', '1 2 3'],
  ['1.5', '1* 2'],
  ['2.1', '1* 2 3'],
  ['2.2', '1* 2* 3'],
  ['2.3', '1* 2 3 4'],
  ['2.4', '1'],
  ['3.2', '1* 2*'],
  ['3.3', '1* 2 3 4'],
  ['3.4', '1* 2* 3 4 5 6'],
  ['3.5', '1* 2* 3* 4 5'],
  ['3.7', '1 2'],
  ['4.1', '1* 2 3'],
  ['4.2', '1'],
  ['4.3', '1 2'],
  ['4.4', '1* 2 3 4'],
  ['5.1', '1'],
  ['5.2', '1* 2* 3'],
  ['5.3', '1* 2*'],
  ['5.4', '1 2 3'],
  ['6.1', '1* 2 3'],
  ['6.2', '1* 2* 3* 4* 5* 6* 7* 8* 9 10 11 12'],
  ['6.3', '1* 2* 3 4'],
  ['6.4', '1* 2* 3 4'],
  ['6.5', '1 2 3 4 5'],
  ['6.6', '1 2 3'],
  ['6.8', '1 2 3 4'],
  ['7.1', '1 2 3'],
  ['7.2', '1* 2* 3* 4*'],
  ['7.3', '1 2'],
  ['7.4', '1* 2* 3 4 5'],
  ['7.5', '1 2'],
  ['7.6', '1 2'],
  ['8.1', '1* 2'],
  ['8.2', '1* 2* 3'],
  ['8.3', '1*'],
  ['8.4', '1'],
  ['9.1', '1* 2* 3*'],
  ['9.2', '1* 2 3 4'],
  ['10.1', '1 2'],
  ['10.2', '1 2'],
  ['10.3', '1 2 3 4'],
  ['10.4', '1* 2* 3* 4* 5* 6 7 8 9 10 11'],
  ['10.5', '1 2 3 4 5'],
  ['10.6', '1 2'],
  ['10.7', '1 2 3'],
  ['11.1', '1 2'],
  ['11.2', '1 2 3'],
  ['11.3', '1* 2* 3'],
  ['11.4', '1* 2 3 4'],
  ['11.5', '1'],
  ['11.6', '1'],
  ['12.1', '1* 2 3'],
  ['12.2', '1* 2*'],
  ['12.3', '1 2 3 4'],
  ['13.1', '1'],
  ['13.2', '1 2 3 4 5'],
  ['13.3', '1 2'],
  ['13.4', '1* 2 3 4 5'],
  ['14.1', '1 2'],
  ['14.2', '1* 2 3 4'],
  ['14.3', '1* 2 3'],
  ['15.1', '1* 2 3'],
  ['15.2', '1* 2 3'],
  ['15.3', '1* 2 3 4 5 6 7'],
  ['16.1', '1'],
  ['16.2', '1 2 3 4 5'],
  ['16.3', '1 2 3 4'],
  ['16.4', '1 2 3'],
  ['16.5', '1 2 3'],
  ['17.1', '1'],
  ['17.2', '1 2 3 4'],
  ['17.3', '1 2'],
]

const text = readFileSync(join(checkout, 'docs/asvs.md'), 'utf8')
const lines = [...text.matchAll(/^\|\s*V(\d+\.\d+\.\d+)\s*\|(.*)\|$/gm)].map(
  ([, id = '', rest = '']) => {
    const [level = '', asked = '', status = '', how = '', test = ''] = rest
      .split('|')
      .map((cell) => cell.trim())
    return { id, level, asked, status, how, test }
  },
)
const expected = requirements.flatMap(([section, numbers]) =>
  numbers.split(' ').map((number) => ({
    id: `${section}.${number.replace('*', '')}`,
    level: number.endsWith('*') ? '1' : '2',
  })),
)
const files = (cell: string) =>
  [...cell.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, path]) => path!)

describe('docs/asvs.md', () => {
  it('has a line for every requirement of levels 1 and 2, in order, and no others', () => {
    expect(expected).toHaveLength(253)
    expect(expected.filter(({ level }) => level === '1')).toHaveLength(70)
    expect(lines.map(({ id, level }) => ({ id, level }))).toEqual(expected)
  })

  it.each(lines)('says of V$id whether it is met, and how', (line) => {
    expect(['met', 'not met', 'does not apply']).toContain(line.status)
    expect(line.asked).not.toBe('')
    expect(line.how).not.toBe('')
    // What is said to be met is held by a test, or says that nothing holds it.
    if (line.status === 'met') expect(line.test).toMatch(/`|by reading/)
  })

  it('names tests that are there', () => {
    const named = [...new Set(lines.flatMap(({ test }) => files(test)))]
    expect(named.length).toBeGreaterThan(40)
    const missing = named.filter((path) => !existsSync(join(checkout, path)))
    expect(missing).toEqual([])
  })

  it('counts its lines as they are', () => {
    const count = (status: string) => lines.filter((line) => line.status === status).length
    expect(text.replace(/\s+/g, ' ')).toContain(
      `Of ${lines.length} lines ${count('met')} are met, ${count('not met')} are not met and ${count('does not apply')} do not apply`,
    )
  })
})
