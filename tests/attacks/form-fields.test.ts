import { beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/infra/clock.server'
import { createScene, type Scene } from '~tests/access/scene'
import { useTestDatabase } from '~tests/support/test-database'
import { everyRow, post } from './ask'

/** Names of fields become objects and lists on the server, so a name is an attack of its own. */
useTestDatabase()

let scene: Scene
beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  scene = await createScene()
}, 60_000)

const names = [
  '__proto__',
  '__proto__.isDemo',
  'constructor.prototype.isDemo',
  'prototype',
  'body.__proto__.isDemo',
  'lines[0].__proto__.isDemo',
  'lines[__proto__].isDemo',
  'lines[0].constructor',
  'lines[999999999]',
  'lines[-1]',
  'lines[1e9].x',
  `a${'[0]'.repeat(50)}`,
  `a${'.b'.repeat(50)}`,
  `a${'[0]'.repeat(20_000)}`,
  'a'.repeat(100_000),
  '',
  '__intent__',
  '__state__',
  'body[]x]',
  'toString.x',
]

describe('a field that no form of ours has', () => {
  it.each(names.slice(0, -1))('such as %.60s is refused and changes nothing', async (name) => {
    const before = await everyRow()
    const answer = await post('tasks/comments.ts', scene.people.member, {
      params: { taskId: scene.taskId },
      fields: { body: 'Where is the key?', [name]: 'administrator' },
    })
    expect(answer.status).toBe(400)
    expect(await everyRow()).toEqual(before)
    expect(({} as Record<string, unknown>).isDemo).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('is refused when there are ten thousand, or a hundred thousand', async () => {
    for (const count of [10_000, 100_000]) {
      const form = new FormData()
      form.append('body', 'Where is the key?')
      for (let index = 0; index < count; index += 1) form.append(`x${index}`, '1')
      const answer = await post('tasks/comments.ts', scene.people.member, {
        params: { taskId: scene.taskId },
        fields: form,
      })
      expect(answer.status).toBe(400)
    }
  })

  it('given twice is one value or refused, never both', async () => {
    const form = new FormData()
    form.append('body', 'First')
    form.append('body', 'Second')
    const answer = await post('tasks/comments.ts', scene.people.member, {
      params: { taskId: scene.taskId },
      fields: form,
    })
    expect(answer.status).toBe(400)
  })

  it('is still taken where it is one of ours: lists and groups', async () => {
    const answer = await post('guides/revision.tsx', scene.people.manager, {
      params: { templateId: scene.revisedTemplateId },
      fields: { previousId: scene.firstTemplateId, seen: 'x', 'lines[12].planId': scene.planId },
    })
    expect(JSON.stringify(answer.data)).not.toContain('did not come from a form')
  })
})
