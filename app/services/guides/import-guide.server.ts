import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { frameworkRefsNamed } from '~/domain/frameworks/parse-framework-refs'
import type { ExtractedItem } from '~/domain/guides/extracted-plan'
import type { ReadGuide } from '~/domain/guides/read-guide'
import { sectionWords } from '~/domain/guides/templates/section-words'
import { settleOwnerRole } from '~/domain/guides/templates/settle-owner-role'
import type { TemplateWarning } from '~/domain/guides/templates/template-views'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import type { Prisma } from '~/infra/database/generated/client'
import { newId, sha256 } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { findLikelyRevisions } from './find-likely-revisions.server'
import { readGuideFile } from './read-guide-file.server'

export type GuideDocument = { bytes: Uint8Array; fileName?: string | undefined } | { text: string }

export interface ImportedGuide {
  templateId: string
  /** The very same text was imported before: this is what came of it then, and nothing was added. */
  isKnown: boolean
  /** Items of the template that are not dropped. */
  itemCount: number
  importedAt: Date
  importedByName: string | null
  /** It looks like a new version of a guide that is here: a person decides. */
  isLikelyRevision: boolean
}

/**
 * Imports a guide: keeps its text, reads the plan out of it, and gives every item the owner role its
 * guide names or one proposed with a reason. A guide without a plan is kept too; items can be added
 * by hand. A text that looks like a guide which is here is said to; nothing of that one is touched.
 *
 * @param options.libraryKey the guide of our own library that it is
 * @throws Invalid when the guide is empty, larger than 5 MB, or no text
 */
export async function importGuide(
  actor: Actor,
  document: GuideDocument,
  { libraryKey = null }: { libraryKey?: string | null } = {},
): Promise<ImportedGuide> {
  ensureCan(actor, 'guide:import')
  const roles = await listRoles(db(), actor)
  const guide = await readDocument(document, roles)
  const fileName = 'bytes' in document ? (document.fileName ?? null) : null
  return transaction((tx) => importRead(tx, actor, guide, { fileName, libraryKey, roles }))
}

/** The organisation's owner roles, as reading a guide wants them. */
export function listRoles(tx: Transaction, { organisationId }: Actor): Promise<OwnerRole[]> {
  return tx.ownerRole.findMany({ where: { organisationId }, orderBy: { position: 'asc' } })
}

/** Keeps a guide that was read, in a transaction that is under way. */
export async function importRead(
  tx: Transaction,
  actor: Actor,
  guide: ReadGuide,
  { roles, ...origin }: RevisionOrigin & { roles: readonly OwnerRole[] },
): Promise<ImportedGuide> {
  const { organisationId } = actor
  const hash = sha256(guide.text)
  // One import at a time in an organisation, so that the same guide sent twice is imported once.
  await tx.$queryRaw`
    select id::text from organisation where id = ${organisationId}::uuid for update`
  const known = await findKnown(tx, organisationId, hash)
  if (known) return known
  const title = titleOf(guide, origin.fileName)
  const templateId = newId()
  const { items } = guide.plan
  const digest = { templateId, title, libraryKey: origin.libraryKey, items }
  const [likely] = await findLikelyRevisions(tx, organisationId, digest)
  const revisionId = await createRevision(tx, actor, guide, {
    ...{ title, hash, guideId: likely?.guideId ?? null },
    ...origin,
  })
  await createTemplate(tx, actor, guide, { id: templateId, title, revisionId, roles })
  await recordActivity(tx, actor, {
    type: 'guide.imported',
    payload: { templateId, title, itemCount: items.length },
  })
  const [importedAt, importedByName] = [now(), actor.name]
  const counts = { isKnown: false, itemCount: items.length, isLikelyRevision: Boolean(likely) }
  return { templateId, ...counts, importedAt, importedByName }
}

/** What is wrong with a pasted text is said beside the text, not beside the file. */
async function readDocument(
  document: GuideDocument,
  roles: readonly OwnerRole[],
): Promise<ReadGuide> {
  try {
    return await readGuideFile({ ...document, knownRoles: roles })
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
    include: { _count: { select: { items: { where: { droppedAt: null } } } } },
  })
  if (!template) return null
  const { id, createdAt: importedAt, createdById } = template
  const by = createdById
    ? await tx.person.findFirst({ where: { id: createdById, organisationId } })
    : null
  return {
    templateId: id,
    ...{ isKnown: true, itemCount: template._count.items, isLikelyRevision: false },
    ...{ importedAt, importedByName: by?.name ?? null },
  }
}

const titleLength = 300

function titleOf(guide: ReadGuide, fileName: string | null): string {
  const fromFile = fileName?.replace(/\.[a-z0-9]{1,8}$/i, '').trim()
  return (guide.plan.title || fromFile || 'Untitled guide').slice(0, titleLength)
}

/** Where a text came from: a file, our own library, or (both null) the clipboard. */
interface RevisionOrigin {
  fileName: string | null
  libraryKey: string | null
}

async function createRevision(
  tx: Transaction,
  actor: Actor,
  guide: ReadGuide,
  {
    title,
    hash,
    guideId: likelyGuideId,
    ...origin
  }: RevisionOrigin & { title: string; hash: string; guideId: string | null },
): Promise<string> {
  const { organisationId, personId } = actor
  const guideId = likelyGuideId ?? newId()
  if (!likelyGuideId) {
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
      ...origin,
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
  {
    id,
    title,
    revisionId,
    roles,
  }: { id: string; title: string; revisionId: string; roles: readonly OwnerRole[] },
): Promise<void> {
  const { organisationId, personId } = actor
  await tx.planTemplate.create({
    data: {
      id,
      organisationId,
      guideRevisionId: revisionId,
      title,
      frameworks: plan.frameworks,
      warnings: remarksOf(plan) as unknown as Prisma.InputJsonValue,
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
}

/** What the preview says about the text: what was left out, and the headings that were understood. */
function remarksOf({ warnings, sections }: ReadGuide['plan']): TemplateWarning[] {
  return [
    ...warnings.map(({ kind, line, source, reason, text }) => ({
      ...{ kind, line, text, message: reason },
      ...{ start: source?.start ?? null, end: source?.end ?? null },
    })),
    ...sections.map((section) => ({
      kind: 'section' as const,
      line: null,
      text: section.heading,
      message: sectionWords(section),
      place: { stage: section.stage, horizonDays: section.horizonDays, track: section.track },
      ...section.source,
    })),
  ]
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
    frameworkRefs: frameworkRefsNamed(item),
    sourceStart: item.source.start,
    sourceEnd: item.source.end,
    guesses: [...item.guesses, ...guesses],
  }
}
