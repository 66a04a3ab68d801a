import { expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const plan = (text: string, fileName = 'a.txt') => readGuide({ text, fileName }).plan
const short = (text: string, fileName?: string) =>
  plan(text, fileName).items.map(
    (item) => `${item.horizonDays}/${item.track ?? '-'}/${item.action}`,
  )

it('lets numbered headings open a plan below a part that holds none', () => {
  expect(
    short('T\nWhy this matters\n1. Days 1–30\n   - Do a\n2. Days 31–60\n   - Do b\n   - Do c'),
  ).toEqual(['30/-/Do a', '60/-/Do b', '60/-/Do c'])
})

it('lets a bullet below such a part open none', () => {
  expect(
    short('T\nWhy this matters\n1. Lose a\n2. Lose b\n- Week 2: keys\n  - Lose c\n- Lose d'),
  ).toEqual([])
})

it('leaves bullets before a heading of their list where they stand', () => {
  expect(
    short('# T\n\n## Action plan\n\n1. Do a\n2. **Days 1–30**\n   - Do b\n', 'a.md').sort(),
  ).toEqual(['30/-/Do b', 'null/-/Do a'])
})

it('takes a horizon with nothing below it in the list for a heading', () => {
  expect(
    short(
      '# T\n\n1. **Days 1–30**\n   - Do a\n2. **Days 31–60**\n\n| Action | Owner |\n|---|---|\n| Do b | HR |\n',
      'a.md',
    ),
  ).toEqual(['30/-/Do a', '60/-/Do b'])
})

it('takes the last words of such a list for a heading where they hold no tasks', () => {
  const text = (last: string) =>
    `T\n\n1. WEEK 4: GATES\n\n   1) Do a\n   2) Do b\n\n2. ${last}\n\n   - One of two\n   - Two of three\n`
  expect(short(text('METRICS'))).toEqual(['28/-/Do a', '28/-/Do b'])
  expect(short(text('Count gates'))).toContain('28/-/Count gates')
})

it('keeps a task with its details in a list of headings whole', () => {
  const { items } = plan('T\n30-day plan\n- Recovery:\n  - Do a\n- Rotate keys\n  - every year')
  expect(items).toMatchObject([
    { action: 'Do a', track: 'recovery' },
    { action: 'Rotate keys', detail: 'every year' },
  ])
})

it('mentions the heading and the bullets of a part that holds no tasks', () => {
  const { items, warnings, unread } = plan(
    'T\n90-day plan\n- Prevention\n  - Do a\n- Common mistakes\n  - Lose b\n',
  )
  expect(items.map((item) => item.action)).toEqual(['Do a'])
  expect(warnings).toMatchObject([
    { kind: 'left-out', line: 5, text: 'Common mistakes' },
    { kind: 'left-out', line: 6, text: 'Lose b' },
  ])
  expect(unread).toBe(2)
})

it('mentions what is nested below a bullet that is left out, and fields that nothing follows', () => {
  const { items, warnings } = plan(
    'T\n30-day plan\n- Owner: HR\n- Budget: $300\nDays 31–60\n- ❌ Lose a\n  - Lose b\n',
  )
  expect(items).toEqual([])
  expect(warnings.slice(1).map(({ line }) => line)).toEqual([3, 4, 6, 7])
})
