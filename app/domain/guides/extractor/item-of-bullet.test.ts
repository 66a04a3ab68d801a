import { expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const plan = (text: string) => readGuide({ text }).plan

it('takes a box before a bullet for its mark, drawn or typed', () => {
  const { items } = plan(
    '# T\n\n## 30-day plan\n\n- ☐ Rotate keys\n  - ☑ Log it\n- [x] Train staff\n',
  )
  expect(items).toMatchObject([
    { action: 'Rotate keys', detail: 'Log it' },
    { action: 'Train staff' },
  ])
})
