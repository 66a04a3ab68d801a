// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Suggestion, SuggestionsView } from '~/domain/guides/suggestions/suggestion'
import type { TemplateWarningView } from '~/domain/guides/templates/template-views'
import { renderInRouter } from '~tests/support/render-in-router'
import { SourceText } from './source-text'
import { Suggestions } from './suggestions'
import { TemplateWarnings } from './template-warnings'

afterEach(cleanup)

const text = '30-day plan\n- Count the keys\n- Prices on request\n- Rest'
const place = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const warning: TemplateWarningView = {
  number: 1,
  line: 3,
  kind: 'left-out',
  message: 'It names no action.',
  text: 'Prices on request',
  itemId: null,
  ...place('- Prices on request'),
}
const guide = {
  id: 'g1',
  text,
  textStart: 0,
  textLength: text.length,
  sections: [{ words: '30 days', ...place('30-day plan') }],
  marks: [
    { id: 'i1', action: 'Count the keys', isOnPage: true, ...place('- Count the keys') },
    { id: 'i2', action: 'Rest', isOnPage: false, ...place('- Rest') },
  ],
  warnings: [warning],
}
const hrefs = (name: RegExp | string) =>
  screen.getAllByRole('link', { name }).map((link) => link.getAttribute('href'))

describe('the guide’s own text', () => {
  it('leads from each mark to its card, on this page of items or another', () => {
    renderInRouter(<SourceText guide={guide} activeId={null} canEdit />)
    expect(hrefs(/To the item “Count the keys”/)).toEqual(['#item-i1'])
    expect(hrefs(/To the item “Rest”/)).toEqual(['/guides/g1?item=i2#item-i2'])
  })

  it('says what was left out, why, and offers to make an item of it', () => {
    renderInRouter(<SourceText guide={guide} activeId={null} canEdit />)
    expect(document.getElementById('source-remark-1')?.className).toBe('is-left-out')
    expect(hrefs(/why number 1 was left out/)).toEqual(['#remark-1'])
    expect(hrefs(/Make it an item.*line 3/)).toEqual(['/guides/g1/items?line=3&remark=1'])
    expect(screen.getAllByText('left out').length).toBe(2)
    expect(screen.getByText('30 days').closest('p')?.className).toBe('guide-heading')
  })

  it('offers nothing to those who only read', () => {
    renderInRouter(<SourceText guide={guide} activeId={null} canEdit={false} />)
    expect(screen.queryByRole('link', { name: /Make/ })).toBeNull()
  })

  it('marks nothing left out once it is an item', () => {
    const settled = { ...guide, warnings: [{ ...warning, itemId: 'i1' }] }
    renderInRouter(<SourceText guide={settled} activeId={null} canEdit />)
    expect(document.querySelector('.is-left-out')).toBeNull()
  })
})

describe('the list of what was left out', () => {
  const shown = { start: 0, end: text.length }
  const list = (warnings: TemplateWarningView[], canEdit = true) =>
    renderInRouter(
      <TemplateWarnings guideId="g1" warnings={warnings} shown={shown} canEdit={canEdit} />,
    )

  it('leads into the text and to the form', () => {
    list([warning])
    const remark = document.getElementById('remark-1')!
    expect(within(remark).getByRole('link', { name: /Show in the guide/ })).toHaveProperty(
      'hash',
      '#source-remark-1',
    )
    expect(hrefs(/Make it an item.*line 3/)).toEqual(['/guides/g1/items?line=3&remark=1'])
    expect(screen.getByText('One thing to check')).toBeTruthy()
  })

  it('knows what has become an item', () => {
    list([{ ...warning, itemId: 'i9' }])
    expect(screen.getByText('Everything that was left out has become an item')).toBeTruthy()
    expect(hrefs(/Show the item of line 3/)).toEqual(['/guides/g1?item=i9#item-i9'])
  })

  it('leads nowhere for a remark about the whole guide', () => {
    list([{ ...warning, line: null, start: null, end: null }])
    expect(screen.queryAllByRole('link')).toEqual([])
  })
})

describe('the suggestions', () => {
  const cadence = (n: number): Suggestion => ({
    kind: 'cadence',
    key: `cadence:i${n}:yearly`,
    stamp: '1',
    itemId: `i${n}`,
    action: `Sweep room ${n}`,
    reason: 'Says “yearly”.',
    cadence: 'yearly',
  })
  const double: Suggestion = {
    kind: 'double',
    key: 'double:i1:i2',
    stamp: '1.4',
    itemId: 'i1',
    action: 'Count the keys',
    reason: 'Both speak of “count” and “keys”.',
    other: { id: 'i2', action: 'Count all keys', horizonLabel: '30 days' },
  }
  const overlap: Suggestion = {
    kind: 'overlap',
    key: 'overlap:i1:t1',
    stamp: '1',
    itemId: 'i1',
    action: 'Count the keys',
    reason: 'Both speak of “count” and “keys”.',
    task: { id: 't1', reference: 14, action: 'Count keys', planId: 'p1', planTitle: 'Locks' },
  }
  const view = (
    groups: SuggestionsView['groups'],
    more: Partial<SuggestionsView> = {},
  ): SuggestionsView => ({
    groups,
    isDismissedShown: false,
    openCount: groups.reduce((sum, { total }) => sum + total, 0),
    dismissedCount: 0,
    ...more,
  })
  const draw = (suggestions: SuggestionsView) =>
    renderInRouter(<Suggestions guideId="g1" suggestions={suggestions} />)
  const formOf = (button: HTMLElement) => {
    const form = button.closest('form')!
    return [form.getAttribute('action'), ...new FormData(form).entries()].map(String)
  }

  it('each have their reason, and forms that work as they are', () => {
    draw(view([{ kind: 'cadence', shown: [cadence(1), cadence(2)], total: 2 }]))
    expect(screen.getAllByText('Says “yearly”.')).toHaveLength(2)
    expect(formOf(screen.getByRole('button', { name: 'Apply: Sweep room 1' }))).toEqual([
      '/guides/g1/suggestions',
      'suggestion,cadence:i1:yearly@1',
    ])
    expect(formOf(screen.getByRole('button', { name: 'Dismiss: Sweep room 2' }))).toEqual([
      '/guides/g1/suggestions/dismissal',
      'suggestion,cadence:i2:yearly@1',
    ])
    expect(formOf(screen.getByRole('button', { name: /Apply all of these/ }))).toEqual([
      '/guides/g1/suggestions',
      'suggestion,cadence:i1:yearly@1',
      'suggestion,cadence:i2:yearly@1',
    ])
  })

  it('say which of two is dropped', () => {
    draw(view([{ kind: 'double', shown: [double], total: 1 }]))
    const drops = screen.getAllByRole('button', { name: /^Drop/ })
    expect(drops.map((button) => [button.textContent, formOf(button).at(-1)])).toEqual([
      ['Drop the first step: Count the keys', 'drop,first-step'],
      ['Drop the 30-day item: Count all keys', 'drop,plan-item'],
    ])
  })

  it('only inform about another plan’s task', () => {
    draw(view([{ kind: 'overlap', shown: [overlap], total: 1 }]))
    expect(hrefs('#14')).toEqual(['/tasks/t1'])
    expect(screen.queryByRole('button', { name: /Apply/ })).toBeNull()
    expect(screen.getByRole('button', { name: /Dismiss/ })).toBeTruthy()
  })

  it('are brought back from where they were waved away', () => {
    draw(view([], { openCount: 0, dismissedCount: 1 }))
    expect(hrefs('Show dismissed (1)')).toEqual(['/guides/g1?suggestions=dismissed#suggestions'])
    expect(screen.getByText('All of them are settled.')).toBeTruthy()
    cleanup()
    const group = { kind: 'cadence' as const, shown: [cadence(1), cadence(2)], total: 2 }
    draw(view([group], { isDismissedShown: true, openCount: 3, dismissedCount: 2 }))
    expect(formOf(screen.getByRole('button', { name: 'Bring back: Sweep room 1' }))[0]).toBe(
      '/guides/g1/suggestions/recall',
    )
    expect(screen.queryByRole('button', { name: /Apply/ })).toBeNull()
  })

  it('are no section where there are none', () => {
    const { container } = draw(view([]))
    expect(container.textContent).toBe('')
  })
})
