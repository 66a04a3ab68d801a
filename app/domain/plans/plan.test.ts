import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { canLaunch, isLaunchable, type LaunchableTask, planState } from '~/domain/plans/plan'

const at = new Date('2026-11-02T09:00:00Z')
const draft = { startsOn: calendarDate('2026-11-02'), launchedAt: null, cancelledAt: null }
const roles = [
  { id: 'it', name: 'IT manager', holderId: 'ana', backupId: null },
  { id: 'hr', name: 'HR', holderId: null, backupId: null },
  { id: 'security', name: 'Security team', holderId: null, backupId: 'ben' },
]
const task = (id: string, change: Partial<LaunchableTask> = {}): LaunchableTask => ({
  id,
  action: `Action ${id}`,
  dueOn: calendarDate('2026-11-20'),
  ownerRoleId: 'it',
  assigneeId: null,
  ...change,
})
const codes = (tasks: LaunchableTask[], plan: Parameters<typeof canLaunch>[0] = draft) =>
  canLaunch(plan, tasks, roles).map(({ code, severity }) => `${severity}: ${code}`)

describe('planState', () => {
  it('is read from who did what when', () => {
    expect(planState({ launchedAt: null, cancelledAt: null })).toBe('draft')
    expect(planState({ launchedAt: at, cancelledAt: null })).toBe('running')
    expect(planState({ launchedAt: at, cancelledAt: at })).toBe('cancelled')
    expect(planState({ launchedAt: null, cancelledAt: at })).toBe('cancelled')
  })
})

describe('canLaunch', () => {
  it('has nothing to say about a complete draft', () => {
    const problems = canLaunch(draft, [task('a'), task('b', { ownerRoleId: 'security' })], roles)
    expect(problems).toEqual([])
    expect(isLaunchable(problems)).toBe(true)
  })

  it('names what is missing', () => {
    expect(codes([])).toEqual(['problem: no-tasks'])
    expect(codes([task('a')], { ...draft, startsOn: null })).toEqual([
      'problem: start-date-missing',
    ])
    expect(codes([task('a')], { ...draft, launchedAt: at })).toEqual(['problem: already-launched'])
    expect(codes([task('a')], { ...draft, cancelledAt: at })).toEqual(['problem: plan-cancelled'])
  })

  it('names the tasks without a due date', () => {
    const undated = ['a', 'b', 'c'].map((id) => task(id, { dueOn: null }))
    const [problem] = canLaunch(draft, [...undated, task('d')], roles)
    expect(problem).toMatchObject({ code: 'task-without-due-date', taskIds: ['a', 'b', 'c'] })
    expect(problem?.message).toBe('“Action a”, “Action b” and 1 more have no due date; choose one.')
    expect(isLaunchable(problem ? [problem] : [])).toBe(false)
  })

  it('warns of roles nobody holds and of tasks nobody owns', () => {
    const problems = canLaunch(
      draft,
      [
        task('a', { ownerRoleId: 'hr' }),
        task('b', { ownerRoleId: 'hr' }),
        task('c', { ownerRoleId: null }),
        task('d', { ownerRoleId: null, assigneeId: 'ana' }),
        task('e', { ownerRoleId: 'hr', assigneeId: 'ana' }),
      ],
      roles,
    )
    expect(problems.map(({ code, taskIds }) => [code, taskIds])).toEqual([
      ['role-without-holder', ['a', 'b']],
      ['task-without-owner', ['c']],
    ])
    expect(problems[0]?.message).toContain('Nobody holds the role HR')
    expect(isLaunchable(problems)).toBe(true)
  })
})
