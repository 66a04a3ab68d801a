import { expect, it } from 'vitest'
import type { ListItem } from '../document-tree'
import { whyNoTasks } from './lists-without-tasks'
import { readInline } from '../readers/read-inline'
import { roleTest } from '../rules/split-owners'

const known = { roleOf: roleTest(), isDayFirst: false }
const bullet = (text: string): ListItem => ({
  text: readInline(text, 0, text.length),
  span: { start: 0, end: text.length },
  children: [],
})
const why = (...texts: string[]) => whyNoTasks(texts.map(bullet), known)

it.each([
  ['who has which role', ['Incident commander: CTO', 'Scribe: HR', 'Press: whoever is free']],
  ['what not to do', ["Don't pay", 'Never call the number in the mail']],
  ['nicht tun', ['Bitte nicht zahlen', 'Niemals anrufen']],
  ['what happened when', ['06:10 The pager rings', '[14.32 Uhr] Anruf', '9:05 am - all is well']],
  ['how something is', ['Is reviewed every year', 'Covers both houses', 'Rests on facts']],
])('says that a list is about %s', (_name, texts) => {
  expect(why(...texts)).toMatch(/^The list says /)
})

it.each([
  ['tasks', ['Rotate keys', 'Train everybody']],
  ['one bullet of its kind', ["Don't pay"]],
  ['a prohibition among tasks', ["Don't pay", 'Call the bank']],
  ['versions and amounts', ['2.10 of the client goes out', '10.50 each for the locks']],
  ['a clock time among tasks', ['10:30 is when the gate opens', 'Call the bank']],
  ['tasks that end with their owner', ['Read the log – Owner: IT', 'Renew keys – Owner: HR']],
  ['one statement among tasks', ['Is the key there? Look', 'Call the bank']],
])('takes %s for tasks', (_name, texts) => {
  expect(why(...texts)).toBeNull()
})
