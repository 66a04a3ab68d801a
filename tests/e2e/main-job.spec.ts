import { mainGuides } from '~tests/support/guides'
import { clinic } from './journey'
import { holdReviews, readTheDashboard } from './main-job/lead'
import {
  acceptAnInvitation,
  importBothGuides,
  launch,
  receiveAssignments,
  seeSentencesHighlighted,
  seeTheDates,
  setTheOrganisationUp,
  startThePlan,
  workOnTheItems,
} from './main-job/prepare'
import { receiveReminders } from './main-job/remind'
import { doATask, seeThePlan, tasksOnPlan } from './main-job/work'
import { expect, test } from './test'

test('from the first run to a signed review', async ({ page, product, watch, visitor }) => {
  test.setTimeout(1_200_000)
  const scene = { page, product, watch, visitor, guides: mainGuides() }
  const { step } = test

  await step('set the organisation up', () => setTheOrganisationUp(scene))
  await step('import both guides, whole', () => importBothGuides(scene))
  await step('choosing an item highlights its sentence', () => seeSentencesHighlighted(scene))
  await step('edit, drop, restore and add items', () => workOnTheItems(scene))
  const startsOn = await step('start a plan, give its roles', () => startThePlan(scene))
  const ben = await step('accept an invitation', () => acceptAnInvitation(scene))
  await step('see the dates and change one', () => seeTheDates(scene, startsOn))
  const listed = await step('see every mail listed, launch', () => launch(scene))
  const planUrl = new URL(page.url()).pathname
  await step('receive the assignments', () => receiveAssignments(scene, listed))

  await step('see the plan by horizon, track, role, status', () => seeThePlan(scene))
  const finished = await step('do a task', () => doATask(scene, ben, clinic.security.email))
  const tasks = await tasksOnPlan(scene, planUrl)
  const next = tasks.filter(({ action }) => action !== finished)
  expect(next).toHaveLength(tasks.length - 1)
  await step('receive reminders', () => receiveReminders(scene, next[0]!, finished))
  await step('read the dashboard', () => readTheDashboard(scene, 1))
  await step('hold reviews', () => holdReviews(scene, planUrl))
  watch.expectEveryPageChecked()
})
