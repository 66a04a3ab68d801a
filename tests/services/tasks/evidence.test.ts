import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { maxEvidenceBytes } from '~/domain/tasks/evidence'
import { db } from '~/infra/database/database.server'
import { newId, sha256 } from '~/infra/ids.server'
import { addEvidence } from '~/services/tasks/add-evidence.server'
import { getTaskPage } from '~/services/tasks/get-task-page.server'
import { readEvidenceFile } from '~/services/tasks/read-evidence-file.server'
import { withdrawEvidence } from '~/services/tasks/withdraw-evidence.server'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { useTestDatabase } from '~tests/support/test-database'

const directory = mkdtempSync(join(tmpdir(), 'wardround-evidence-'))
process.env.DATA_DIR = directory
afterAll(() => rmSync(directory, { recursive: true, force: true }))

useTestDatabase()

let team: Team
let stranger: Team
let taskId: string

beforeAll(async () => {
  team = await createTeam()
  stranger = await createTeam()
})
beforeEach(async () => {
  taskId = (await createTasks(team.manager, [{}])).taskIds[0]!
})

const bytes = (content: string) => new TextEncoder().encode(content)
const addFile = (actor: Actor, fileName = 'minutes.pdf', content = '%PDF minutes') =>
  addEvidence(actor, { taskId, kind: 'file', fileName, bytes: bytes(content) })
const addNote = (actor: Actor) => addEvidence(actor, { taskId, kind: 'note', note: 'Seen by Ina' })

describe('adding evidence', () => {
  it('keeps a file by its SHA-256, under the media type of its ending', async () => {
    const id = await addFile(team.ina, 'C:\\scans\\minutes.pdf')
    expect(await db().evidence.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: 'file',
      title: 'minutes.pdf',
      fileSha256: sha256('%PDF minutes'),
      fileBytes: 12,
      mediaType: 'application/pdf',
      addedById: team.ina.personId,
    })
  })

  it('takes a link and a note, and tells them in the history', async () => {
    await addEvidence(team.ina, { taskId, kind: 'link', url: 'https://intranet.example/minutes' })
    await addNote(team.manager)
    const page = await getTaskPage(team.auditor, taskId)
    expect(page.evidence.map(({ title, addedByName }) => [title, addedByName])).toEqual([
      ['intranet.example/minutes', 'Ina Torres'],
      ['Seen by Ina', 'Maya Lind'],
    ])
    expect(page.events[0]).toMatchObject({
      type: 'evidence.added',
      sentence: 'Maya Lind added the note “Seen by Ina” as evidence',
    })
  })

  it('sent twice is one', async () => {
    const ids = [await addFile(team.ina), await addFile(team.ina), await addNote(team.ina)]
    ids.push(...(await Promise.all([addNote(team.ina), addFile(team.ina)])))
    expect(new Set(ids).size).toBe(2)
    expect(await db().evidence.count({ where: { taskId } })).toBe(2)
    expect(await db().activity.count({ where: { taskId, type: 'evidence.added' } })).toBe(2)
  })

  it.each([
    ['an empty file', () => addFile(team.ina, 'a.pdf', ''), 'file'],
    ['a program', () => addFile(team.ina, 'audit.pdf.exe'), 'file'],
    [
      'a file that is too large',
      () =>
        addEvidence(team.ina, {
          taskId,
          kind: 'file',
          fileName: 'a.zip',
          bytes: new Uint8Array(maxEvidenceBytes + 1),
        }),
      'file',
    ],
    [
      'a script for a link',
      () => addEvidence(team.ina, { taskId, kind: 'link', url: 'javascript:alert(1)' }),
      'url',
    ],
    ['an empty note', () => addEvidence(team.ina, { taskId, kind: 'note', note: ' ' }), 'note'],
  ])('refuses %s and says which field', async (_what, act, field) => {
    await expect(act()).rejects.toMatchObject({ code: 'evidence-refused', field })
    await expect(act()).rejects.toThrow(Invalid)
    expect(await db().evidence.count({ where: { taskId } })).toBe(0)
  })

  it('is for those who work on the task', async () => {
    for (const actor of [team.hana, team.auditor, team.leader]) {
      await expect(addNote(actor)).rejects.toThrow(Forbidden)
    }
    await expect(addNote(stranger.manager)).rejects.toThrow(NotFound)
  })
})

describe('reading a file', () => {
  it('gives its bytes, name and our media type to everybody of the organisation', async () => {
    const evidenceId = await addFile(team.ina, 'page.html', '<script>')
    const file = await readEvidenceFile(team.auditor, { taskId, evidenceId })
    expect(file).toMatchObject({
      fileName: 'page.html',
      mediaType: 'application/octet-stream',
      bytes: 8,
    })
    expect(await text(file.open())).toBe('<script>')
  })

  it('is noted before the first byte, but not where only the file was asked about', async () => {
    const evidenceId = await addFile(team.ina, 'scan.pdf', '%PDF')
    const noted = () => db().activity.findMany({ where: { taskId, type: 'evidence.read' } })
    const events = (await getTaskPage(team.ina, taskId)).events.length
    await readEvidenceFile(team.leader, { taskId, evidenceId }, { isRead: false })
    expect(await noted()).toEqual([])
    await readEvidenceFile(team.leader, { taskId, evidenceId })
    expect(await noted()).toMatchObject([
      {
        personId: team.leader.personId,
        way: 'browser',
        address: '127.0.0.1',
        payload: { evidenceId, kind: 'file' },
      },
    ])
    // The task's own history tells what was done, not who looked.
    expect((await getTaskPage(team.ina, taskId)).events.length).toBe(events)
    await expect(readEvidenceFile(stranger.administrator, { taskId, evidenceId })).rejects.toThrow(
      NotFound,
    )
    expect(await noted()).toHaveLength(1)
  })

  it('finds nothing of another organisation, another task, or that is no file', async () => {
    const evidenceId = await addFile(team.ina)
    const noteId = await addNote(team.ina)
    const other = (await createTasks(team.manager, [{}])).taskIds[0]!
    for (const [actor, ids] of [
      [stranger.administrator, { taskId, evidenceId }],
      [team.ina, { taskId: other, evidenceId }],
      [team.ina, { taskId, evidenceId: noteId }],
      [team.ina, { taskId, evidenceId: newId() }],
      [team.ina, { taskId: 'x', evidenceId: 'y' }],
    ] as const) {
      await expect(readEvidenceFile(actor, ids)).rejects.toThrow(NotFound)
    }
  })
})

describe('withdrawing evidence', () => {
  const withdraw = (actor: Actor, evidenceId: string) =>
    withdrawEvidence(actor, { taskId, evidenceId, reason: 'Wrong clinic' })

  it('keeps the row and hides the file from all but those who oversee', async () => {
    const evidenceId = await addFile(team.ina)
    await withdraw(team.ina, evidenceId)
    await withdraw(team.ina, evidenceId)
    const page = await getTaskPage(team.ina, taskId)
    expect(page.evidence).toMatchObject([
      { withdrawReason: 'Wrong clinic', withdrawnByName: 'Ina Torres' },
    ])
    expect(await db().activity.count({ where: { taskId, type: 'evidence.withdrawn' } })).toBe(1)
    await expect(readEvidenceFile(team.ina, { taskId, evidenceId })).rejects.toThrow(NotFound)
    const kept = await readEvidenceFile(team.auditor, { taskId, evidenceId })
    expect(await text(kept.open())).toBe('%PDF minutes')
  })

  it('lets the same proof be added again', async () => {
    const first = await addNote(team.ina)
    await withdraw(team.ina, first)
    expect(await addNote(team.ina)).not.toBe(first)
  })

  it('is for those who work on the task, and for evidence that is there', async () => {
    const evidenceId = await addNote(team.ina)
    await expect(withdraw(team.hana, evidenceId)).rejects.toThrow(Forbidden)
    await expect(withdraw(stranger.manager, evidenceId)).rejects.toThrow(NotFound)
    await expect(withdraw(team.ina, newId())).rejects.toThrow(NotFound)
    await expect(withdraw(team.ina, 'x')).rejects.toThrow(NotFound)
  })
})
