import { expect, it } from 'vitest'
import { isPlaceholder } from './item-of-row'

it.each([
  '[what to do]',
  '{{action}}',
  '<name>',
  '…',
  '____',
  'TBD',
  'N/A',
  'No',
  'Ja',
  '[day] by [name]',
])('%s is a placeholder', (text) => expect(isPlaceholder(text)).toBe(true))

it.each([
  'Call [name]',
  'Note the number',
  'Tbd board: order it',
  'Nein sagen',
  '[day] Close the port',
])('%s says what to do', (text) => expect(isPlaceholder(text)).toBe(false))
