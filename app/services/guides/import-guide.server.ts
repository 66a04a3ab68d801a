import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { ExtractedItem } from '~/domain/guides/extracted-plan'
import { readGuide, type ReadGuide } from '~/domain/guides/read-guide'
import { settleOwnerRole } from '~/domain/guides/settle-owner-role'
import type { TemplateWarning } from '~/domain/guides/template-views'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import type { Prisma } from '~/infra/database/generated/client'
import { newId, sha256 } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'

export type GuideDocument = { bytes: Uint8Array; fileName?: string | undefined } | { text: string }

export interface ImportedGuide {
  templateId: string
  /** The very same text was imported before: this is what came of it then, and nothing was added. */
  isKnown: boolean
  /** Items of the template that are not dropped. */
  itemCount: number
}

/**
 * Imports a guide: keeps its text, reads the plan out of it, and gives every item the owner role its
 * guide names or one proposed with a reason. A guide without a plan is kept too; items can be added
 * by hand. A changed text under a known title becomes the next revision of that guide.
 *
 * @throws Invalid when the guide is empty, larger than 5 MB, or no text
 */
export async function importGuide(actor: Actor, document: GuideDocument): Promise<ImportedGuide> {
  ensureCan(actor, 'guide:import')
  const { organisationId } = actor
  const roles = await db().ownerRole.findMany({
    where: { organisationId },
    orderBy: { position: 'asc' },
  })
  const guide = readDocument(document, roles)
  const hash = sha256(guide.text)
  const fileName = 'bytes' in document ? (document.fileName ?? null) : null
  return transaction(async (tx) => {
    // One import at a time in an organisation, so that the same guide sent twice is imported once.
    await tx.$queryRaw`
      select id::text from organisation where id = ${organisationId}::uuid for update`
    const known = await findKnown(tx, organisationId, hash)
    if (known) return known
    const title = titleOf(guide, fileName)
    const revisionId = await createRevision(tx, actor, guide, { title, hash, fileName })
    const templateId = await createTemplate(tx, actor, guide, { title, revisionId, roles })
    const itemCount = guide.plan.items.length
    await recordActivity(tx, actor, {
      type: 'guide.imported',
      payload: { templateId, title, itemCount },
    })
    return { templateId, isKnown: false, itemCount }
  })
}

/** What is wrong with a pasted text is said beside the text, not beside the file. */
function readDocument(document: GuideDocument, roles: readonly OwnerRole[]): ReadGuide {
  try {
    return readGuide({ ...document, knownRoles: roles })
  } catch (error) {
    if (!(error instanceof Invalid) || 'bytes' in document) throw error
    throw new Invalid(error.code, error.message, 'text')
  }
}

async function findKnown(
  tx: Transaction,
  organisationId: string,
  hash: string,
): Promise<ImportedGuide | null> {
  const template = await tx.planTemplate.findFirst({
    where: { organisationId, revision: { sha256: hash } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, _count: { select: { items: { where: { droppedAt: null } } } } },
  })
  return template && { templateId: template.id, isKnown: true, itemCount: template._count.items }
}

const titleLength = 300

function titleOf(guide: ReadGuide, fileName: string | null): string {
  const fromFile = fileName?.replace(/\.[a-z0-9]{1,8}$/i, '').trim()
  return (guide.plan.title || fromFile || 'Untitled guide').slice(0, titleLength)
}

async function createRevision(
  tx: Transaction,
  actor: Actor,
  guide: ReadGuide,
  { title, hash, fileName }: { title: string; hash: string; fileName: string | null },
): Promise<string> {
  const { organisationId, personId } = actor
  const earlier = await tx.guide.findFirst({ where: { organisationId, title } })
  const guideId = earlier?.id ?? newId()
  if (!earlier) {
    await tx.guide.create({ data: { id: guideId, organisationId, title, createdAt: now() } })
  }
  const id = newId()
  await tx.guideRevision.create({
    data: {
      id,
      organisationId,
      guideId,
      sha256: hash,
      format: guide.format,
      fileName,
      text: guide.text,
      importedAt: now(),
      importedById: personId,
    },
  })
  return id
}

async function createTemplate(
  tx: Transaction,
  actor: Actor,
  { plan }: ReadGuide,
  { title, revisionId, roles }: { title: string; revisionId: string; roles: readonly OwnerRole[] },
): Promise<string> {
  const { organisationId, personId } = actor
  const id = newId()
  const warnings = plan.warnings.map(({ line, reason, text }): TemplateWarning => ({
    line,
    message: reason,
    text,
  }))
  await tx.planTemplate.create({
    data: {
      id,
      organisationId,
      guideRevisionId: revisionId,
      title,
      frameworks: plan.frameworks,
      warnings: warnings as unknown as Prisma.InputJsonValue,
      createdAt: now(),
      createdById: personId,
    },
  })
  await tx.templateItem.createMany({
    data: plan.items.map((item, position) => ({
      ...itemColumns(item, roles),
      id: newId(),
      organisationId,
      templateId: id,
      position,
    })),
  })
  return id
}

function itemColumns(item: ExtractedItem, roles: readonly OwnerRole[]) {
  const { ownerRoleId, proposal, guesses } = settleOwnerRole(item, roles)
  const { stage, horizonDays, track, action, outcome, detail, priority, dueOn, owners } = item
  return {
    stage,
    horizonDays,
    track,
    action,
    outcome,
    detail,
    priority,
    dueOn: dueOn && fromCalendarDate(dueOn),
    owners,
    ownerRoleId,
    ownerRoleProposal: proposal,
    sourceStart: item.source.start,
    sourceEnd: item.source.end,
    guesses: [...item.guesses, ...guesses],
  }
}
