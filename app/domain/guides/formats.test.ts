import { expect, it } from 'vitest'
import { guideFormatOf } from './formats'

it.each([
  ['# Plan\n\n## Days 1–30\n\n- Do it', 'plan.txt', 'markdown'],
  ['# Plan\n\n- Do it', undefined, 'markdown'],
  ['Intro\n\n**Days 1–30**\n\n- Do it', undefined, 'markdown'],
  ['Plan\n====\n\nText', undefined, 'markdown'],
  ['---\ntitle: Plan\n---\n\nText', undefined, 'markdown'],
  ['Plan\n30-day plan\n| Owner | Action |\n|---|---|\n| HR | Train |', 'plan.txt', 'text'],
  ['Plan\nA long line of prose that stands right below its heading.\n- Do it', 'plan.md', 'text'],
  ['Intro.\n\n- Do it\n\n- And this', 'plan.md', 'markdown'],
  ['Price list # 1', undefined, 'text'],
] as const)('%j named %s is %s', (text, fileName, format) => {
  expect(guideFormatOf(text, fileName)).toBe(format)
})
