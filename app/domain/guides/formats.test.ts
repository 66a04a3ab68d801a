import { expect, it } from 'vitest'
import { guideFormatOf, guideReaders } from './formats'

it.each([
  ['# Plan\n\n## Days 1–30\n\n- Do it', 'plan.txt', 'markdown'],
  ['# Plan\n\n- Do it', undefined, 'markdown'],
  ['Intro\n\n**Days 1–30**\n\n- Do it', undefined, 'markdown'],
  ['Intro\nWords.\nWeek 5\n- Do it\n**Prevention**\n- Do it', 'plan.txt', 'text'],
  ['Einleitung\nWorte.\n30-Tage-Plan\n**Vorbeugung**\n- Tun', undefined, 'text'],
  ['Words.\nAction plan\n**Prevention**\n- Do it', 'plan.txt', 'text'],
  ['Intro\n\n**Days 1–30**\n\nThat is what the\nfirst 30 days\nare for.', 'a.txt', 'markdown'],
  ['Plan\n====\n\nText', undefined, 'markdown'],
  ['Guide\n=====\n\nWhy\n\nIt matters.\n\n30 DAYS: THE GATE\n\n- Do it', 'plan.txt', 'text'],
  ['Guide\n=====\n\n30-day plan\n-----------\n\n- Do it', 'plan.txt', 'markdown'],
  ['---\ntitle: Plan\n---\n\nText', undefined, 'markdown'],
  ['Plan\n30-day plan\n| Owner | Action |\n|---|---|\n| HR | Train |', 'plan.txt', 'text'],
  ['Plan\nA long line of prose that stands right below its heading.\n- Do it', 'plan.md', 'text'],
  ['Intro.\n\n- Do it\n\n- And this', 'plan.md', 'markdown'],
  ['Price list # 1', undefined, 'text'],
  ['Guide\n\n<table>\n<tr><td>x</td></tr>\n</table>', 'plan.md', 'markdown'],
  ['<!doctype html>\n<title>Plan</title>Do it', 'plan.txt', 'html'],
  ['\n<html><body>Plan</body></html>', undefined, 'html'],
  ['<!-- saved from a page -->\n<div>Plan</div>', undefined, 'html'],
  ['<h2>Plan</h2>\n<ul><li>Do it</li></ul>', 'plan.txt', 'html'],
  ['<p>Plan', 'plan.html', 'html'],
  ['Plan of the clinic <b>2027</b>\n<ul><li>Do it</li></ul>', 'plan.htm', 'html'],
  ['# Plan\n\n## Days 1–30\n\n- Do it\n\n<p>Sent by mail</p>', 'plan.html', 'markdown'],
  ['Plan\n30-day plan\n- Do it <soon>', 'plan.html', 'text'],
  ['# Plan\n\n## Days\n\n<table><tr><td>x</td></tr></table>', 'plan.md', 'markdown'],
  ['Action,Owner\nTrain,HR\nLog,IT', 'plan.txt', 'csv'],
  ['Action;Owner\nTrain;HR\nLog;IT', undefined, 'csv'],
  ['Plan;;\n\nAction;Owner;Due\nTrain;HR;May', 'register', 'csv'],
  ['Name,City\nAda,Bern', 'plan.csv', 'csv'],
  ['Name,City\nAda,Bern', 'plan.txt', 'text'],
  ['Action\tOwner\nTrain\tHR', 'plan.tsv', 'csv'],
  ['Action\tOwner\nTrain\tHR', 'plan.txt', 'text'],
  ['# Plan\n\n## Days 1–30\n\n- Train, at once', 'plan.csv', 'markdown'],
  [
    'Keys, owners and locks\nIf a task has an owner, it gets done.\n30-day plan\n- Do it',
    undefined,
    'text',
  ],
] as const)('%j named %s is %s', (text, fileName, format) => {
  expect(guideFormatOf(text, fileName)).toBe(format)
})

it('reads a text that a browser saved as a page as the text it is', () => {
  const page =
    '<html><head></head><body><pre>Guide\n30-day plan\n- Train &amp; log</pre></body></html>'
  expect(guideReaders.html(page)).toEqual(guideReaders.text('Guide\n30-day plan\n- Train & log'))
})
