/**
 * Which passwords are refused beside those that are too short: the ones that guessing programs try
 * first (`common-passwords.ts`), and those made of what everybody knows of the account: its name, its
 * address, its organisation, the product. There are no rules of composition (NIST SP 800-63B-4,
 * section 3.1.1.2); three words that have nothing to do with each other are a good password.
 *
 *     passwordProblem('Welcome2024!!', {})                         // 'This password is among …'
 *     passwordProblem('nora likes blue tiles', { name: 'Nora' })   // 'Leave “nora” out …'
 *     passwordProblem('tulips under seven lamps', {})              // null
 */
import { commonRuns, commonWords } from '~/domain/access/common-passwords'

/** Whose password it is to be. */
export interface PasswordOwner {
  name?: string
  email?: string
  organisationNames?: readonly string[]
}

const commonProblem =
  'This password is among the first that guessing programs try. Three or four words that have nothing to do with each other are easy to remember and hard to guess.'
const ownProblem = (word: string) =>
  `Leave “${word}” out: your name, your address and your organisation are the first things that others try.`

/** Too short or too usual to be somebody's name: they may stand in a password. */
const minimalOwnLetters = 4
const usualWords = new Set(
  'clinic clinics klinik hospital krankenhaus spital health healthcare medical medicine centre center zentrum group gruppe practice praxis institute house city saint north south east west general university regional community services service care with from team info mail office admin contact example person people staff'.split(
    ' ',
  ),
)

/** Letters that digits and signs are often typed for. */
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const withLetters = (text: string) =>
  text.replace(/[0134578@$!]/g, (sign) => lookalikes[sign] ?? sign)

/** Small letters without accents, so that “Zürich” and “zurich” are one. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words that tell who somebody is: parts of names and of the address before the @, and its domain. */
function ownWords({ name = '', email = '', organisationNames = [] }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@')
  const domainNames = domain.split('.').slice(0, -1)
  const parts = [name, local, ...domainNames, ...organisationNames].flatMap((text) => {
    const words = plain(text).split(/[^\p{L}\p{N}]+/u)
    return [...words, words.join('')]
  })
  const telling = parts.filter(
    (word) => word.length >= minimalOwnLetters && !usualWords.has(word) && !/^\d+$/.test(word),
  )
  // The longest first, so that the answer names all of it.
  return [...new Set(['wardround', ...telling])].sort((a, b) => b.length - a.length)
}

/** Whether a text is one character or one short piece over and over. */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(text) && new Set(text).size <= 5
}

/** Whether a text is a run of neighbours (on the keyboard, in the alphabet), forwards or backwards. */
function isRun(text: string): boolean {
  if (text.length < 3) return false
  const backwards = [...text].reverse().join('')
  return commonRuns.some((run) => run.includes(text) || run.includes(backwards))
}

/** Whether a text falls into at most `limit` common words or runs, with nothing left over. */
function isMadeOf(text: string, limit: number): boolean {
  if (text === '') return true
  if (limit === 0) return false
  for (let length = text.length; length >= 3; length -= 1) {
    const piece = text.slice(0, length)
    if ((commonWords.has(piece) || isRun(piece)) && isMadeOf(text.slice(length), limit - 1)) {
      return true
    }
  }
  return false
}

/** A password without what is commonly put around a word: digits, signs and gaps. */
const core = (text: string) => text.replace(/^[^a-z]+/, '').replace(/[^a-z]+$/, '')

function isCommon(password: string): boolean {
  const text = plain(password)
  if (isRepetition(text) || isMadeOf(text, 2)) return true
  const letters = withLetters(text)
  const candidates = new Set([core(text), core(letters), withLetters(core(text))])
  for (const candidate of candidates) {
    // Nothing but digits and signs: at most eight different ones are a date or a number.
    if (candidate === '' && new Set(text).size <= 8) return true
    const joined = candidate.replace(/[^a-z]+/g, '')
    if (candidate !== '' && (isMadeOf(joined, 2) || isRepetition(joined))) return true
  }
  return false
}

/** Why a password is refused, as a sentence; null where it is good. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const text = plain(password)
  const spellings = [text, withLetters(text), text.replace(/[^\p{L}\p{N}]+/gu, '')]
  const own = ownWords(owner).find((word) => spellings.some((each) => each.includes(word)))
  if (own) return ownProblem(own)
  return isCommon(password) ? commonProblem : null
}
