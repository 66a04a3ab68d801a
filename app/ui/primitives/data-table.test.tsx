// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { DataTable, type Column } from './data-table'

afterEach(cleanup)

interface Person {
  id: string
  name: string
  role: string | null
}

const columns: Column<Person>[] = [
  { key: 'name', header: 'Name', cell: (person) => person.name },
  { key: 'role', header: 'Role', cell: (person) => person.role },
  {
    key: 'actions',
    header: 'Actions',
    isHeaderHidden: true,
    cell: () => <button type="button">Edit</button>,
  },
]
const people: Person[] = [
  { id: '1', name: 'Maya Lind', role: 'Manager' },
  { id: '2', name: 'Tom Okafor', role: null },
]
const table = (rows: Person[]) => (
  <DataTable
    caption="People"
    columns={columns}
    rows={rows}
    rowKey={(row) => row.id}
    empty={<p>Nobody yet.</p>}
  />
)

describe('a data table', () => {
  it('is named, and names its columns and rows', () => {
    render(table(people))
    const element = screen.getByRole('table', { name: 'People' })
    expect(
      within(element)
        .getAllByRole('columnheader')
        .map((header) => header.textContent),
    ).toEqual(['Name', 'Role', 'Actions'])
    expect(
      within(element)
        .getAllByRole('rowheader')
        .map((header) => header.textContent),
    ).toEqual(['Maya Lind', 'Tom Okafor'])
  })

  it('puts the name of the column beside each value for narrow pages, but not for buttons and blanks', () => {
    render(table(people))
    const [first, second] = screen.getAllByRole('row').slice(1)
    expect([...(first?.querySelectorAll('td') ?? [])].map((cell) => cell.dataset.label)).toEqual([
      'Role',
      undefined,
    ])
    expect(second?.querySelector('td')?.className).toContain('blank')
  })

  it('gives way to the empty state', () => {
    render(table([]))
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByText('Nobody yet.')).toBeTruthy()
  })
})
