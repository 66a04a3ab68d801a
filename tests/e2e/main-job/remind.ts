import { expect } from '@playwright/test'
import { remindersPath } from '~/domain/shared/paths'
import { morningOf, workingDayAfter } from '../calendar'
import { people } from '../journey'
import { expectWellFormed, mailTo, recipientOf } from '../mail'
import type { Scene } from './scene'
import { names, type PlannedTask } from './work'

/**
 * On its due date a task is in its holder's mail, the day after it is overdue there; no second run
 * repeats anything, and what is finished is in no mail.
 */
export async function receiveReminders(scene: Scene, task: PlannedTask, finished: string) {
  const { product, page, watch } = scene
  const holder = people.find(({ name }) => task.facts.includes(name))
  expect(holder, `who does "${task.action}"`).toBeTruthy()
  const days = [
    { day: task.dueOn, words: /today/i },
    { day: workingDayAfter(task.dueOn), words: /overdue|late/i },
  ]
  for (const { day, words } of days) {
    product.smtp.clear()
    await product.remindAt(morningOf(day))
    const [mail] = await mailTo(product, holder!.email)
    expectWellFormed(mail!)
    expect(names(mail!.text, task.action), mail!.text).toBe(true)
    expect(mail!.text).toMatch(words)
    expect(new Set(product.smtp.messages.map(recipientOf)).size).toBe(product.smtp.messages.length)
    for (const { text } of product.smtp.messages) expect(names(text, finished)).toBe(false)

    const count = product.smtp.messages.length
    await product.remindAt(morningOf(day))
    expect(product.smtp.messages).toHaveLength(count)
  }
  await page.goto(product.url + remindersPath())
  await expect(page.getByRole('main')).toContainText(task.action)
  await watch.check(page)
}
