/**
 * What each bullet of a list is to the part of a plan that it stands in. Plans by other authors
 * describe a phase in one list and keep its tasks in another below, or behind, one of the bullets.
 *
 *     - Objective: know every system    beside the tasks
 *     - Tasks:                          their heading
 *       1. Export the accounts
 *     - Records: the wiki               beside, since the tasks have a list of their own
 *     - Evidence required:              empty: a form that nobody filled in
 */
import type { ListItem } from '../document-tree'
import { labelOfBullet } from '../rules/label-of-bullet'
import type { BulletLabel } from '../rules/label-of-bullet'
import { holdsItems } from './list-of-headings'
import { startsWithVerb } from '../rules/prose-actions'
import { sectionOfHeading } from '../rules/section-of-heading'
import { comparable, vocabularyWords } from '../vocabulary/vocabularies'

export type PlaceOfBullet = 'task' | 'heading' | 'beside' | 'empty'

const describing = new Set(vocabularyWords((words) => words.describingLabels))

/** @param isLabelled whether a bullet's label is its action there, whatever it says */
export function placesOfBullets(
  bullets: readonly ListItem[],
  isLabelled: boolean,
): PlaceOfBullet[] {
  const labels = bullets.map(({ text }) => labelOfBullet(text))
  const headings = labels.map(namesTasks)
  const firstHeading = headings.indexOf(true)
  const haveOwnList = bullets.some((bullet, index) => headings[index] && holdsItems(bullet))
  return bullets.map((bullet, index) => {
    const label = labels[index] ?? null
    if (label === null) return 'task'
    if (headings[index]) return 'heading'
    if (haveOwnList && !holdsItems(bullet)) return 'beside'
    const isAnnounced = index < firstHeading
    if ((isAnnounced || !isLabelled) && describes(label)) return 'beside'
    return isEmpty(label, bullet) ? 'empty' : 'task'
  })
}

/** "Tasks:", "**Key actions**": nothing but the name of what follows. */
function namesTasks(label: BulletLabel | null): boolean {
  if (label === null || label.body.text !== '') return false
  const meaning = sectionOfHeading(label.label.text)
  return meaning.kind === 'plan' && meaning.isBare && label.label.text.split(/\s+/).length <= 3
}

function describes({ label, body }: BulletLabel): boolean {
  return body.text !== '' && describing.has(comparable(label.text))
}

/** "Planned follow-up date:" with nothing behind it; "Check the following:" says what to do. */
function isEmpty({ label, body, isBold }: BulletLabel, { children }: ListItem): boolean {
  return !isBold && body.text === '' && children.length === 0 && !startsWithVerb(label.text)
}
