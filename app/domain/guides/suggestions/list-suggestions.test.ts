import { describe, expect, it } from 'vitest'
import type { TemplateItemView } from '../templates/template-views'
import { listSuggestions, type RunningTask } from './list-suggestions'
import { overlapKey } from './overlap-key'
import {
  parseSuggestionRef,
  suggestionKey,
  suggestionRef,
  suggestionsView,
  type Suggestion,
  type SuggestionKind,
} from './suggestion'
import { SuggestionsInput } from './suggestion-inputs'

const roles = [
  { id: 'hr', key: 'hr', name: 'HR', aliases: [] },
  { id: 'it', key: 'it-manager', name: 'IT manager', aliases: [] },
]

function item(id: string, fields: Partial<TemplateItemView> = {}): TemplateItemView {
  return {
    id,
    stage: 'plan',
    horizonDays: 30,
    track: null,
    priority: null,
    action: 'Water the plants',
    outcome: null,
    detail: null,
    dueOn: null,
    owners: [],
    ownerRoleId: 'hr',
    ownerRoleName: 'HR',
    ownerRoleProposal: null,
    guesses: [],
    frameworkRefs: [],
    cadence: null,
    isDropped: false,
    sourceStart: null,
    sourceEnd: null,
    version: 1,
    ...fields,
  }
}

const suggested = (items: TemplateItemView[], tasks: RunningTask[] = []) =>
  listSuggestions({ items, text: '', roles, tasks })
const ofKind = (kind: SuggestionKind, suggestions: readonly Suggestion[]) =>
  suggestions.filter((suggestion) => suggestion.kind === kind)

it('has nothing to say about a settled item', () => {
  expect(suggested([item('a')])).toEqual([])
})

describe('owner roles', () => {
  it('that are only proposed are to be confirmed, for the reason they were proposed', () => {
    const proposed = item('a', { ownerRoleId: 'it', ownerRoleProposal: 'Mentions “plants”.' })
    expect(ofKind('owner-role', suggested([proposed]))).toEqual([
      {
        kind: 'owner-role',
        key: 'owner-role:a:it',
        stamp: '1',
        itemId: 'a',
        action: 'Water the plants',
        reason: 'Mentions “plants”.',
        roleId: 'it',
        roleName: 'IT manager',
      },
    ])
  })

  it('are proposed for items that have none', () => {
    const none = item('a', { action: 'Train the staff', ownerRoleId: null })
    expect(ofKind('owner-role', suggested([none]))).toMatchObject([
      { roleId: 'hr', reason: 'Mentions “train”, which HR usually leads.' },
    ])
    expect(suggested([item('b', { ownerRoleId: null })])).toEqual([])
  })
})

describe('cadences', () => {
  it('are suggested once, and not where there is one', () => {
    const monthly = item('a', { detail: 'Do it every month.' })
    expect(suggested([monthly])).toMatchObject([
      { key: 'cadence:a:monthly', cadence: 'monthly', reason: 'Says “every month”.' },
    ])
    expect(suggested([{ ...monthly, cadence: 'yearly' }])).toEqual([])
  })
})

it('splits an item into the parts that are to be seen', () => {
  const two = item('a', { action: 'Water the plants; open the windows' })
  expect(suggested([two])).toMatchObject([
    { key: 'split:a:2', parts: ['Water the plants', 'Open the windows'] },
  ])
})

describe('what is said twice', () => {
  const first = item('f', { stage: 'first-steps', horizonDays: 7, action: 'Count the plant pots' })
  const same = item('a', { action: 'Count the plants and pots', version: 4 })

  it('is one suggestion about both, stamped with both versions', () => {
    expect(ofKind('double', suggested([first, same]))).toMatchObject([
      {
        key: 'double:f:a',
        stamp: '1.4',
        itemId: 'f',
        reason: 'Both speak of “count”, “plants” and “pots”.',
        other: { id: 'a', action: 'Count the plants and pots', horizonLabel: '30 days' },
      },
    ])
  })

  it('is a matter of the first 30 days', () => {
    for (const horizonDays of [31, 90, null]) {
      expect(ofKind('double', suggested([first, { ...same, horizonDays }]))).toEqual([])
    }
  })

  it('has each item in one pair, the more alike ones first', () => {
    const closer = item('b', { action: 'Count the plant pots' })
    const second = { ...first, id: 'g' }
    const pairs = ofKind('double', suggested([first, second, same, closer]))
    expect(pairs.map(({ key }) => key)).toEqual(['double:f:a', 'double:g:b'])
  })
})

it('names the running task that asks for the same', () => {
  const task = {
    id: 't',
    reference: 14,
    action: 'Count all plant pots',
    outcome: null,
    detail: null,
    planId: 'p',
    planTitle: 'Greenhouse',
  }
  const other = { ...task, id: 'u', action: 'Sell the lawn mower' }
  const [found] = suggested([item('a', { action: 'Count the plant pots' })], [other, task])
  expect(found).toMatchObject({
    key: overlapKey('a', 't'),
    reason: 'Both speak of “count”, “plant” and “pots”.',
    task: { reference: 14, planTitle: 'Greenhouse' },
  })
})

it('offers framework references with their reasons, where an item has none', () => {
  const train = item('a', { action: 'Train all staff on phishing' })
  const [found] = ofKind('framework', suggested([train]))
  expect(found).toMatchObject({ key: 'framework:a', reason: expect.stringContaining('Train') })
  expect(found?.kind === 'framework' && found.refs.length).toBeGreaterThan(0)
  expect(ofKind('framework', suggested([{ ...train, frameworkRefs: ['nist-csf:PR.AT'] }]))).toEqual(
    [],
  )
})

describe('the view', () => {
  const items = Array.from({ length: 25 }, (_, i) =>
    item(`i${i}`, { action: `Sweep room ${i} weekly` }),
  )
  const all = suggested(items)

  it('shows some of a kind and counts all of them', () => {
    const view = suggestionsView(all, [], false)
    expect(view.groups).toMatchObject([{ kind: 'cadence', total: 25 }])
    expect(view.groups[0]?.shown).toHaveLength(20)
    expect(view).toMatchObject({ openCount: 25, dismissedCount: 0 })
  })

  it('leaves out what was waved away, and shows it when asked', () => {
    const dismissed = ['cadence:i0:weekly', 'cadence:gone:weekly']
    expect(suggestionsView(all, dismissed, false)).toMatchObject({
      openCount: 24,
      dismissedCount: 1,
    })
    const away = suggestionsView(all, dismissed, true)
    expect(away.groups.flatMap(({ shown }) => shown.map(({ key }) => key))).toEqual([dismissed[0]])
  })
})

describe('how a form names a suggestion', () => {
  it('is read back', () => {
    const key = suggestionKey('double', '018f-1', '018f-2')
    expect(parseSuggestionRef(suggestionRef({ key, stamp: '3.1' }))).toEqual({ key, stamp: '3.1' })
  })

  it.each(['', 'cadence', 'cadence:a', 'cadence:a@', 'cadence:a@x', '@3', 'a b:c@1'])(
    'is not “%s”',
    (text) => {
      expect(SuggestionsInput.safeParse({ suggestion: [text] }).success).toBe(false)
    },
  )

  it('is at least one, and of two items the one that goes', () => {
    expect(SuggestionsInput.safeParse({ suggestion: [] }).success).toBe(false)
    const suggestion = ['cadence:a:yearly@2']
    expect(SuggestionsInput.safeParse({ suggestion, drop: 'both' }).success).toBe(false)
    expect(SuggestionsInput.parse({ suggestion, drop: 'plan-item' })).toEqual({
      suggestion: [{ key: 'cadence:a:yearly', stamp: '2' }],
      drop: 'plan-item',
    })
  })
})
