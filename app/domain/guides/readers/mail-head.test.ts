import { describe, expect, it } from 'vitest'
import { mailHeadOf } from './mail-head'

describe('mailHeadOf', () => {
  it.each<[string[], string | null]>([
    [['From: Ann Lee', 'To: all', 'Subject: Keys of the archive', 'Hello'], 'Keys of the archive'],
    [['Von: A. Lee', 'Gesendet: Montag', 'Betreff: AW: WG: Schlüssel', 'Hallo'], 'Schlüssel'],
    [['Subject: Re: Fwd: Lamps', 'Date: May 3'], 'Lamps'],
    [['Subject: Lamps', 'They flicker.'], null],
    [['From: Ann Lee', 'To: all', 'Hello'], null],
    [['From: Ann Lee', 'Subject:'], null],
    [['From here on: more lamps', 'Subject: Lamps'], null],
    [[], null],
  ])('finds in %j the subject %j', (lines, title) => {
    const head = mailHeadOf(lines)
    expect(head && lines[head.line]!.slice(head.from)).toBe(title)
    if (head) expect(head.length).toBeGreaterThan(1)
  })
})
