// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { LibraryListItem } from '~/domain/guides/templates/library-views'
import { renderInRouter } from '~tests/support/render-in-router'
import { LibraryCard } from './library-card'

afterEach(cleanup)

const guide: LibraryListItem = {
  key: 'phishing',
  title: 'Phishing in clinics',
  summary: 'Make a click a nuisance.',
  itemCount: 19,
  horizons: [
    { key: 'first-steps', label: 'First steps', count: 4 },
    { key: '30', label: '30 days', count: 6 },
    { key: '90', label: '90 days', count: 9 },
  ],
  imported: null,
}
const yours = { templateId: 't1', isCurrent: true }

const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'))
const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent)

describe('a guide of the library', () => {
  it('says how much is in it, and is used with one press', () => {
    const { container } = renderInRouter(<LibraryCard guide={guide} canImport />)
    expect(screen.getByRole('list').textContent).toBe('4 first steps6 in 30 days9 in 90 days')
    expect(links()).toEqual(['/guides/library/phishing'])
    expect(buttons()).toEqual(['Use this guide: Phishing in clinics'])
    expect(container.querySelector('form')?.getAttribute('action')).toBe('/guides/library/phishing')
  })

  it.each([
    ['who may not import', null, false, [], ['/guides/library/phishing']],
    ['who has it already', yours, true, [], ['/guides/library/phishing', '/guides/t1']],
    [
      'who has an older text of it',
      { ...yours, isCurrent: false },
      true,
      ['Use the new text: Phishing in clinics'],
      ['/guides/library/phishing', '/guides/t1'],
    ],
  ])('offers what makes sense to somebody %s', (_, imported, canImport, pressed, led) => {
    renderInRouter(<LibraryCard guide={{ ...guide, imported }} canImport={canImport} />)
    expect(buttons()).toEqual(pressed)
    expect(links()).toEqual(led)
  })
})
