import { describe, expect, it } from 'vitest'
import { textWindow } from './text-window'

const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n')

describe('textWindow', () => {
  it('shows a short text whole', () => {
    expect(textWindow(lines, 300, 10_000)).toEqual({ start: 0, text: lines })
  })

  it.each([0, 200, 400, lines.length])('cuts whole lines around %i', (around) => {
    const { start, text } = textWindow(lines, around, 100)
    expect(text.length).toBeLessThanOrEqual(100)
    expect(lines.slice(start, start + text.length)).toBe(text)
    expect(text).toMatch(/^line \d+\n[\s\S]*line \d+$/)
    if (around < lines.length) expect(around >= start && around < start + text.length).toBe(true)
  })

  it('cuts a text without line ends too', () => {
    const { start, text } = textWindow('x'.repeat(10_000), 5_000, 100)
    expect(text).toHaveLength(100)
    expect(start).toBe(4_975)
  })
})
