import { expect, it } from 'vitest'
import { couldBeHeading, endsLikeSentence, looksLikeHeading } from './heading-line'

it.each([
  '30-day action plan',
  'What should a clinic ask its vendors?',
  '90-day improvement plan: Safer Sign-In',
  'Türen und Schlüssel',
])('takes %j for a heading', (line) => {
  expect(looksLikeHeading(line)).toBe(true)
})

it.each([
  'It takes thirty days.',
  'the rest of a wrapped line',
  'The keys are kept by the',
  'Geprüft werden Türen und',
  'Doors, keys,',
  'Word '.repeat(19).trim(),
  `Long${'word'.repeat(30)}`,
])('takes %j for none', (line) => {
  expect(looksLikeHeading(line)).toBe(false)
})

it('lets a heading in small letters pass where its words are to tell', () => {
  expect(couldBeHeading('what to do first')).toBe(true)
})

it('sees the end of a sentence behind quotation marks', () => {
  expect(endsLikeSentence('He said “stop.”')).toBe(true)
  expect(endsLikeSentence('What now?')).toBe(false)
})
