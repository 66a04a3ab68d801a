// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Checkbox, ChoiceGroup } from './choices'
import { ErrorSummary, FormError } from './form-errors'
import { DateInput, Select, TextArea, TextInput } from './inputs'

afterEach(cleanup)

const descriptionOf = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent)

describe('a field', () => {
  it('ties label, hint and errors to its control', () => {
    render(
      <TextInput
        name="title"
        label="Name"
        hint="Seen in mails."
        error={['Too long.', 'Too odd.']}
      />,
    )
    const input = screen.getByLabelText('Name')
    expect(input).toHaveProperty('id', 'title')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(descriptionOf(input)).toEqual(['Seen in mails.', 'Too long. Too odd.'])
  })

  it('says nothing of hints and errors that are not there', () => {
    render(<TextInput name="title" label="Name" error={[]} />)
    const input = screen.getByLabelText('Name')
    expect(input.hasAttribute('aria-describedby')).toBe(false)
    expect(input.hasAttribute('aria-invalid')).toBe(false)
  })

  it('keeps apart two fields of one name by their ids', () => {
    render(
      <>
        <TextArea name="note" id="a" label="First" error="Missing." />
        <TextArea name="note" id="b" label="Second" />
      </>,
    )
    expect(descriptionOf(screen.getByLabelText('First'))).toEqual(['Missing.'])
    expect(screen.getByLabelText('Second').hasAttribute('aria-invalid')).toBe(false)
  })

  it('hides a label from the eye only, and marks what is optional', () => {
    render(
      <>
        <DateInput name="dueOn" label="Due date" isLabelHidden defaultValue="2026-12-18" />
        <TextInput name="detail" label="Detail" isOptional />
      </>,
    )
    expect(screen.getByLabelText('Due date')).toHaveProperty('value', '2026-12-18')
    expect(screen.getByText('Due date').className).toBe('sr-only')
    expect(screen.getByLabelText('Detail (optional)')).toBeTruthy()
  })

  it('offers an empty choice only where a placeholder asks for it', () => {
    const options = [{ value: 'maya', label: 'Maya Lind' }]
    render(
      <>
        <Select name="holder" label="Holder" options={options} placeholder="Nobody" />
        <Select name="chair" label="Chair" options={options} />
      </>,
    )
    expect(screen.getByLabelText('Holder').children).toHaveLength(2)
    expect(screen.getByLabelText('Chair').children).toHaveLength(1)
  })
})

describe('choices', () => {
  it('are one fieldset with the default chosen', () => {
    render(
      <ChoiceGroup
        legend="Role"
        name="role"
        defaultValue="member"
        error="Choose a role."
        choices={[
          { value: 'manager', label: 'Manager', hint: 'Starts plans.' },
          { value: 'member', label: 'Member' },
        ]}
      />,
    )
    const group = screen.getByRole('group', { name: 'Role' })
    expect(descriptionOf(group)).toEqual(['Choose a role.'])
    expect(screen.getByRole('radio', { name: 'Member' })).toHaveProperty('checked', true)
    expect(screen.getByRole('radio', { name: 'Manager Starts plans.' })).toHaveProperty(
      'checked',
      false,
    )
  })

  it('can be several of one name', () => {
    render(
      <ChoiceGroup
        legend="Working days"
        name="workingDays"
        isMultiple
        defaultValue={['1', '3']}
        choices={['1', '2', '3'].map((value) => ({ value, label: `Day ${value}` }))}
      />,
    )
    const checked = screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)
    expect(checked).toEqual([true, false, true])
  })

  it('a checkbox is named by its label alone and described by its hint', () => {
    render(<Checkbox name="repeat" label="Repeat" hint="Every three months." />)
    expect(descriptionOf(screen.getByRole('checkbox', { name: 'Repeat' }))).toEqual([
      'Every three months.',
    ])
  })
})

describe('errors of a form', () => {
  it('take the focus with every answer, and not with a mere redraw', () => {
    const form = (error: readonly string[] | null, note = '') => (
      <>
        <FormError error={error} />
        <input aria-label="Name" defaultValue={note} />
      </>
    )
    const { rerender } = render(form(null))
    const input = screen.getByLabelText('Name')
    input.focus()
    const refusal = ['Somebody was faster.']
    rerender(form(refusal))
    expect(document.activeElement?.textContent).toBe('Somebody was faster.')
    input.focus()
    rerender(form(refusal, 'redrawn'))
    expect(document.activeElement).toBe(input)
    rerender(form([...refusal]))
    expect(document.activeElement?.textContent).toBe('Somebody was faster.')
    rerender(form(null))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lead to their fields and leave out what is right', () => {
    render(<ErrorSummary errors={{ title: ['Give it a name.'], startsOn: null, text: [] }} />)
    expect(screen.getByRole('alert').textContent).toContain('One thing needs your attention')
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#title'])
  })

  it('are nothing when there are none', () => {
    const { container } = render(
      <>
        <ErrorSummary errors={{ title: undefined }} />
        <FormError error={null} />
      </>,
    )
    expect(container.innerHTML).toBe('')
  })
})
