import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { Invalid } from '~/domain/shared/errors'
import { DecisionInput, taskFromDecision, type Decision } from '~/domain/reviews/decision'

const decision: Decision = {
  id: 'd1',
  reviewId: 'r1',
  text: 'Buy a second backup line.',
  ownerPersonId: 'tom',
  dueOn: calendarDate('2026-12-18'),
  taskId: null,
}

describe('DecisionInput', () => {
  it('needs 1 to 2,000 characters; owner and date may be left empty', () => {
    expect(DecisionInput.parse({ text: ' Wait ', ownerPersonId: '', dueOn: '' })).toEqual({
      text: 'Wait',
      ownerPersonId: null,
      dueOn: null,
    })
    expect(DecisionInput.safeParse({ text: '  ' }).success).toBe(false)
    expect(DecisionInput.safeParse({ text: 'x'.repeat(2_000) }).success).toBe(true)
    expect(DecisionInput.safeParse({ text: 'x'.repeat(2_001) }).success).toBe(false)
    expect(DecisionInput.safeParse({ text: 'x', dueOn: '2026-02-30' }).success).toBe(false)
  })
})

describe('taskFromDecision', () => {
  it('takes a short decision as the action', () => {
    expect(taskFromDecision(decision)).toEqual({
      action: 'Buy a second backup line.',
      detail: null,
      assigneeId: 'tom',
      dueOn: '2026-12-18',
    })
  })

  it('keeps a longer one whole as the detail', () => {
    const text = 'Buy a second line.\nTwo offers first.'
    expect(taskFromDecision({ ...decision, text })).toMatchObject({
      action: 'Buy a second line.',
      detail: text,
    })
    const long = `${'word '.repeat(60)}end`
    const task = taskFromDecision({ ...decision, text: long })
    expect(task.action).toMatch(/ word…$/)
    expect(task.action.length).toBeLessThanOrEqual(200)
    expect(task.detail).toBe(long)
  })

  it('does not cut a character in two', () => {
    const { action } = taskFromDecision({ ...decision, text: '🩺'.repeat(250) })
    expect(action).toBe(`${'🩺'.repeat(199)}…`)
  })

  it('refuses to make a second task of it', () => {
    expect(() => taskFromDecision({ ...decision, taskId: 't1' })).toThrow(Invalid)
  })
})
