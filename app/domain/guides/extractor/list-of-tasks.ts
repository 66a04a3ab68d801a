/**
 * Lists that are a plan by what their bullets say, whatever stands above them.
 *
 *     - 30 days: Close the forms      - Rotate the keys (Owner: IT Manager)
 *     - 60 days: Train the staff      - Ask the vendor for a report (Owner: Finance, Due: 3 May)
 */
import type { ListItem } from '../document-tree'
import { horizonOfBulletLabel } from '../rules/horizon-of-heading'
import { takeInlineFields } from './inline-fields'
import type { GuideKnowledge } from './item-draft'
import { labelOfBullet } from '../rules/label-of-bullet'
import { startsWithVerb } from '../rules/prose-actions'

/** Whether each bullet starts with its own horizon. */
export function areTimed(bullets: readonly ListItem[]): boolean {
  return bullets.length > 1 && bullets.every(startsWithHorizon)
}

function startsWithHorizon({ text }: ListItem): boolean {
  const label = labelOfBullet(text)
  return label !== null && label.body.text !== '' && horizonOfBulletLabel(label.label.text) !== null
}

/** Whether at least two bullets, and half of all, ask for something and name who does it. */
export function areGivenToSomebody(bullets: readonly ListItem[], known: GuideKnowledge): boolean {
  if (bullets.length < 2) return false
  const count = bullets.filter((item) => isGivenToSomebody(item, known)).length
  return count > 1 && count * 2 >= bullets.length
}

function isGivenToSomebody({ text }: ListItem, known: GuideKnowledge): boolean {
  if (!text.text.includes(':')) return false
  const { rest, fields } = takeInlineFields(text, known)
  const stated = fields.filter(({ guess }) => guess === undefined).map(({ meaning }) => meaning)
  return stated.includes('owner') && (startsWithVerb(rest.text) || stated.includes('due'))
}
