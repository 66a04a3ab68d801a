import { expect, it } from 'vitest'
import { labelOfBullet } from './label-of-bullet'
import { readInline } from '../readers/read-inline'

it.each([
  ['Enhance Access: Review it.', 'Enhance Access', 'Review it.'],
  ['**Watch** - alert on change', 'Watch', 'alert on change'],
  ['**Watch:** alert on change', 'Watch', 'alert on change'],
  ['**Watch the doors** Alert on change', 'Watch the doors', 'Alert on change'],
  ['**Watch**', 'Watch', ''],
  ['**Patch** the server', null, null],
  ['Call at 10:30 every day', null, null],
  ['Do it. Then: rest', null, null],
  ['One two three four five six seven eight nine ten eleven: x', null, null],
])('%s', (text, label, body) => {
  const found = labelOfBullet(readInline(text, 0, text.length))
  expect(found?.label.text ?? null).toBe(label)
  expect(found?.body.text ?? null).toBe(body)
})
