import { expect, it } from 'vitest'
import { readHtml } from '../read-html'

/** More than a function takes as arguments, so that nothing may be spread into one. */
const count = 150_000
const headings = '<h3>A</h3>'.repeat(count)
const items = '<li>A'.repeat(count)

it.each([
  ['a section to open', `<details><summary>S</summary>${headings}</details>`],
  ['a table that is a frame', `<table><tr><td>${headings}<ul><li>A</li></ul></td></tr></table>`],
  ['a list right inside a list', `<ul><ul>${items}</ul></ul>`],
  [
    'lists of Google Docs that go on',
    `<ul class="lst-kix_a-0"><li>A</li></ul><ul class="lst-kix_a-0">${items}</ul>`,
  ],
])('reads all that stands in %s, however much it is', (_name, html) => {
  const { text } = readHtml(`<h1>T</h1>${html}`)
  expect(text.match(/A/g)?.length).toBeGreaterThanOrEqual(count)
})
