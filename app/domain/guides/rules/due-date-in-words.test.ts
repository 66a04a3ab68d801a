import { describe, expect, it } from 'vitest'
import { dateInWords, dueAtEnd, putDayFirst } from './due-date-in-words'

describe('dateInWords', () => {
  it.each([
    ['2027-01-22', '2027-01-22'],
    ['February 12, 2027', '2027-02-12'],
    ['Complete by: Feb. 26th, 2027', '2027-02-26'],
    ['9 April 2027', '2027-04-09'],
    ['the 3rd of May 2027', '2027-05-03'],
    ['12. Februar 2027', '2027-02-12'],
    ['3. Maerz 2027', '2027-03-03'],
    ['12.02.2027', '2027-02-12'],
    ['25/12/2027', '2027-12-25'],
    ['3/4/2027', '2027-03-04'],
    ['25-12-2027', '2027-12-25'],
    ['2026-10-26T18:28:58.201Z', '2026-10-26'],
    ['3-4/2027', null],
    ['February 30, 2027', null],
    ['2027-13-01', null],
    ['March 3', null],
    ['version 1.2.2027', '2027-02-01'],
    ['in 30 days', null],
  ])('%s → %s', (text, date) => {
    expect(dateInWords(text)?.date ?? null).toBe(date)
  })

  it('says when day and month could be the other way round', () => {
    expect(dateInWords('3/4/2027')?.isAmbiguous).toBe(true)
    expect(dateInWords('3/3/2027')?.isAmbiguous).toBe(false)
    expect(dateInWords('13/4/2027')?.isAmbiguous).toBe(false)
  })
})

it.each([
  [['3-4-2027', '25-4-2027'], true],
  [['3/4/2027', '25/4/2027'], true],
  [['3/4/2027', '4/25/2027'], false],
  [['3/4/2027'], false],
])('%j puts the day first: %s', (texts, isDayFirst) => {
  expect(putDayFirst(texts)).toBe(isDayFirst)
})

describe('dueAtEnd', () => {
  it.each([
    ['Archive the contract by 9 April 2027', 'Archive the contract'],
    ['Archive the contract no later than 2027-04-09.', 'Archive the contract'],
    ['Vertrag ablegen bis 9. April 2027', 'Vertrag ablegen'],
  ])('%s', (sentence, action) => {
    const due = dueAtEnd(sentence)
    expect(due?.date).toBe('2027-04-09')
    expect(sentence.slice(0, due?.from).trim()).toBe(action)
  })

  it.each([
    'Review the report of 9 April 2027',
    'By 9 April 2027 review the report',
    'No date here',
  ])('%s has none', (sentence) => {
    expect(dueAtEnd(sentence)).toBeNull()
  })
})
