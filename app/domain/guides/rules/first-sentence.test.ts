import { expect, it } from 'vitest'
import { firstSentenceEnd } from './first-sentence'

it.each([
  ['Rotate keys. Log it.', 'Rotate keys.'],
  ['Rotate keys, e.g. yearly. Log it.', 'Rotate keys, e.g. yearly.'],
  ['Ask Dr. Weber first. Then go.', 'Ask Dr. Weber first.'],
  ['Is it on? Check it.', 'Is it on?'],
  ['Read “the list.” Then stop.', 'Read “the list.”'],
  ['Upgrade to 2.0 now. Test it.', 'Upgrade to 2.0 now.'],
  ['Keys z.B. jährlich tauschen. Danach prüfen.', 'Keys z.B. jährlich tauschen.'],
  ['Karten bis 9. Februar einziehen. Dann zählen.', 'Karten bis 9. Februar einziehen.'],
  ['Turn off port 9. Februus knows which.', 'Turn off port 9.'],
  ['rotate keys. log it.', 'rotate keys.'],
  ['rotate keys, e.g. yearly. log it.', 'rotate keys, e.g. yearly.'],
  ['Rotate keys. log it.', 'Rotate keys. log it.'],
  ['One sentence only', 'One sentence only'],
  ['', ''],
])('%s', (text, sentence) => {
  expect(text.slice(0, firstSentenceEnd(text))).toBe(sentence)
})
