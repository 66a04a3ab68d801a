// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { renderInRouter } from '~tests/support/render-in-router'
import { TaskList, type TaskRowItem } from './task-list'

afterEach(cleanup)

const today = calendarDate('2026-11-25')
const task = (over: Partial<TaskRowItem> = {}): TaskRowItem => ({
  id: 't1',
  reference: 14,
  action: 'Review access',
  outcome: null,
  dueOn: calendarDate('2026-11-21'),
  status: 'open',
  priority: 'high',
  track: 'prevention',
  horizonDays: 30,
  stage: 'plan',
  planId: 'p1',
  planTitle: 'Autumn plan',
  ownerRoleName: 'IT manager',
  responsibleName: 'Maya Lind',
  version: 3,
  ...over,
})
const group = (...tasks: TaskRowItem[]) => [{ key: 'overdue', label: 'Overdue', note: null, tasks }]

describe('a task list', () => {
  it('says what, whose, when and how late', () => {
    renderInRouter(<TaskList groups={group(task())} today={today} />)
    const row = screen.getByRole('listitem')
    expect(within(row).getByRole('link', { name: 'Review access' }).getAttribute('href')).toBe(
      '/tasks/t1',
    )
    expect(row.textContent).toContain('IT manager · Maya Lind')
    expect(row.textContent).toContain('Sat 21 Nov 4 days late')
    expect(row.querySelector('time')?.dateTime).toBe('2026-11-21')
    expect(within(row).queryByRole('button')).toBeNull()
  })

  it('does not call a finished task late', () => {
    renderInRouter(<TaskList groups={group(task({ status: 'done' }))} today={today} canComplete />)
    expect(screen.getByRole('listitem').textContent).not.toContain('late')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('leaves out what the page says already', () => {
    renderInRouter(
      <TaskList groups={group(task())} today={today} hide={['plan', 'owner', 'responsible']} />,
    )
    const text = screen.getByRole('listitem').textContent
    expect(text).not.toContain('Autumn plan')
    expect(text).not.toContain('IT manager')
  })

  it('offers to complete only what may be completed', () => {
    const tasks = [
      task(),
      task({ id: 't2', action: 'Test backups', version: undefined }),
      task({ id: 't3', action: 'Call HR' }),
    ]
    renderInRouter(
      <TaskList groups={group(...tasks)} today={today} canComplete={(each) => each.id !== 't3'} />,
    )
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
    expect(names).toEqual(['Complete: Review access'])
  })

  it('posts the version and the way back to the task it is asked to complete', async () => {
    const posted: Record<string, string>[] = []
    const action = async ({ request }: { request: Request }) => {
      posted.push(Object.fromEntries(await request.formData()) as Record<string, string>)
      return null
    }
    renderInRouter(
      <TaskList
        groups={group(task(), task({ id: 't2', action: 'Test backups', version: 8 }))}
        today={today}
        canComplete
        returnTo="/tasks?page=2"
      />,
      { routes: [{ path: '/tasks/t2/complete', action, element: <p>Completed</p> }] },
    )
    fireEvent.click(screen.getByRole('button', { name: 'Complete: Test backups' }))
    await waitFor(() => expect(screen.getByText('Completed')).toBeTruthy())
    expect(posted).toEqual([{ returnTo: '/tasks?page=2', version: '8' }])
  })
})
