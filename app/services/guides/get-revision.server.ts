import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { countKinds } from '~/domain/guides/revisions/revision-diff'
import type { RevisionView, VersionLink } from '~/domain/guides/revisions/revision-views'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { findLikelyRevisions } from './find-likely-revisions.server'
import { isKeptApart } from './keep-guide-apart.server'
import { listRevisionOrganisations } from './list-revision-organisations.server'
import { loadRevision, type LoadedRevision } from './load-revision.server'
import { getGuideVersion, type GuideVersion } from './revision-items.server'
import { lineViews, planViews, type PlannedPlan } from './revision-line-views.server'
import { listConcernedPlans, planRevision, seenLines } from './revision-plans.server'
import { listTemplateItems } from './template-items.server'

/** Guides that the page offers to compare with. */
const mostOthers = 50

/**
 * A guide's new version beside the earlier one and what it does to each plan. Which guide it is a
 * version of was decided before, is said by `of`, or is proposed.
 *
 * @throws NotFound for a guide that is not there
 * @throws Invalid where the two cannot be versions of one guide
 */
export async function getRevision(
  actor: Actor,
  templateId: string,
  { of = null }: { of?: string | null } = {},
): Promise<RevisionView> {
  ensureCan(actor, 'guide:import')
  const after = await getGuideVersion(db(), actor, templateId)
  const beginning = { ...(await comparedWith(after, of)), after: versionLink(after) }
  const page = {
    ...beginning,
    isKeptApart: isKeptApart(after),
    others: after.previousTemplateId === null ? await listOthers(after) : [],
  }
  if (page.previousId === null) return { ...page, ...nothingCompared }
  const revision = await loadRevision(db(), actor, { after, previousId: page.previousId })
  return { ...page, ...(await compared(actor, revision)) }
}

const nothingCompared = {
  before: null,
  counts: countKinds([]),
  ...{ lines: [], plans: [], plansBehind: [], seen: '', otherOrganisationCount: 0 },
}

async function comparedWith(
  after: GuideVersion,
  of: string | null,
): Promise<Pick<RevisionView, 'state' | 'reason'> & { previousId: string | null }> {
  const { previousTemplateId } = after
  if (previousTemplateId) return { previousId: previousTemplateId, state: 'adopted', reason: null }
  if (of) return { previousId: of, state: 'chosen', reason: null }
  const likely = isKeptApart(after) ? null : await findLikelyVersion(after)
  return likely
    ? { previousId: likely.templateId, state: 'proposed', reason: likely.reason }
    : { previousId: null, state: 'none', reason: null }
}

/** The guide that an imported one is most likely a new version of. */
export async function findLikelyVersion(version: GuideVersion) {
  const { id: templateId, title, libraryKey } = version
  const items = await listTemplateItems(db(), version)
  const digest = { templateId, title, libraryKey, items }
  const [likely] = await findLikelyRevisions(db(), version.organisationId, digest)
  return likely ?? null
}

export const versionLink = (version: GuideVersion): VersionLink => {
  const { id, title, importedAt, importedByName } = version
  return { templateId: id, title, importedAt, importedByName }
}

async function compared(actor: Actor, revision: LoadedRevision) {
  const { before, lines, isAdopted } = revision
  const settings = await getOrganisation(db(), actor.organisationId)
  const planned: PlannedPlan[] = []
  for (const plan of await listConcernedPlans(db(), revision)) {
    planned.push({ plan, planned: await planRevision(db(), revision, plan, settings) })
  }
  const others = isAdopted ? await listRevisionOrganisations(actor, before) : []
  return {
    before: versionLink(before),
    counts: countKinds(lines),
    lines: await lineViews(actor, revision, planned, settings.today),
    plans: planViews(revision, planned),
    plansBehind: await listPlansBehind(before),
    seen: seenLines(lines),
    otherOrganisationCount: others.length,
  }
}

/** The latest versions of the guides that were imported earlier. */
function listOthers({ id, organisationId }: GuideVersion): Promise<VersionLink[]> {
  return read<VersionLink[]>`
    select t.id::text as "templateId", t.title, t.created_at as "importedAt",
           p.name as "importedByName"
      from plan_template t left join person p on p.id = t.created_by_id
     where t.organisation_id = ${organisationId}::uuid and t.id < ${id}::uuid
       and t.guide_revision_id is not null
       and not exists (select 1 from plan_template later
                        where later.previous_template_id = t.id
                          and later.organisation_id = t.organisation_id)
     order by t.created_at desc, t.id desc limit ${mostOthers}`
}

/** Plans that follow a version before the earlier one, with the version they can be brought to next. */
function listPlansBehind({ id, organisationId }: GuideVersion) {
  return read<RevisionView['plansBehind']>`
    with recursive versions as (
      select t.previous_template_id as id, t.id as next_id from plan_template t
       where t.id = ${id}::uuid and t.organisation_id = ${organisationId}::uuid
      union
      select t.previous_template_id, t.id from plan_template t join versions on t.id = versions.id
       where t.organisation_id = ${organisationId}::uuid
    )
    select p.id::text, p.title, versions.next_id::text as "templateId"
      from versions join plan p on p.template_id = versions.id
     where p.organisation_id = ${organisationId}::uuid and p.cancelled_at is null
     order by p.starts_on, p.id`
}
