// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Toast } from './toast'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))

describe('a toast', () => {
  it('is drawn on the server, without the button that needs a script', () => {
    const html = renderToString(<Toast message={{ id: '1', text: 'Owner changed' }} />)
    expect(html).toContain('Owner changed')
    expect(html).toContain('role="status"')
    expect(html).not.toContain('Dismiss')
  })

  it('goes by itself, and comes again with a new id', async () => {
    const { rerender } = render(<Toast message={{ id: '1', text: 'Saved' }} />)
    await wait(7_900)
    expect(screen.queryByText('Saved')).toBeTruthy()
    await wait(200)
    expect(screen.queryByText('Saved')).toBeNull()
    rerender(<Toast message={{ id: '2', text: 'Saved' }} />)
    expect(screen.queryByText('Saved')).toBeTruthy()
  })

  it('stays while the focus is in it', async () => {
    render(<Toast message={{ id: '1', text: 'Saved' }} />)
    const dismiss = screen.getByRole('button', { name: 'Dismiss' })
    dismiss.focus()
    await wait(60_000)
    expect(screen.queryByText('Saved')).toBeTruthy()
    dismiss.blur()
    await wait(2_000)
    expect(screen.queryByText('Saved')).toBeNull()
  })

  it('stays when it tells of a failure, until dismissed', async () => {
    render(<Toast message={{ id: '1', text: 'Not sent', tone: 'bad' }} />)
    await wait(60_000)
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText('Not sent')).toBeNull()
  })
})
