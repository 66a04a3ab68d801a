// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { RevisionLineView, RevisionPlanView } from '~/domain/guides/revisions/revision-views'
import { renderInRouter } from '~tests/support/render-in-router'
import { formResult } from '../primitives/form-result'
import { RevisionLines } from './revision-lines'
import { RevisionPlans } from './revision-plans'

afterEach(cleanup)

const line = (more: Partial<RevisionLineView>): RevisionLineView => ({
  ...{ key: 'k1', kind: 'changed', action: 'Lock the safe', place: '30 days · IT', outcome: null },
  ...{ isDropped: false, templateId: 't', itemId: 'i', changes: [], effects: [] },
  ...more,
})
const plan: RevisionPlanView = {
  ...{ id: 'p', title: 'Safe plan', isRunning: true, isFollowing: false, isUpToDate: false },
  ...{ seen: 'abc', added: 0, updated: 1, gone: 0, back: 0, staying: 2 },
}
const effect = {
  ...{ planId: 'p', sentence: '#14: the outcome changes.', taskId: 't14', isWork: true },
  choices: [{ name: 't14.detail', field: 'Detail', kept: 'Mine', guide: 'Theirs' }],
}
const change = { field: 'outcome' as const, before: 'Locked', after: 'Locked and checked' }
const draw = (lines: RevisionLineView[], answer?: unknown) =>
  renderInRouter(
    <form>
      <RevisionLines lines={lines} plans={[plan]} form={formResult(answer)} />
      <RevisionPlans plans={[plan]} form={formResult(answer)} />
    </form>,
  )
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })

describe('a changed line', () => {
  it('marks what came in words too, and says what happens to the plan', () => {
    const changes = [{ ...change, kept: null, isChoice: false }]
    const { container } = draw([line({ changes, effects: [effect] })])
    expect(container.querySelector('ins')?.textContent).toBe(' (added:  and checked) ')
    expect(container.querySelector('del')).toBeNull()
    expect(screen.getByText(/#14: the outcome changes\./, { selector: 'p' })).toBeTruthy()
    expect(box(/Apply to the plans.*Lock the safe/)).toMatchObject({ checked: true, value: 'k1' })
    expect(box(/Take the guide’s instead: Theirs/)).toMatchObject({
      ...{ checked: false, value: 't14.detail' },
    })
  })

  it('keeps what people wrote until the guide’s is chosen', () => {
    draw([line({ changes: [{ ...change, kept: 'Nobody gets in', isChoice: true }] })])
    expect(screen.getByText('Nobody gets in')).toBeTruthy()
    expect(box(/Take the guide’s outcome/)).toMatchObject({ checked: false, value: 'k1.outcome' })
    expect(screen.queryByRole('checkbox', { name: /Apply to the plans/ })).toBeNull()
  })

  it('comes back from a refusal as it was ticked', () => {
    const answer = { initialValue: { lines: ['k2'], taken: 't14.detail', plans: [{}] }, error: {} }
    draw([line({ effects: [effect] }), line({ key: 'k2', effects: [effect] })], answer)
    const [first, second] = screen.getAllByRole<HTMLInputElement>('checkbox', {
      name: /Apply to the plans/,
    })
    expect([first?.checked, second?.checked]).toEqual([false, true])
    expect(box(/Safe plan/).checked).toBe(false)
  })
})

it('folds away what stayed, and leaves empty kinds out', () => {
  const { container } = draw([line({ kind: 'unchanged' }), line({ key: 'k2', kind: 'gone' })])
  expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
    'Gone1',
    'Plans1',
  ])
  expect(container.querySelector('details')?.open).toBe(false)
})

it('says of a plan what changes and what stays', () => {
  draw([])
  expect(screen.getByText('1 changed. 2 tasks that are over stay as they are.')).toBeTruthy()
})
