import { describe, expect, it } from 'vitest'
import {
  isWork,
  nextItems,
  planEffects,
  wordColumns,
  type PlanTask,
} from '~/domain/guides/revisions/apply-revision'
import {
  revisionLines,
  type RevisionItem,
  type RevisionLine,
  type SaidItem,
} from '~/domain/guides/revisions/revision-diff'

const said = (action: string, more: Partial<SaidItem> = {}): SaidItem => ({
  action,
  ...{ outcome: 'Before', detail: null, stage: 'plan', horizonDays: 30, track: null },
  ...{ priority: null, dueOn: null, owners: [], ownerRoleId: null, ownerRoleName: null },
  ...{ ownerRoleProposal: null, frameworkRefs: [] },
  ...more,
})
const item = (id: string, guide: SaidItem, more: Partial<RevisionItem> = {}): RevisionItem => ({
  ...{ id, version: 1, position: 0, guide, isDropped: false, sourceStart: null, sourceEnd: null },
  stands: { ...guide, cadence: null },
  ...more,
})
const task = (
  id: string,
  templateItemId: string | null,
  more: Partial<PlanTask> = {},
): PlanTask => ({
  ...{ id, reference: 1, templateItemId, action: 'Lock the safe', outcome: 'Before', detail: null },
  ...{ stage: 'plan', horizonDays: 30, track: null, priority: null, version: 1 },
  ...{ completedAt: null, cancelledAt: null, goneFromGuideAt: null },
  ...more,
})
const monday = new Date('2026-11-23T09:00:00Z')

const old = item('old', said('Lock the safe'))
const changed = item('new', said('Lock the safe', { outcome: 'After', horizonDays: 60 }))
const changedLine = revisionLines(
  { pairs: [{ before: old, after: changed, fields: [] }], added: [], gone: [] },
  true,
)
const goneLine = revisionLines({ pairs: [], added: [], gone: [old] }, true)
const newLine = revisionLines({ pairs: [], added: [changed], gone: [] }, true)
const none = new Map<string, string>()

/** The effects of one line, in a word each. */
const told = (lines: readonly RevisionLine[], tasks: readonly PlanTask[], roots = none) =>
  [...planEffects(lines, tasks, roots).values()].flat().map((effect) => {
    if (effect.kind === 'add') return 'add'
    const words =
      effect.kind === 'update'
        ? [...effect.fields, ...effect.kept.map(({ field }) => `(${field})`)]
        : []
    return [effect.kind, effect.task.id, ...words].join(' ')
  })

describe('planEffects', () => {
  it.each<[string, RevisionLine[], PlanTask[], string[]]>([
    [
      'a changed item changes its task',
      changedLine,
      [task('t', 'old')],
      ['update t outcome horizon'],
    ],
    ['a done task stays', changedLine, [task('t', 'old', { completedAt: monday })], ['stay t']],
    [
      'a cancelled task stays',
      changedLine,
      [task('t', 'old', { cancelledAt: monday })],
      ['stay t'],
    ],
    [
      'what people wrote into a task stays theirs',
      changedLine,
      [task('t', 'old', { outcome: 'Mine' })],
      ['update t horizon (outcome)'],
    ],
    [
      'a task that says what the guide says now needs nothing',
      changedLine,
      [task('t', 'old', { outcome: 'After', horizonDays: 60 })],
      [],
    ],
    ['a task that took the item over needs nothing', changedLine, [task('t', 'new')], []],
    ['what is gone marks its task', goneLine, [task('t', 'old')], ['mark-gone t']],
    ['once', goneLine, [task('t', 'old', { goneFromGuideAt: monday })], []],
    ['and no finished one', goneLine, [task('t', 'old', { completedAt: monday })], ['stay t']],
    ['a new item becomes a task', newLine, [task('t', 'other')], ['add']],
    ['once', newLine, [task('t', 'new')], []],
    [
      'and takes back the mark of a task that says the same',
      newLine,
      [task('t', 'other', { goneFromGuideAt: monday, action: 'Lock  the safe' })],
      ['mark-back t'],
    ],
    ['an item without a task in the plan does nothing', changedLine, [task('t', null)], []],
  ])('%s', (_, lines, tasks, expected) => {
    expect(told(lines, tasks)).toEqual(expected)
  })

  it('makes no task of a dropped item', () => {
    const dropped = { ...changed, isDropped: true }
    expect(told(revisionLines({ pairs: [], added: [dropped], gone: [] }, true), [])).toEqual([])
  })

  it('finds the tasks of still earlier versions', () => {
    const roots = new Map([['oldest', 'old']])
    expect(told(changedLine, [task('t', 'oldest')], roots)).toEqual(['update t outcome horizon'])
  })

  it('treats every time of a task that comes round by itself', () => {
    const tasks = [task('first', 'old', { completedAt: monday }), task('second', 'old')]
    expect(told(changedLine, tasks)).toEqual(['stay first', 'update second outcome horizon'])
  })

  it('leaves fields alone that only people changed', () => {
    const after = item('new', said('Lock the safe'), {
      stands: { ...said('Lock both safes'), cadence: null },
    })
    const lines = revisionLines(
      { pairs: [{ before: old, after, fields: [] }], added: [], gone: [] },
      true,
    )
    expect(told(lines, [task('t', 'old')])).toEqual([])
  })

  it('has nothing but what stays for work', () => {
    const effects = [...planEffects(changedLine, [task('t', 'old', { completedAt: monday })], none)]
    expect(effects.flatMap(([, list]) => list).some(isWork)).toBe(false)
  })
})

describe('nextItems', () => {
  const tasks = [task('t', 'old'), task('done', 'old', { completedAt: monday })]

  it('moves unfinished tasks to the item they take over', () => {
    expect(nextItems(changedLine, tasks, none, () => true)).toEqual([
      { taskId: 't', itemId: 'new' },
    ])
  })

  it('leaves a task with the earlier item while its change is not applied', () => {
    expect(nextItems(changedLine, tasks, none, () => false)).toEqual([])
  })
})

describe('wordColumns', () => {
  it('writes a horizon with its stage, and only the given fields', () => {
    const target = { ...changed.stands, isDropped: false }
    expect(wordColumns(target, ['horizon', 'outcome'])).toEqual({
      ...{ stage: 'plan', horizonDays: 60, outcome: 'After' },
    })
  })
})
