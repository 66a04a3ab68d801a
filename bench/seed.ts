import { addDays, calendarDateAt } from '~/domain/calendar/calendar-date'
import { tracks } from '~/domain/shared/vocabulary'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { closeDatabase, db, openDatabase } from '~/infra/database/database.server'
import { migrateDatabase } from '~/infra/database/open-database.server'
import { newId } from '~/infra/ids.server'
import { closeQueue, openQueue } from '~/infra/queue.server'
import { setUpOrganisation } from '~/services/organisations/set-up-organisation.server'

/**
 * Fills an empty database for the benchmark: one organisation, 30 people, five running plans with
 * as many tasks as asked for, in the states that plans have half-way. Prints what to measure as JSON.
 *
 *     DATA_DIR=/tmp/bench vite-node --config vitest.config.ts bench/seed.ts 5000
 */
const taskCount = Number(process.argv.at(-1))
const peopleCount = 30
const planCount = 5
const batchSize = 500
/** Every tenth task is the administrator's, whose pages are measured. */
const administratorsShare = 10

const administrator = {
  name: 'Ada Keller',
  email: 'ada@lindenhof.example',
  password: 'a quiet lake in early autumn',
}

const today = calendarDateAt(new Date(), 'Europe/Zurich')
const longAgo = new Date(Date.now() - 30 * 86_400_000)

async function addPeople(organisationId: string, first: string): Promise<string[]> {
  const ids = Array.from({ length: peopleCount - 1 }, () => newId())
  await db().person.createMany({
    data: ids.map((id, index) => ({
      id,
      organisationId,
      name: `Person ${index + 2}`,
      email: `person-${index + 2}@lindenhof.example`,
      permissionRole: 'member' as const,
      joinedAt: longAgo,
    })),
  })
  // The day's mail counts as sent, so that no sweep runs into the measurements.
  await db().person.updateMany({ data: { lastDigestOn: fromCalendarDate(today) } })
  return [first, ...ids]
}

interface Place {
  organisationId: string
  people: string[]
  plans: string[]
  roles: string[]
}

function buildTask(index: number, { organisationId, people, plans, roles }: Place) {
  const isAdministrators = index % administratorsShare === 0
  const responsibleId = isAdministrators ? people[0]! : people[1 + (index % (peopleCount - 1))]!
  const isDone = index % 5 < 2
  const dueOn = addDays(today, (index % 110) - 20)
  return {
    id: newId(),
    organisationId,
    planId: plans[index % planCount]!,
    reference: index + 1,
    position: index,
    stage: 'plan',
    horizonDays: index % 2 ? 30 : 90,
    track: tracks[index % tracks.length]!,
    priority: index % 7 === 0 ? ('high' as const) : null,
    action: `Check the locks of room ${index + 1} and write down what is missing`,
    outcome: 'Every lock closes, and the list is with the house technician.',
    detail: 'Take the list of last year along; ask at the front desk for the second key.',
    why: 'Rooms with patient files are locked whenever nobody is in them.',
    ownerRoleId: roles[index % roles.length]!,
    assigneeId: responsibleId,
    responsibleId,
    dueOn: fromCalendarDate(dueOn),
    launchedAt: longAgo,
    startedAt: index % 3 === 0 ? longAgo : null,
    startedById: index % 3 === 0 ? responsibleId : null,
    blockedAt: !isDone && index % 25 === 3 ? longAgo : null,
    blockedById: !isDone && index % 25 === 3 ? responsibleId : null,
    blockedReason: !isDone && index % 25 === 3 ? 'The key is with the locksmith.' : null,
    completedAt: isDone ? new Date(longAgo.getTime() + (index % 30) * 86_400_000) : null,
    completedById: isDone ? responsibleId : null,
  }
}

type SeedTask = ReturnType<typeof buildTask>

function activitiesOf(task: SeedTask) {
  return (['task.started', 'task.unblocked', 'task.completed'] as const).map((type) => ({
    id: newId(),
    organisationId: task.organisationId,
    at: longAgo,
    type,
    personId: task.responsibleId,
    planId: task.planId,
    taskId: task.id,
    payload: { taskId: task.id, planId: task.planId, action: task.action },
  }))
}

async function fill() {
  await setUpOrganisation(
    { ...administrator, organisationName: 'Lindenhof Clinic', timeZone: 'Europe/Zurich' },
    { address: 'bench', isLocal: true },
  )
  const { id: organisationId } = await db().organisation.findFirstOrThrow()
  const first = await db().person.findFirstOrThrow()
  const people = await addPeople(organisationId, first.id)
  const roles = (await db().ownerRole.findMany()).map(({ id }) => id)
  const plans = Array.from({ length: planCount }, () => newId())
  await db().plan.createMany({
    data: plans.map((id, index) => ({
      id,
      organisationId,
      title: `Plan ${index + 1}`,
      startsOn: fromCalendarDate(addDays(today, -30)),
      launchedAt: longAgo,
      launchedById: first.id,
    })),
  })
  const place = { organisationId, people, plans, roles }
  const tasks = Array.from({ length: taskCount }, (_, index) => buildTask(index, place))
  for (let start = 0; start < tasks.length; start += batchSize) {
    const batch = tasks.slice(start, start + batchSize)
    await db().task.createMany({ data: batch })
    await db().activity.createMany({ data: batch.flatMap(activitiesOf) })
  }
  await db().organisation.updateMany({ data: { lastReference: taskCount } })
  const open = tasks.filter(({ completedAt }) => !completedAt).map(({ id }) => id)
  return { administrator, planId: plans[0], taskId: open[0], openTaskIds: open }
}

const database = await openDatabase()
await migrateDatabase(database)
await openQueue(database, { isWorker: false })
const seeded = await fill()
await database.executeSql('analyze')
await closeQueue(database)
await closeDatabase()
process.stdout.write(`${JSON.stringify(seeded)}\n`)
