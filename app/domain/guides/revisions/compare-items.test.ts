import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { compareItems } from '~/domain/guides/revisions/compare-items'
import { fieldText, itemFields, type ComparableItem } from '~/domain/guides/revisions/item-fields'
import { inCommon } from '~/domain/guides/revisions/match-items'
import { tracks } from '~/domain/shared/vocabulary'

const item = (action: string, more: Partial<ComparableItem> = {}): ComparableItem => ({
  action,
  outcome: null,
  detail: null,
  stage: 'plan',
  horizonDays: 30,
  track: null,
  priority: null,
  dueOn: null,
  owners: [],
  ...more,
})

/** The comparison in one line each: "old → new: fields". */
function told(before: readonly ComparableItem[], after: readonly ComparableItem[]) {
  const { pairs, gone, added } = compareItems(before, after)
  return {
    pairs: pairs.map(
      (pair) => `${pair.before.action} → ${pair.after.action}: ${pair.fields.join(' ')}`,
    ),
    gone: gone.map(({ action }) => action),
    added: added.map(({ action }) => action),
  }
}

describe('compareItems', () => {
  it.each<[string, Partial<ComparableItem>, string]>([
    ['outcome', { outcome: 'All listed' }, 'outcome'],
    ['detail', { detail: 'By room' }, 'detail'],
    ['horizon', { horizonDays: 60 }, 'horizon'],
    ['stage', { stage: 'first-steps' }, 'horizon'],
    ['track', { track: 'response' }, 'track'],
    ['owner', { owners: ['HR'] }, 'owner'],
    ['priority', { priority: 'high' }, 'priority'],
    ['date', { dueOn: calendarDate('2026-12-18') }, 'date'],
    ['white space only', { action: ' List  every\nlaptop ' }, ''],
    ['capitals', { action: 'List Every Laptop' }, 'action'],
  ])('sees a change of %s', (_, change, fields) => {
    const [pair] = compareItems(
      [item('List every laptop')],
      [item('List every laptop', change)],
    ).pairs
    expect(pair?.fields.join(' ')).toBe(fields)
  })

  it('finds a reworded action, at its horizon or at another', () => {
    const before = [item('List every laptop'), item('Train the front desk in phishing mails')]
    const after = [
      item('Train the whole front desk in phishing mails', { horizonDays: 90 }),
      item('Count every laptop'),
    ]
    expect(told(before, after)).toEqual({
      pairs: [
        'Train the front desk in phishing mails → Train the whole front desk in phishing mails: action horizon',
        'List every laptop → Count every laptop: action',
      ],
      gone: [],
      added: [],
    })
  })

  it('does not take one thing for another because of small words', () => {
    const before = [item('Review the access of all the staff')]
    const after = [item('Report the loss of all the keys')]
    expect(told(before, after)).toMatchObject({ pairs: [], gone: [before[0]?.action] })
  })

  it('does not take another action on the same thing for a rewording', () => {
    expect(told([item('Encrypt laptops')], [item('Encrypt backups')]).pairs).toEqual([])
  })

  it('knows an item by its outcome and detail when its action was rewritten', () => {
    const rest = {
      outcome: 'No former employee can sign in',
      detail: 'Compare payroll with accounts',
    }
    const [pair] = told([item('Close old accounts', rest)], [item('Offboard people', rest)]).pairs
    expect(pair).toBe('Close old accounts → Offboard people: action')
  })

  it('tells items of the same action apart by their horizon, whatever their order', () => {
    const before = [item('Report', { horizonDays: 30 }), item('Report', { horizonDays: 90 })]
    const after = [
      item('Report', { horizonDays: 90 }),
      item('Report', { horizonDays: 60 }),
      item('Report', { horizonDays: 30 }),
    ]
    expect(compareItems(before, after)).toMatchObject({ added: [{ horizonDays: 60 }], gone: [] })
    expect(compareItems(before, after).pairs.flatMap(({ fields }) => fields)).toEqual([])
  })

  it('compares two thousand items in a bounded time, also when all are alike', () => {
    const many = (word: string) =>
      Array.from({ length: 2_000 }, (_, i) => item(`${word} every single laptop ${i % 7}`))
    const { pairs } = compareItems(many('List'), many('Count'))
    expect(pairs).toHaveLength(2_000)
  }, 20_000)
})

const words = fc.constantFrom('list', 'laptops', 'train', 'staff', 'MFA', 'the', 'backup', 'every')
const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
const anyItem: fc.Arbitrary<ComparableItem> = fc.record({
  action: text,
  outcome: fc.option(text),
  detail: fc.option(text),
  stage: fc.constantFrom('plan', 'first-steps'),
  horizonDays: fc.constantFrom(null, 30, 90),
  track: fc.option(fc.constantFrom(...tracks)),
  priority: fc.constantFrom(null, 'high'),
  dueOn: fc.constant(null),
  owners: fc.array(fc.constantFrom('HR', 'IT'), { maxLength: 2 }),
})
const list = fc.array(anyItem, { maxLength: 12 })
const counted = (before: ComparableItem[], after: ComparableItem[]) => {
  const { pairs, gone, added } = compareItems(before, after)
  const changed = pairs.filter(({ fields }) => fields.length > 0).length
  return { changed, unchanged: pairs.length - changed, gone: gone.length, added: added.length }
}

describe('any two lists', () => {
  it('are the same as themselves, in any order', () => {
    fc.assert(
      fc.property(list, fc.infiniteStream(fc.nat()), (items, numbers) => {
        const keys = items.map(() => numbers.next().value as number)
        const shuffled = items
          .map((entry, i) => [keys[i] ?? 0, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry)
        const { gone, added, pairs } = compareItems(items, shuffled)
        expect([gone, added, pairs.flatMap(({ fields }) => fields)]).toEqual([[], [], []])
      }),
    )
  })

  it('have every item in exactly one heap', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const [marked, remarked] = [before, after].map((side) =>
          side.map((entry) => ({ ...entry })),
        )
        const { pairs, gone, added } = compareItems(marked!, remarked!)
        const olds = [...pairs.map((pair) => pair.before), ...gone]
        const news = [...pairs.map((pair) => pair.after), ...added]
        expect([olds.length, new Set(olds).size]).toEqual([before.length, before.length])
        expect([news.length, new Set(news).size]).toEqual([after.length, after.length])
      }),
    )
  })

  it('count the same from either side', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { gone, added, ...same } = counted(before, after)
        expect(counted(after, before)).toEqual({ ...same, gone: added, added: gone })
      }),
      { numRuns: 300 },
    )
  })

  it('are as alike from either side, from 0 to 1', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const found = inCommon(before, after).likeness
        expect(found).toBeCloseTo(inCommon(after, before).likeness)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        if (before.length > 0) expect(inCommon(before, before).likeness).toBe(1)
      }),
    )
  })
})

describe('fieldText', () => {
  it('has words for every field', () => {
    const full = item('Act', {
      ...{ outcome: 'Done', detail: 'So', track: 'response', priority: 'high' },
      ...{ dueOn: calendarDate('2026-12-18'), owners: ['HR', 'IT'] },
    })
    expect(itemFields.map((field) => fieldText(full, field))).toEqual([
      'Act',
      'Done',
      'So',
      '30 days',
      'Response',
      'HR, IT',
      'High',
      'Fri 18 Dec 2026',
    ])
  })
})
