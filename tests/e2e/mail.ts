import { expect } from '@playwright/test'
import type { ParsedMail } from 'mailparser'
import type { Product } from './product'

/** Who a message went to. */
export const recipientOf = (mail: ParsedMail): string =>
  [mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address ?? '') ?? [])[0] ?? ''

/** The links of a message that lead into this installation. */
export function linksOf(mail: ParsedMail, product: Product): string[] {
  return [...(mail.text ?? '').matchAll(/https?:\/\/[^\s>)]+/g)]
    .map(([link]) => link)
    .filter((link) => link.startsWith(product.url))
}

/** Waits until somebody has this many messages, and gives them, oldest first. */
export async function mailTo(product: Product, address: string, count = 1): Promise<ParsedMail[]> {
  const found = () => product.smtp.messages.filter((mail) => recipientOf(mail) === address)
  await expect
    .poll(() => found().length, { message: `mail to ${address}`, timeout: 60_000 })
    .toBeGreaterThanOrEqual(count)
  return found()
}

/** Everything a message must have whatever it says. */
export function expectWellFormed(mail: ParsedMail): void {
  expect(mail.subject?.trim()).toBeTruthy()
  expect(mail.text?.trim()).toBeTruthy()
  expect(mail.html).toBeTruthy()
  expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@.+>$/)
}
