import { describe, expect, it } from 'vitest'
import { sourceSentence } from './source-sentence'

const whole = (text: string) => sourceSentence(text, 0, text.length)

describe('sourceSentence', () => {
  it.each([
    ['- **Detection**: Set up alerts.', 'Detection: Set up alerts.'],
    ['  2) Call the vendor', 'Call the vendor'],
    ['- [ ] Back up\n  every night', 'Back up every night'],
    ['| HR | Train staff | All trained |', 'HR · Train staff · All trained'],
    ['HR | Train staff', 'HR · Train staff'],
    ['#### Week 2', 'Week 2'],
    ['Plain   words, 2.5 GB.\r\n', 'Plain words, 2.5 GB.'],
    ['2026 was a year', '2026 was a year'],
  ])('reads %j as %j', (text, sentence) => {
    expect(whole(text)).toBe(sentence)
  })

  it('takes the place only', () => {
    expect(sourceSentence('before. Here. after.', 8, 13)).toBe('Here.')
  })

  it.each([
    ['no place', 'text', null, null],
    ['an empty place', 'text', 2, 2],
    ['marks alone', '|---|---|', 0, 9],
  ])('has nothing to say for %s', (_, text, start, end) => {
    expect(sourceSentence(text, start, end)).toBeNull()
  })

  it('shortens a long passage', () => {
    expect(whole('x'.repeat(5_000))).toHaveLength(1_000)
  })
})
