import { describe, expect, it } from 'vitest'
import { compareItems } from '~/domain/guides/revisions/compare-items'
import {
  countKinds,
  isEdited,
  mergedItem,
  revisionLines,
  saidOf,
  type RevisionItem,
  type SaidItem,
} from '~/domain/guides/revisions/revision-diff'
import type { ItemField } from '~/domain/guides/revisions/item-fields'

const said = (action: string, more: Partial<SaidItem> = {}): SaidItem => ({
  action,
  ...{ outcome: null, detail: null, stage: 'plan', horizonDays: 30, track: null },
  ...{ priority: null, dueOn: null, owners: [], ownerRoleId: null, ownerRoleName: null },
  ...{ ownerRoleProposal: null, frameworkRefs: [] },
  ...more,
})

interface Draft {
  guide: SaidItem | null
  /** What people wrote. */
  edits?: Partial<RevisionItem['stands']>
  isDropped?: boolean
}

const item = (id: string, { guide, edits = {}, isDropped = false }: Draft): RevisionItem => ({
  ...{ id, version: 1, position: 0, guide, isDropped, sourceStart: null, sourceEnd: null },
  stands: { ...(guide ?? said(id)), cadence: null, ...edits },
})

/** The lines of a version that was not taken over yet. */
function linesOf(olds: readonly RevisionItem[], news: readonly RevisionItem[]) {
  const withWords = (entry: RevisionItem) => ({ ...saidOf(entry), entry })
  const { pairs, gone, added } = compareItems(olds.map(withWords), news.map(withWords))
  return revisionLines(
    {
      pairs: pairs.map(({ before, after, fields }) => ({
        ...{ before: before.entry, after: after.entry, fields },
      })),
      gone: gone.map(({ entry }) => entry),
      added: added.map(({ entry }) => entry),
    },
    false,
  )
}
const onlyLine = (before: Draft, after: Draft) => {
  const [line] = linesOf([item('old', before)], [item('new', after)])
  if (!line) throw new Error('There is no line')
  return line
}
const taken = (...fields: ItemField[]) => new Set(fields)

describe('revisionLines', () => {
  it('tells new, changed, gone, unchanged and what people added apart', () => {
    const lines = linesOf(
      [
        item('a', { guide: said('List every laptop') }),
        item('b', { guide: said('Lock the safe', { outcome: 'Locked' }) }),
        item('c', { guide: said('Burn old disks') }),
        item('d', { guide: null, edits: { action: 'Ask the cleaners' } }),
      ],
      [
        item('e', { guide: said('Train the night shift') }),
        item('f', { guide: said('Lock the safe', { outcome: 'Locked and checked' }) }),
        item('g', { guide: said('List every laptop') }),
      ],
    )
    expect(lines.map(({ key, kind }) => [key, kind])).toEqual([
      ['f', 'changed'],
      ['g', 'unchanged'],
      ['e', 'new'],
      ['c', 'gone'],
      ['d', 'carried'],
    ])
    expect(countKinds(lines)).toEqual({ new: 1, changed: 1, gone: 1, carried: 1, unchanged: 1 })
    expect(lines[0]?.changes).toEqual([
      {
        field: 'outcome',
        before: 'Locked',
        after: 'Locked and checked',
        kept: null,
        isChoice: false,
      },
    ])
  })

  it('knows an item that people added when the guide has it now', () => {
    const line = onlyLine(
      { guide: null, edits: { action: 'Ask the cleaners', outcome: 'All asked' } },
      { guide: said('Ask the cleaners', { outcome: 'Everybody asked' }) },
    )
    expect(line.kind).toBe('changed')
    expect(line.changes).toMatchObject([{ field: 'outcome', kept: 'All asked', isChoice: true }])
  })
})

describe('mergedItem', () => {
  const guide = said('Lock the safe', { outcome: 'Locked', ownerRoleId: 'it', ownerRoleName: 'IT' })
  const revised = { ...guide, outcome: 'Locked every night', detail: 'With both keys' }

  it('follows the guide where nobody edited', () => {
    const line = onlyLine({ guide }, { guide: revised })
    expect(mergedItem(line)).toMatchObject({
      outcome: 'Locked every night',
      detail: 'With both keys',
    })
  })

  it('keeps what people wrote, and takes the rest from the guide', () => {
    const line = onlyLine({ guide, edits: { action: 'Lock both safes' } }, { guide: revised })
    expect(line.kind).toBe('changed')
    expect(line.changes).toMatchObject([
      { field: 'action', before: 'Lock the safe', after: 'Lock the safe', kept: 'Lock both safes' },
      { field: 'outcome', kept: null },
      { field: 'detail', kept: null },
    ])
    expect(mergedItem(line)).toMatchObject({ action: 'Lock both safes', outcome: revised.outcome })
  })

  it('keeps people’s words where both changed, until the guide’s are chosen', () => {
    const line = onlyLine({ guide, edits: { outcome: 'Nobody gets in' } }, { guide: revised })
    expect(line.changes[0]).toEqual({
      ...{ field: 'outcome', before: 'Locked', after: 'Locked every night' },
      ...{ kept: 'Nobody gets in', isChoice: true },
    })
    expect(mergedItem(line)?.outcome).toBe('Nobody gets in')
    expect(mergedItem(line, taken('outcome'))?.outcome).toBe('Locked every night')
    expect(mergedItem(line, taken('detail'))?.outcome).toBe('Nobody gets in')
  })

  it('needs no choice where people wrote what the guide says now', () => {
    const line = onlyLine({ guide, edits: { outcome: revised.outcome } }, { guide: revised })
    expect(line.changes[0]).toMatchObject({ field: 'outcome', kept: null, isChoice: false })
  })

  it('keeps a chosen or confirmed owner role, and lets a proposal go', () => {
    const proposed = { ...guide, ownerRoleProposal: 'Because of the word safe.' }
    const role = (edits: Partial<SaidItem>) =>
      mergedItem(
        onlyLine(
          { guide: proposed, edits },
          { guide: { ...proposed, ownerRoleId: 'sec', ownerRoleName: 'Security' } },
        ),
      )
    expect(role({})).toMatchObject({ ownerRoleId: 'sec', ownerRoleProposal: expect.any(String) })
    expect(role({ ownerRoleProposal: null })).toMatchObject({
      ...{ ownerRoleId: 'it', ownerRoleProposal: null },
    })
    expect(role({ ownerRoleId: 'hr', ownerRoleProposal: null })?.ownerRoleId).toBe('hr')
  })

  it('lets somebody’s role stand where the guide names another owner, and offers the guide’s', () => {
    const line = onlyLine(
      { guide: { ...guide, owners: ['IT'] }, edits: { ownerRoleId: 'hr', ownerRoleName: 'HR' } },
      { guide: { ...guide, owners: ['Security'], ownerRoleId: 'sec', ownerRoleName: 'Security' } },
    )
    expect(line.changes).toEqual([
      { field: 'owner', before: 'IT', after: 'Security', kept: 'HR', isChoice: true },
    ])
    expect(mergedItem(line)?.ownerRoleId).toBe('hr')
    expect(mergedItem(line, taken('owner'))?.ownerRoleId).toBe('sec')
  })

  it('keeps what was dropped, how often it comes round, and the references people gave', () => {
    const before = {
      guide: { ...guide, frameworkRefs: ['hipaa:1', 'hipaa:2'] },
      edits: { frameworkRefs: ['hipaa:2', 'nist-csf:3'], cadence: 'monthly' as const },
      isDropped: true,
    }
    const line = onlyLine(before, { guide: { ...revised, frameworkRefs: ['hipaa:1', 'hipaa:4'] } })
    expect(mergedItem(line)).toMatchObject({
      isDropped: true,
      cadence: 'monthly',
      frameworkRefs: ['hipaa:4', 'nist-csf:3'],
    })
  })

  it('lets what people already wrote into the later version stand', () => {
    const line = onlyLine(
      { guide, edits: { outcome: 'Old wish' } },
      { guide: revised, edits: { outcome: 'New wish' } },
    )
    expect(mergedItem(line)?.outcome).toBe('New wish')
  })
})

describe('isEdited', () => {
  it('takes white space for no edit', () => {
    const entry = item('a', { guide: said('Lock the safe'), edits: { action: 'Lock  the safe ' } })
    expect(isEdited(entry, 'action')).toBe(false)
  })
})
