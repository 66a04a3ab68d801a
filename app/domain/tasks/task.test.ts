import { describe, expect, it } from 'vitest'
import { isFinished, taskStatus, type TaskState } from '~/domain/tasks/task'

const at = new Date('2026-11-23T09:00:00Z')
const none: TaskState = { startedAt: null, blockedAt: null, completedAt: null, cancelledAt: null }

describe('taskStatus', () => {
  it.each<[string, Partial<TaskState>]>([
    ['open', {}],
    ['started', { startedAt: at }],
    ['blocked', { startedAt: at, blockedAt: at }],
    ['done', { startedAt: at, blockedAt: at, completedAt: at }],
    ['cancelled', { startedAt: at, blockedAt: at, completedAt: at, cancelledAt: at }],
  ])('is %s', (status, state) => {
    expect(taskStatus({ ...none, ...state })).toBe(status)
  })
})

describe('isFinished', () => {
  it('is true for done and cancelled only', () => {
    expect(isFinished({ ...none })).toBe(false)
    expect(isFinished({ ...none, completedAt: at })).toBe(true)
    expect(isFinished({ ...none, cancelledAt: at })).toBe(true)
  })
})
