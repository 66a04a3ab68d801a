import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { importGuide } from '../guides/import-guide.server'
import { giveRoles } from '../plans/give-roles.server'
import { launchPlan } from '../plans/launch-plan.server'
import { startPlan } from '../plans/start-plan.server'
import { demoAdministrator, demoColleagues } from './demo-people'

/** Imports a guide, starts a plan from it, gives its roles to people and launches it. */
export async function launchDemoPlan(
  maya: Actor,
  people: Map<string, Actor>,
  { text, title, startsOn }: { text: string; title: string; startsOn: CalendarDate },
): Promise<void> {
  const { templateId } = await importGuide(maya, { text })
  const planId = await startPlan(maya, { templateId, title, startsOn })
  const { organisationId } = maya
  const roles = await db().ownerRole.findMany({ where: { organisationId } })
  const characters = [demoAdministrator, ...demoColleagues]
  const personWith = (field: 'holds' | 'backs', key: string | null) => {
    const character = characters.find((candidate) => candidate[field] === key)
    return character ? (people.get(character.name)?.personId ?? null) : null
  }
  await giveRoles(maya, {
    planId,
    roles: roles.map((role) => ({
      roleId: role.id,
      version: role.version,
      holderId: personWith('holds', role.key),
      backupId: personWith('backs', role.key),
    })),
    rolelessTo: roles.find((role) => role.key === 'it-manager')?.id ?? null,
  })
  const plan = await db().plan.findUniqueOrThrow({ where: { id: planId } })
  await launchPlan(maya, { planId, version: plan.version })
}
