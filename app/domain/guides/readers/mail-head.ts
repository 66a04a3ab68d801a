/**
 * The head of a mail that was pasted whole: who wrote it, when, and what it is called.
 *
 *     From: Ann Lee                 { subject: 'Re: Keys', start: 9 }
 *     Subject: Re: Keys              the title is "Keys", from the ninth letter of the third line on
 */
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

export interface MailHead {
  /** How many lines belong to it. */
  length: number
  /** Which of them holds the subject. */
  line: number
  /** Where in that line the subject starts, without "Re:". */
  from: number
}

const longestHead = 12
const subjects = vocabularyWords((words) => words.mailSubjects)
const fields = vocabularyWords((words) => words.mailFields)
const field = new RegExp(`^(?:${phraseSource([...subjects, ...fields])})\\s*:`, 'u')
const subject = new RegExp(
  `^(?:${phraseSource(subjects)})\\s*:\\s*(?:(?:re|fwd?|aw|wg)\\s*:\\s*)*(?=\\S)`,
  'iu',
)

/** The head that these lines start with; null unless they name a subject and one thing more. */
export function mailHeadOf(lines: readonly string[]): MailHead | null {
  let length = 0
  let found: Pick<MailHead, 'line' | 'from'> | null = null
  for (const text of lines.slice(0, longestHead)) {
    if (!field.test(comparable(text.slice(0, 40)))) break
    const start = subject.exec(text.slice(0, 120))
    if (start) found ??= { line: length, from: start[0].length }
    length++
  }
  return found && length > 1 ? { length, ...found } : null
}
