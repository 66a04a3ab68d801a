import { expect, it } from 'vitest'
import { readGuide } from '../read-guide'

const plan = (text: string) => readGuide({ text, fileName: 'a.md' }).plan
const minutes = (...bullets: string[]) => {
  const list = bullets.map((bullet) => `- ${bullet}`).join('\n')
  const { items, warnings } = plan(
    `# Minutes\n\n## 30-day plan\n\n- Do a\n\n## From the ward\n\n${list}\n`,
  )
  return { items: items.slice(1), warnings }
}

it.each([
  ['owners in brackets', 'Send the list (Owner: HR)', 'Ask the vendor (Owner: Finance)'],
  ['owners behind the text', 'Send the list. Owner: HR', 'Ask the vendor. Owner: Finance'],
  [
    'a day beside them',
    'Lists (Owner: HR, Due: 3 May 2027)',
    'A call (Owner: IT, Due: 4 May 2027)',
  ],
  [
    'one of two without',
    'Send the list (Owner: HR)',
    'Ask (Owner: IT)',
    'Call them',
    'Wait a week',
  ],
])('reads a list with %s as tasks, and says so', (_name, ...bullets) => {
  const { items } = minutes(...bullets)
  expect(items).toHaveLength(bullets.length)
  expect(items[0]).toMatchObject({ owners: ['HR'], confidence: 'guessed' })
  expect(items[0]?.guesses).toContainEqual(expect.stringMatching(/lines say who does what/))
})

it.each([
  ['one bullet', 'Send the list (Owner: HR)'],
  ['who keeps what', 'Key cabinet (Owner: HR)', 'Alarm (Owner: IT)'],
  ['a few of many', 'Send the list (Owner: HR)', 'Ask (Owner: IT)', 'Rain', 'Snow', 'Hail'],
  ['roles in passing', 'Ask HR for a key', 'Send IT a list'],
])('warns of %s, and reads none', (_name, ...bullets) => {
  const { items, warnings } = minutes(...bullets)
  expect(items).toEqual([])
  expect(warnings.filter(({ kind }) => kind === 'outside')).toHaveLength(bullets.length)
})

it('reads them below a line that says "what is left", and not what is said below it otherwise', () => {
  const below = (...bullets: string[]) => {
    const list = bullets.map((bullet) => `- ${bullet}\n`).join('')
    return plan(`# T\n\n## Months 4–6\n\nWhat is left by then:\n\n${list}`).items
  }
  expect(below('Cancel the contract (Owner: HR)', 'Remove its rules (Owner: IT)')).toMatchObject([
    { action: 'Cancel the contract', horizonDays: 180, owners: ['HR'] },
    { action: 'Remove its rules', horizonDays: 180, owners: ['IT'] },
  ])
  expect(below('A contract', 'Its rules')).toEqual([])
})

it('keeps the days of a heading that stands in a part without a plan', () => {
  const list = '- Send the list (Owner: HR)\n- Ask the vendor (Owner: Finance)'
  const { items } = plan(`# T\n\n## What we know\n\n**Month 2**\n\n${list}\n`)
  expect(items.map(({ horizonDays }) => horizonDays)).toEqual([60, 60])
})

it('reads no list below a heading that holds no plan', () => {
  const list = '- Send the list (Owner: HR)\n- Ask the vendor (Owner: Finance)'
  expect(plan(`# T\n\n## Already done\n\n${list}\n`).items).toEqual([])
})
