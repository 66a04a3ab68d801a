import type { Actor } from '~/domain/access/actor'
import { itemFields } from '~/domain/guides/revisions/item-fields'
import {
  mergedItem,
  type MergedItem,
  type RevisionLine,
} from '~/domain/guides/revisions/revision-diff'
import { takenFields } from '~/domain/guides/revisions/revision-inputs'
import { sourceSentence } from '~/domain/guides/templates/source-sentence'
import { textLines } from '~/domain/guides/readers/text-lines'
import { Conflict } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import type { LoadedRevision } from './load-revision.server'

/**
 * Takes the later version over as the one that goes on from the earlier: its items know their
 * predecessors, what people made of those stays, and what they added comes along.
 *
 * @param taken the fields in which the guide's words win; see `takenKey`
 * @throws Conflict when somebody else was faster
 */
export async function adoptRevision(
  tx: Transaction,
  actor: Actor,
  { before, after, lines }: LoadedRevision,
  taken: ReadonlySet<string>,
): Promise<void> {
  const { organisationId } = actor
  const { count } = await tx.planTemplate.updateMany({
    where: { id: after.id, organisationId, previousTemplateId: null },
    data: { previousTemplateId: before.id, version: { increment: 1 } },
  })
  if (count === 0) {
    throw new Conflict('Somebody decided about this version at the same moment; load it again.', {})
  }
  for (const line of lines) await mergeItem(tx, actor, line, taken)
  await linkItems(tx, organisationId, lines)
  await carryItems(tx, actor, { before, after, lines })
  await recordActivity(tx, actor, {
    type: 'guide.revision-adopted',
    payload: { templateId: after.id, title: after.title, previousTemplateId: before.id },
  })
}

/** Writes people's words into the later item, where they differ from what stands there. */
async function mergeItem(
  tx: Transaction,
  actor: Actor,
  line: RevisionLine,
  taken: ReadonlySet<string>,
): Promise<void> {
  const { after } = line
  const merged = mergedItem(line, takenFields(taken, line.key, itemFields))
  if (!after || !merged) return
  const isDroppedNow = merged.isDropped && !after.isDropped
  const columns = columnsOf(merged)
  if (
    !isDroppedNow &&
    JSON.stringify(columns) === JSON.stringify(columnsOf({ ...after.stands, isDropped: false }))
  ) {
    return
  }
  await tx.templateItem.updateMany({
    where: { id: after.id, organisationId: actor.organisationId },
    data: {
      ...columns,
      ...(isDroppedNow && { droppedAt: now(), droppedById: actor.personId }),
      version: { increment: 1 },
    },
  })
}

function columnsOf(item: MergedItem) {
  const { action, outcome, detail, stage, horizonDays, track, priority, dueOn } = item
  const { ownerRoleId, ownerRoleProposal, frameworkRefs, cadence } = item
  return {
    ...{ action, outcome, detail, stage, horizonDays, track, priority },
    dueOn: dueOn && fromCalendarDate(dueOn),
    ...{ ownerRoleId, ownerRoleProposal, frameworkRefs: [...frameworkRefs], cadence },
  }
}

async function linkItems(
  tx: Transaction,
  organisationId: string,
  lines: readonly RevisionLine[],
): Promise<void> {
  const rows = lines.flatMap(({ before, after }) =>
    before && after ? [Prisma.sql`(${after.id}::uuid, ${before.id}::uuid)`] : [],
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    update template_item set previous_item_id = link.previous_id
      from (values ${Prisma.join(rows)}) as link (id, previous_id)
     where template_item.id = link.id and template_item.organisation_id = ${organisationId}::uuid`
}

/** Copies what people added to the earlier version to the end of the later. */
async function carryItems(
  tx: Transaction,
  { organisationId }: Actor,
  { before, after, lines }: Pick<LoadedRevision, 'before' | 'after' | 'lines'>,
): Promise<void> {
  const carried = lines.flatMap(
    (line) => (line.after === null && line.kind === 'carried' && line.before) || [],
  )
  const last = await tx.templateItem.aggregate({
    where: { templateId: after.id },
    _max: { position: true },
  })
  const from = (last._max.position ?? -1) + 1
  const place = placeFinder(before.text, after.text)
  await tx.templateItem.createMany({
    data: carried.map((item, index) => ({
      ...columnsOf({ ...item.stands, isDropped: false }),
      ...place(item.sourceStart, item.sourceEnd),
      id: newId(),
      organisationId,
      templateId: after.id,
      previousItemId: item.id,
      position: from + index,
      owners: [...item.stands.owners],
      guesses: [],
      droppedAt: item.isDropped ? now() : null,
    })),
  })
}

/** Finds the line that an item was made from in the later text, where it still stands there. */
function placeFinder(before: string, after: string) {
  let byWords: Map<string | null, { start: number; end: number }> | null = null
  return (start: number | null, end: number | null) => {
    const words = sourceSentence(before, start, end)
    if (words === null) return { sourceStart: null, sourceEnd: null }
    byWords ??= new Map(
      textLines(after).map((line) => [sourceSentence(after, line.start, line.end), line]),
    )
    const found = byWords.get(words)
    return { sourceStart: found?.start ?? null, sourceEnd: found?.end ?? null }
  }
}
