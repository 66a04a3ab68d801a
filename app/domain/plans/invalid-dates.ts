/**
 * A form of many dates of which some cannot stand. Nothing of it is saved; every refused date has
 * its own sentences, under the name its field has in the form.
 *
 *     new InvalidDates([{ index: 2, messages: ['Sun 6 Dec is not a working day; …'] }]).fieldErrors
 *     // { 'dates[2].dueOn': ['Sun 6 Dec is not a working day; …'] }
 */
import { Invalid } from '~/domain/shared/errors'

export class InvalidDates extends Invalid {
  readonly fieldErrors: Readonly<Record<string, string[]>>

  constructor(problems: readonly { index: number; messages: string[] }[]) {
    const count = problems.length === 1 ? 'One date needs' : `${problems.length} dates need`
    super(
      'dates-refused',
      `${count} another look; nothing was saved, and what you chose is kept below.`,
    )
    this.fieldErrors = Object.fromEntries(
      problems.map(({ index, messages }) => [`dates[${index}].dueOn`, messages]),
    )
  }
}
