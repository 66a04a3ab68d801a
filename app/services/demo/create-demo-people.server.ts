import { shellOrigin, type Actor } from '~/domain/access/actor'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { createOrganisation } from '../organisations/create-organisation.server'
import {
  demoAdministrator,
  demoClinicName,
  demoColleagues,
  type DemoCharacter,
} from './demo-people'

/** The clinic and its people; nobody has a password, one gets in only through the demo page. */
export async function createDemoPeople(timeZone: string): Promise<{
  organisationId: string
  administrator: Actor
  /** By name. */
  people: Map<string, Actor>
}> {
  return transaction(async (tx) => {
    const accountId = await createAccount(tx, demoAdministrator)
    const { name, email } = demoAdministrator
    const founded = await createOrganisation(tx, {
      name: demoClinicName,
      timeZone,
      administrator: { accountId, name, email },
    })
    const { organisationId } = founded
    const actorOf = (character: DemoCharacter, account: string, personId: string): Actor => ({
      accountId: account,
      personId,
      organisationId,
      name: character.name,
      email: character.email,
      permissionRole: character.permissionRole,
      timeZone,
      seesAllPlans: character.permissionRole !== 'member',
      isDemo: true,
      isAccountWide: true,
      provedAt: now(),
      origin: shellOrigin,
    })
    const administrator = actorOf(demoAdministrator, accountId, founded.personId)
    const people = new Map([[administrator.name, administrator]])
    for (const character of demoColleagues) {
      const account = await createAccount(tx, character)
      const personId = await join(tx, organisationId, account, character)
      people.set(character.name, actorOf(character, account, personId))
    }
    return { organisationId, administrator, people }
  })
}

async function createAccount(tx: Transaction, { name, email }: DemoCharacter): Promise<string> {
  const id = newId()
  await tx.account.create({ data: { id, email, name, createdAt: now() } })
  return id
}

async function join(
  tx: Transaction,
  organisationId: string,
  accountId: string,
  { name, email, permissionRole }: DemoCharacter,
): Promise<string> {
  const personId = newId()
  await tx.person.create({
    data: {
      id: personId,
      organisationId,
      accountId,
      name,
      email,
      permissionRole,
      joinedAt: now(),
      createdAt: now(),
    },
  })
  await recordActivity(
    tx,
    { organisationId, personId },
    { type: 'person.joined', payload: { personId } },
  )
  return personId
}
