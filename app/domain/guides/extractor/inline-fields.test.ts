import { describe, expect, it } from 'vitest'
import { fieldsOfLine, takeInlineFields } from './inline-fields'
import { readInline } from '../readers/read-inline'
import { roleTest } from '../rules/split-owners'

const known = { roleOf: roleTest(), isDayFirst: false }

const take = (text: string) => {
  const { rest, fields } = takeInlineFields(readInline(text, 0, text.length), known)
  return [rest.text, ...fields.map((field) => `${field.meaning}=${field.value}`)]
}

describe('takeInlineFields', () => {
  it.each([
    ['Close forms. (Owner: Principal)', ['Close forms.', 'owner=Principal']],
    ['Send it (Owner: CISO, Budget: €1,200)', ['Send it', 'owner=CISO', 'null=€1,200']],
    ['Approve tools. Owner: Compliance Officer', ['Approve tools.', 'owner=Compliance Officer']],
    ['Keys **Owner:** HR **Due:** 2027-04-01', ['Keys', 'owner=HR', 'due=2027-04-01']],
    ['Count keys (Owner: HR, Q1 2026)', ['Count keys', 'owner=HR', 'horizon=Q1 2026']],
    [
      'Count keys (Responsible: HR, by 3 May 2027)',
      ['Count keys', 'owner=HR', 'due=by 3 May 2027'],
    ],
    ['Sort keys (HR, Finance, Legal)', ['Sort keys (HR, Finance, Legal)']],
    ['Count keys (Owner: HR, 30 days)', ['Count keys', 'owner=HR', 'horizon=30 days']],
    ['[High] Rotate keys', ['Rotate keys', 'priority=high']],
    ['Rotate keys (low priority)', ['Rotate keys', 'priority=low']],
    ['Rotate keys (by March 3, 2027)', ['Rotate keys', 'due=by March 3, 2027']],
    ['Reset keys (CISO, 2027-02-03)', ['Reset keys', 'owner=CISO', 'due=2027-02-03']],
    ['Drill it (HR; week 10)', ['Drill it', 'owner=HR', 'horizon=week 10']],
    [
      'Swap the router [IT Manager] [High]',
      ['Swap the router', 'owner=IT Manager', 'priority=high'],
    ],
    ['Train staff – IT Manager / HR', ['Train staff', 'owner=IT Manager / HR']],
    ['Train staff - HR - by 3 May 2027', ['Train staff', 'owner=HR', 'due=by 3 May 2027']],
    ['Rotate keys @IT Manager', ['Rotate keys', 'owner=IT Manager']],
    ['Türen prüfen → Praxisleitung', ['Türen prüfen', 'owner=Praxisleitung']],
    ['Buy a door – oak, not pine', ['Buy a door – oak, not pine']],
    ['Open a desk (SOC)', ['Open a desk (SOC)']],
    ['Use a SIEM (Splunk)', ['Use a SIEM (Splunk)']],
    ['Ask the owner: who decides?', ['Ask the owner: who decides?']],
  ])('%s', (text, expected) => {
    expect(take(text)).toEqual(expected)
  })

  it('keeps the place of what is left', () => {
    const source = '- Close forms. (Owner: HR)'
    const { rest } = takeInlineFields(readInline(source, 2, source.length), known)
    expect(source.slice(rest.span.start, rest.span.end)).toBe('Close forms.')
  })
})

describe('fieldsOfLine', () => {
  it.each([
    ['Owner: HR', 1],
    ['Owner: CISO Due: 2027-03-01', 2],
    ['Cost: $5', null],
    ['Do this: now', null],
    ['Task: Rotate keys', null],
  ])('%s', (line, count) => {
    expect(fieldsOfLine(line)?.length ?? null).toBe(count)
  })
})
