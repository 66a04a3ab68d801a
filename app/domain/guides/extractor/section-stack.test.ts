import { expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const plan = (text: string, fileName?: string) => readGuide({ text, fileName }).plan
const short = (text: string, fileName?: string) =>
  plan(text, fileName).items.map(
    (item) => `${item.horizonDays}/${item.track ?? '-'}/${item.action}`,
  )

it('reads a table that is one by its columns after a line that may end the scope, and only there', () => {
  const after = (heading: string) =>
    plan(
      `T\n\n${heading}\n\nWe saw the ward.\n\nMatters agreed with the ward\n\n| Action | Owner | Due |\n|---|---|---|\n| Rotate keys | HR | 3 May 2027 |\n| Log doors | IT | 4 May 2027 |\n`,
    ).items.length
  expect(after('Scope and limits')).toBe(2)
  expect(after('Already completed')).toBe(0)
  expect(after('Common mistakes')).toBe(0)
})

it('keeps what a section to open holds below its summary', () => {
  const html =
    '<h2>Plan</h2><details><summary>Days 1–30</summary><h3>Prevention</h3><ul><li>Do a</li><li>Do b</li></ul><h3>Recovery</h3><ul><li>Do c</li></ul></details><details><summary>Days 31–60</summary><ul><li>Do d</li></ul></details>'
  expect(short(html, 'a.html')).toEqual([
    ...['30/prevention/Do a', '30/prevention/Do b', '30/recovery/Do c', '60/-/Do d'],
  ])
})
