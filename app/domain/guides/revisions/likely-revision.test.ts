import { describe, expect, it } from 'vitest'
import type { ComparableItem } from '~/domain/guides/revisions/item-fields'
import { likelyRevisions, type GuideDigest } from '~/domain/guides/revisions/likely-revision'

const items = (...actions: string[]): ComparableItem[] =>
  actions.map((action) => ({
    ...{ action, outcome: null, detail: null, stage: 'plan', horizonDays: 30, track: null },
    ...{ priority: null, dueOn: null, owners: [] },
  }))
const laptops = [
  'List every laptop',
  'Encrypt every disk',
  'Report the list',
  'Train the front desk',
]
const guide = (more: Partial<GuideDigest> = {}): GuideDigest => ({
  ...{ templateId: 't1', title: 'Lost laptops', libraryKey: null, items: items(...laptops) },
  ...more,
})
const imported = (more: Partial<GuideDigest> = {}) => guide({ templateId: 'new', ...more })

describe('likelyRevisions', () => {
  it.each<[string, Partial<GuideDigest>, string | null]>([
    ['the same title and items', {}, 'It has the same title, and all of its 4 items are there.'],
    [
      'the title in other letters',
      { title: 'LOST  laptops', items: items(...laptops.slice(1)) },
      'It has the same title, and 3 of its 4 items are there.',
    ],
    [
      'only the title',
      { items: items('Ask the cleaners for both keys') },
      'It has the same title, but none of its items are there.',
    ],
    [
      'another title over the same items',
      { title: 'Stolen devices', items: items(...laptops.slice(0, 3), 'Ask the cleaners') },
      'Its title is another, but 3 of its 4 items are there.',
    ],
    [
      'another title and few of the items',
      { title: 'Keys', items: items(laptops[0]!, 'A', 'B') },
      null,
    ],
    ['nothing in common', { title: 'Keys', items: items('Count the keys') }, null],
    ['another title and no items at all', { title: 'Keys', items: [] }, null],
    [
      'the same guide of the library under another title',
      { title: 'Mislaid laptops', libraryKey: 'lost' },
      'It is the same guide of the library, and all of its 4 items are there.',
    ],
  ])('%s', (_, more, reason) => {
    const earlier = guide({ libraryKey: more.libraryKey ?? null })
    expect(likelyRevisions(imported(more), [earlier])[0]?.reason ?? null).toBe(reason)
  })

  it('puts the guide with the most in common first, also before one of the same title', () => {
    const found = likelyRevisions(imported(), [
      guide({ templateId: 'title-only', items: items('Something else') }),
      guide({ templateId: 'renamed', title: 'Stolen devices' }),
    ])
    expect(found.map(({ templateId }) => templateId)).toEqual(['renamed', 'title-only'])
  })

  it('takes the same title where two have as much in common', () => {
    const found = likelyRevisions(imported(), [
      guide({ templateId: 'renamed', title: 'Stolen devices' }),
      guide({ templateId: 'same' }),
    ])
    expect(found[0]?.templateId).toBe('same')
  })
})
