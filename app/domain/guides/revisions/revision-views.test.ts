import { expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { PlanTask, TaskEffect } from '~/domain/guides/revisions/apply-revision'
import {
  describeCounts,
  describeEffect,
  describeOutcome,
  type PlanOutcome,
} from '~/domain/guides/revisions/revision-views'

const task: PlanTask = {
  ...{ id: 't', reference: 14, templateItemId: 'i', action: 'Lock', outcome: null, detail: null },
  ...{ stage: 'plan', horizonDays: 30, track: null, priority: null, version: 1 },
  ...{ completedAt: null, cancelledAt: null, goneFromGuideAt: null },
}
const done = { ...task, completedAt: new Date('2026-11-23T09:00:00Z') }
const names = {
  today: calendarDate('2026-11-23'),
  dueOn: calendarDate('2026-12-18'),
  ...{ ownerRoleName: 'HR', responsibleName: 'Hana Sato' },
}

it.each<[TaskEffect, Partial<typeof names>, string]>([
  [{ kind: 'add' }, {}, 'A new task, due Fri 18 Dec, for HR (Hana Sato).'],
  [
    { kind: 'add' },
    { responsibleName: undefined },
    'A new task, due Fri 18 Dec, for HR (nobody holds that role).',
  ],
  [
    { kind: 'update', task, fields: ['outcome'], kept: [] },
    {},
    '#14: the outcome changes. Its date, its people and its evidence stay.',
  ],
  [
    { kind: 'update', task, fields: ['action', 'outcome', 'horizon'], kept: [] },
    {},
    '#14: the action, outcome and horizon change. Its date, its people and its evidence stay.',
  ],
  [
    { kind: 'update', task, fields: [], kept: [{ field: 'outcome', kept: 'A', guide: 'B' }] },
    {},
    '#14 keeps what people wrote into it.',
  ],
  [{ kind: 'stay', task: done }, {}, '#14 is done and stays as it is.'],
  [
    { kind: 'mark-gone', task },
    {},
    '#14 stays, marked “No longer in the guide”. You can cancel it then.',
  ],
])('%j: %s', (effect, more, sentence) => {
  const told = { ...names, ...more }
  expect(describeEffect(effect, { ...told, responsibleName: told.responsibleName ?? null })).toBe(
    sentence,
  )
})

const outcome = (more: Partial<PlanOutcome> = {}): PlanOutcome => ({
  ...{ planId: 'p', title: 'Plan', isRunning: true, added: 0, updated: 0, gone: 0, back: 0 },
  ...more,
})

it.each([
  [{ isAdopted: true, plans: [] }, 'This is the new version now. No task had to change.'],
  [{ isAdopted: false, plans: [outcome()] }, 'Everything was applied before; nothing changed.'],
  [
    { isAdopted: true, plans: [outcome({ added: 1, updated: 2 }), outcome({ added: 1, gone: 1 })] },
    'Applied to 2 plans: 2 new tasks, 2 changed, 1 marked as no longer in the guide.',
  ],
])('%j: %s', (result, sentence) => {
  expect(describeOutcome(result)).toBe(sentence)
})

it('says nothing of nothing', () => {
  expect(describeCounts(outcome())).toBeNull()
})
