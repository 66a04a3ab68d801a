// @vitest-environment jsdom
import { Form } from '@remix-run/react'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderInRouter } from '~tests/support/render-in-router'
import { SubmitButton } from './submit-button'

afterEach(cleanup)

/** Two forms whose action answers only when told to. */
function renderForms() {
  let posts = 0
  let answer = () => {}
  const action = () => {
    posts += 1
    return new Promise<null>((resolve) => {
      answer = () => resolve(null)
    })
  }
  renderInRouter(
    <>
      <Form method="post" action="/save">
        <SubmitButton action="/save" pendingText="Saving…">
          Save
        </SubmitButton>
      </Form>
      <Form method="post" action="/drop">
        <SubmitButton action="/drop">Drop</SubmitButton>
      </Form>
    </>,
    { routes: [{ path: '/save', action, element: <p>Saved</p> }] },
  )
  return { posts: () => posts, answer: () => act(async () => answer()) }
}

describe('a submit button', () => {
  it('shows that its own form is under way and sends it once', async () => {
    const forms = renderForms()
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    const saving = await screen.findByRole('button', { name: 'Saving…' })
    expect(saving.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('button', { name: 'Drop' }).hasAttribute('aria-disabled')).toBe(false)
    fireEvent.click(saving)
    await forms.answer()
    await waitFor(() => expect(screen.getByText('Saved')).toBeTruthy())
    expect(forms.posts()).toBe(1)
  })
})
