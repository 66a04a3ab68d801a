import type { Actor } from '~/domain/access/actor'
import type { ProfileInput } from '~/domain/access/account-inputs'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'

/** Changes the actor's own profile; reminders go out at 08:00 of their zone, on their working days. */
export async function changeProfile(actor: Actor, input: ProfileInput): Promise<void> {
  const { personId, organisationId } = actor
  const data = {
    name: input.name,
    timeZone: input.timeZone ?? null,
    workingDays: input.workingDays ?? [],
    dateLanguage: input.dateLanguage ?? null,
  }
  await transaction(async (tx) => {
    const before = await tx.person.findFirstOrThrow({ where: { id: personId, organisationId } })
    const fields = [
      ...(data.name === before.name ? [] : ['Name']),
      ...(data.timeZone === before.timeZone ? [] : ['Time zone']),
      ...(data.workingDays.join() === before.workingDays.join() ? [] : ['Working days']),
      ...(data.dateLanguage === before.dateLanguage ? [] : ['Language of dates']),
    ]
    if (fields.length === 0) return
    await tx.person.updateMany({
      where: { id: personId, organisationId },
      data: { ...data, version: { increment: 1 } },
    })
    await recordActivity(tx, actor, { type: 'person.edited', payload: { personId, fields } })
  })
}
