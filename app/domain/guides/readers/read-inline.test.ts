import { expect, it } from 'vitest'
import { readInline } from './read-inline'

it.each([
  ['**Keys** - rotate', 'Keys - rotate', [[0, 4]]],
  ['a __b__ and `c*d`', 'a b and c*d', [[2, 3]]],
  ['Lock the [study folder](https://example.org/a) now', 'Lock the study folder now', []],
  ['a<br/>b', 'a\nb', []],
  ['a \\| b', 'a | b', []],
  ['never **closed', 'never **closed', []],
  ['2 * 3 [note] `tick', '2 * 3 [note] `tick', []],
  ['[a](b [c](d', '[a](b [c](d', []],
])('%s', (line, text, bold) => {
  const rich = readInline(line, 0, line.length)
  expect(rich.text).toBe(text)
  expect(rich.bold.map(({ from, to }) => [from, to])).toEqual(bold)
  for (const { from, to, start, end } of rich.segments) {
    if (to - from === end - start) expect(line.slice(start, end)).toBe(text.slice(from, to))
  }
})
