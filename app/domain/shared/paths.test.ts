import { expect, it } from 'vitest'
import * as paths from '~/domain/shared/paths'

it('builds every path without throwing, beginning with a slash and without doubled ones', () => {
  const { withQuery, ...functions } = paths
  for (const [name, path] of Object.entries(functions)) {
    const ids = Array.from({ length: path.length }, (_, i) => `id${i}`)
    const url = (path as (...ids: string[]) => string)(...ids)
    for (const id of ids) expect(url.split('/'), name).toContain(id)
    expect(url, name).toMatch(/^\/(?!\/)/)
    expect(url, name).not.toMatch(/.\/\//)
    expect(url, name).not.toMatch(/undefined/)
  }
  expect(withQuery('/x', {})).toBe('/x')
})

it.each([
  [paths.taskPath('t1'), '/tasks/t1'],
  [paths.evidenceWithdrawalPath('t1', 'e1'), '/tasks/t1/evidence/e1/withdrawal'],
  [paths.guideItemDropPath('g1', 'i1'), '/guides/g1/items/i1/drop'],
  [paths.reviewDecisionTaskPath('r1', 'd1'), '/reviews/r1/decisions/d1/task'],
  [paths.newPlanPath({ template: 'g1' }), '/plans/new?template=g1'],
  [paths.newPlanPath(), '/plans/new'],
  [paths.compareReviewsPath({ a: 'r1', b: 'r2' }), '/reviews/compare?a=r1&b=r2'],
  [paths.signInPath({ to: '/tasks/t1?x=1' }), '/sign-in?to=%2Ftasks%2Ft1%3Fx%3D1'],
  [paths.planPath('p1', { group: 'track', page: 2, q: '' }), '/plans/p1?group=track&page=2'],
  [paths.resetPasswordPath('a/b?c'), '/reset-password/a%2Fb%3Fc'],
])('%s', (path, expected) => {
  expect(path).toBe(expected)
})
