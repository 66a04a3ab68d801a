import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { rereadGuide } from '~/domain/guides/reread-guide'
import type { GuideFormat } from '~/domain/guides/formats'
import { DomainError, Invalid, NotFound } from '~/domain/shared/errors'
import { db, transaction } from '~/infra/database/database.server'
import { log } from '~/infra/log.server'
import type { OwnOrganisation } from '../organisations/own-organisations.server'
import { applyRevisionIn } from './apply-revision.server'
import { importRead, listRoles } from './import-guide.server'
import { listRevisionOrganisations } from './list-revision-organisations.server'
import { getGuideVersion, type GuideVersion } from './revision-items.server'

/** What a page may say of another organisation: its name, and whether it worked. */
export interface RolledOut {
  id: string
  name: string
  state: 'applied' | 'applied-before' | 'failed'
  /** A sentence for people, where it failed. */
  reason: string | null
}

/**
 * The organisations that a version can be rolled out to, with the version itself.
 *
 * @throws NotFound
 * @throws Invalid while nobody decided what it is a new version of
 */
export async function getRollOut(
  actor: Actor,
  templateId: string,
): Promise<{ after: GuideVersion; before: GuideVersion; organisations: OwnOrganisation[] }> {
  ensureCan(actor, 'guide:import')
  const after = await getGuideVersion(db(), actor, templateId)
  if (after.previousTemplateId === null) {
    throw new Invalid(
      'not-decided',
      'Nobody decided yet which guide this is a new version of. Decide that first, then apply it elsewhere.',
    )
  }
  const before = await getGuideVersion(db(), actor, after.previousTemplateId)
  return { after, before, organisations: await listRevisionOrganisations(actor, before) }
}

/**
 * Applies a version in other organisations of the account, each as the account's person there and in
 * a transaction of its own: the text is imported, taken over, and brought to every plan, and what
 * people changed stays. Where one fails, nothing of it is left there and the others go on.
 *
 * @throws NotFound for an organisation that is not one of them
 */
export async function rollOutRevision(
  actor: Actor,
  { templateId, organisationIds }: { templateId: string; organisationIds: readonly string[] },
): Promise<RolledOut[]> {
  const { after, before, organisations } = await getRollOut(actor, templateId)
  const chosen = [...new Set(organisationIds)].map((id) => {
    const organisation = organisations.find((candidate) => candidate.id === id)
    if (!organisation) throw new NotFound('organisation')
    return organisation
  })
  const results: RolledOut[] = []
  for (const { id, name, actor: person } of chosen) {
    try {
      const isNew = await applyIn(person, { after, before })
      results.push({ id, name, state: isNew ? 'applied' : 'applied-before', reason: null })
    } catch (error) {
      // The page says nothing of what is known only there; whoever runs Wardround can look here.
      const level = error instanceof DomainError ? 'warn' : 'error'
      log()[level]({ err: error, organisationId: id }, 'roll-out failed')
      results.push({ id, name, state: 'failed', reason: failureOf(error) })
    }
  }
  return results
}

/** Said without anything that is known only there. */
function failureOf(error: unknown): string {
  if (error instanceof DomainError && error.code === 'has-another-version') {
    return 'Another new version of the guide was taken over there. Nothing was changed.'
  }
  return 'It could not be applied, and nothing was changed there. Import the new version in that organisation and compare it there.'
}

/** @returns whether anything changed */
function applyIn(
  person: Actor,
  { after, before }: { after: GuideVersion; before: GuideVersion },
): Promise<boolean> {
  return transaction(async (tx) => {
    const earlier = await tx.planTemplate.findFirst({
      where: { organisationId: person.organisationId, revision: { sha256: before.sha256 } },
      orderBy: { createdAt: 'desc' },
    })
    if (!earlier) throw new NotFound('guide')
    const roles = await listRoles(tx, person)
    const { text, fileName, libraryKey } = after
    const guide = { format: after.format as GuideFormat, text, plan: rereadGuide(after, roles) }
    const imported = await importRead(tx, person, guide, { fileName, libraryKey, roles })
    const choice = { previousId: earlier.id, isEverything: true } as const
    const { isAdopted, plans } = await applyRevisionIn(tx, person, imported.templateId, choice)
    return (
      isAdopted || plans.some(({ added, updated, gone, back }) => added + updated + gone + back > 0)
    )
  })
}
