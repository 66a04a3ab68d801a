import { describe, expect, it } from 'vitest'
import { contentWords } from './content-words'
import {
  aboutOf,
  AlikeIndex,
  quotedWords,
  sameness,
  sameThreshold,
  sharedWords,
} from './same-thing'

const about = (words: string) => {
  const [action = '', detail] = words.split(': ')
  return aboutOf({ action, detail: detail ?? null })
}

describe('contentWords', () => {
  it.each([
    ['Conduct an access review', 'Complete the access audits'],
    ['Turn on multi-factor sign-in', 'Turning on the second factor'],
    ['Train the staff', 'Employee awareness training'],
    ['Data backups', 'Backing up the data: back-up'],
    ['Verträge mit Dienstleistern prüfen', 'Überprüfung der Vereinbarungen mit Lieferanten'],
    ['Mitarbeitende schulen', 'Schulungen für das Personal'],
    ['Passwörter tauschen', 'Tausch der Kennwörter'],
  ])('of “%s” are in “%s”', (one, other) => {
    const others = contentWords(other)
    expect([...contentWords(one).keys()].filter((word) => !others.has(word))).toEqual([])
  })

  it('are shown as they stand', () => {
    expect([...contentWords('Implement the Second-Factor policies').values()]).toEqual([
      'second-factor',
      'policies',
    ])
  })
})

describe('pairs that ask for the same', () => {
  it.each([
    [
      'Carry out an access review: At once look through who may see patient files.',
      'Finish an access audit: Rights that nobody needs are gone.',
    ],
    [
      'Harden sign-in: Turn on a second factor for remote access and every entry point.',
      'Turn on MFA at all access points',
    ],
    [
      'Raise employee awareness: Begin with training on the security of patient data.',
      'Schedule and deliver security training',
    ],
    [
      'Write an incident response plan for break-ins at a supplier',
      'Establish incident response protocols: Say who decides what.',
    ],
    [
      'Test the data backup and recovery so that a breach costs an hour',
      'Regular data backups: Copy everything each night.',
    ],
    ['Verträge mit allen Dienstleistern prüfen', 'Vereinbarungen mit Lieferanten sichten'],
    ['Schulung für alle Mitarbeitenden zu Phishing', 'Mitarbeiter gegen Phishing schulen'],
  ])('“%s” and “%s”', (one, other) => {
    expect(sameness(about(one), about(other))).toBeGreaterThanOrEqual(sameThreshold)
    expect(sameness(about(other), about(one))).toBe(sameness(about(one), about(other)))
  })
})

describe('near misses', () => {
  it('does not take an outcome for the action', () => {
    const button = aboutOf({ action: 'Give staff one button to report a message' })
    const training = aboutOf({
      action: 'Give every shift twenty minutes with real examples',
      outcome: 'Everybody has seen five messages and pressed the report button once',
    })
    expect(sameness(button, training)).toBeLessThan(sameThreshold)
  })

  it.each([
    [
      'Find the backups: Write down where each copy lies and who can delete it.',
      'Take one copy of the backups offline every week',
    ],
    [
      'Protect the administrators: Turn on a second factor for each of their accounts.',
      'Turn on a second factor for mail and for remote access',
    ],
    ['Review vendor contracts', 'Complete an access audit'],
    [
      'Audit compliance with HIPAA',
      'Set up a governance board that reviews vendors and compliance',
    ],
    [
      'Complete an access audit',
      'Set up tools that alert on unusual access patterns in the cloud: Review their logs.',
    ],
    [
      'Review the list: Compare it with purchases.',
      'Check that the desk terminal is named in the card questionnaire: Ask for the list.',
    ],
    ['Encrypt every laptop', 'Label every laptop with a number'],
    ['Print the call list', 'Print the dose report: Call the pharmacy.'],
    ['Verträge mit Dienstleistern sichten', 'Dienstleister zur Übung einladen'],
    ['Sichern', 'Sicherung'],
  ])('“%s” and “%s”', (one, other) => {
    expect(sameness(about(one), about(other))).toBeLessThan(sameThreshold)
  })
})

it('says which words two of them share, as the second has them', () => {
  const shared = sharedWords(about('Conduct an access review'), about('Complete an access audit'))
  expect(shared).toEqual(['access', 'audit'])
  expect(quotedWords(shared)).toBe('“access” and “audit”')
  expect(quotedWords(['a', 'b', 'c', 'd'])).toBe('“a”, “b” and “c”')
})

it('finds among many what comparing each would find, the most alike first', () => {
  const sentences = [
    'Review vendor contracts',
    'Review the contracts of each vendor and supplier in the pharmacy',
    'Encrypt every laptop',
  ]
  const index = new AlikeIndex<string>()
  for (const sentence of sentences) index.add(sentence, about(sentence))
  expect(index.find(about('Read the supplier contracts')).map(({ value }) => value)).toEqual([])
  expect(index.find(about('Check supplier contracts')).map(({ value }) => value)).toEqual([
    sentences[0],
    sentences[1],
  ])
})
