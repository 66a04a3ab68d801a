import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '~/domain/guides/revisions/word-diff'

/** "List[-every][+each] laptop" */
const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'gone' ? '-' : '+'}${text}]`))
    .join('')

describe('wordDiff', () => {
  it.each([
    ['List every laptop', 'List every laptop', 'List every laptop'],
    ['List every laptop', 'Count every laptop', '[-List][+Count] every laptop'],
    ['List laptops', 'List all the laptops', 'List[+ all the] laptops'],
    ['Please list laptops', 'list laptops', '[-Please] list laptops'],
    ['list laptops', 'Please list laptops', '[+Please] list laptops'],
    ['Keep it', 'Keep it safe', 'Keep it[+ safe]'],
    ['one two three four', 'one three five four', 'one[- two] three[+ five] four'],
    [
      'Know whom to call',
      'Know whom to call, day and night',
      'Know whom to call[+, day and night]',
    ],
    ['Call the bank.', 'Call the bank', 'Call the bank[-.]'],
    ['At 3.30 or later', 'At 4.30 or later', 'At[- 3.30][+ 4.30] or later'],
    ['', 'All of it', '[+All of it]'],
    ['All of it', '', '[-All of it]'],
    ['a  b', 'a b', 'a  b'],
  ])('%j to %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('says both texts, white space apart, and never two pieces of a kind in a row', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'cc', 'd.'), { maxLength: 12 })
    const plain = (kinds: string[], pieces: ReturnType<typeof wordDiff>) =>
      pieces
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text: words }) => words)
        .join('')
        .split(/\s+/)
        .filter(Boolean)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before.join(' '), after.join(' '))
        expect(plain(['same', 'gone'], pieces)).toEqual(before)
        expect(plain(['same', 'new'], pieces)).toEqual(after)
        pieces.forEach(({ kind }, i) => expect(pieces[i + 1]?.kind).not.toBe(kind))
      }),
    )
  })

  it('shows very long texts as replaced', () => {
    const long = (word: string) => `Begin ${`${word} `.repeat(3_000)}end`
    expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual([
      'same',
      'gone',
      'new',
      'same',
    ])
  })
})
