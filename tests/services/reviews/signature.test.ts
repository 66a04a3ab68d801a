import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { canonicalReview, type SignedReview } from '~/domain/reviews/canonical'
import { Conflict, Forbidden } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { database, db } from '~/infra/database/database.server'
import { sha256 } from '~/infra/ids.server'
import { editPerson } from '~/services/people/edit-person.server'
import { addDecision } from '~/services/reviews/add-decision.server'
import { cancelReview } from '~/services/reviews/cancel-review.server'
import { editAgenda } from '~/services/reviews/edit-agenda.server'
import { getReview } from '~/services/reviews/get-review.server'
import { removeDecision } from '~/services/reviews/remove-decision.server'
import { isIntact } from '~/services/reviews/review-hash.server'
import { getStoredReview } from '~/services/reviews/review-rows.server'
import { signedReviewOf } from '~/services/reviews/signed-names'
import { signReview } from '~/services/reviews/sign-review.server'
import { verifyReviewHash } from '~/services/reviews/verify-review-hash.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createRunningPlan } from '~tests/factories/plan'
import {
  createOpenReview,
  createReview,
  createSignedReview,
  versionOfReview,
} from '~tests/factories/review'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let actor: Actor
let manager: Actor
let member: Actor
let leader: Actor

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00.123Z'))
  actor = (await createOrganisation()).administrator
  const { organisationId } = actor
  manager = await createPerson({ organisationId, permissionRole: 'manager' })
  member = await createPerson({ organisationId })
  leader = await createPerson({ organisationId, permissionRole: 'leader' })
  await giveOwnerRole(organisationId, 'hr', member)
  await createRunningPlan(actor, { items: [{ ownerRole: 'hr' }] })
})

const sign = async (person: Actor, reviewId: string) =>
  signReview(person, { reviewId, version: await versionOfReview(reviewId) })

describe('signing', () => {
  it('is for the chair, leaders and administrators', async () => {
    const reviewId = await createOpenReview(actor, { chair: manager })
    await expect(sign(member, reviewId)).rejects.toThrow(Forbidden)
    const other = await createOpenReview(actor, { chair: leader })
    await expect(sign(manager, other)).rejects.toThrow(Forbidden)
    expect((await sign(manager, reviewId)).hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await sign(leader, other)).hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('shows who signed, when and the hash, and answers twice with the same', async () => {
    const reviewId = await createOpenReview(actor, { chair: leader, attendees: [member] })
    const version = await versionOfReview(reviewId)
    const { hash } = await signReview(leader, { reviewId, version })
    expect(await signReview(leader, { reviewId, version })).toEqual({ hash, next: null })
    const review = await getReview(member, reviewId)
    expect(review.signature).toEqual({
      at: new Date('2026-11-23T08:00:00.123Z'),
      signerName: leader.name,
      hash,
      isIntact: true,
    })
    expect(Object.values(review.may)).not.toContain(true)
    expect(await verifyReviewHash(member, reviewId)).toEqual({ hash, isIntact: true })
  })

  it('signs only what was read', async () => {
    const reviewId = await createOpenReview(actor)
    const version = await versionOfReview(reviewId)
    await addDecision(manager, { reviewId, text: 'Late idea', ownerPersonId: null, dueOn: null })
    await expect(signReview(actor, { reviewId, version })).rejects.toThrow(Conflict)
  })

  it('signs nothing that was not opened', async () => {
    await expect(sign(actor, await createReview(actor))).rejects.toThrow(/open it first/)
  })

  it('holds after somebody has changed their name', async () => {
    const reviewId = await createSignedReview(actor, { attendees: [member] })
    const { version } = await db().person.findUniqueOrThrow({ where: { id: member.personId } })
    await editPerson(actor, { personId: member.personId, name: 'Tom New', version })
    expect((await verifyReviewHash(actor, reviewId)).isIntact).toBe(true)
    expect((await getReview(actor, reviewId)).attendeeNames).toEqual([member.name])
  })

  it('serves one of a signature and a decision at the same moment', async () => {
    const reviewId = await createOpenReview(actor)
    const version = await versionOfReview(reviewId)
    const late = { reviewId, text: 'At once', ownerPersonId: null, dueOn: null }
    const results = await Promise.allSettled([
      signReview(actor, { reviewId, version }),
      addDecision(manager, late),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { hash, isIntact: holds } = await verifyReviewHash(actor, reviewId)
    expect(holds).toBe(hash !== null)
  })
})

describe('a signed review', () => {
  it('refuses every change of the services', async () => {
    const reviewId = await createSignedReview(actor)
    const version = await versionOfReview(reviewId)
    const [decision] = (await getReview(actor, reviewId)).decisions
    const text = { text: 'x', ownerPersonId: null, dueOn: null }
    await expect(editAgenda(actor, { reviewId, agenda: 'x', version })).rejects.toThrow(/signed/)
    await expect(addDecision(actor, { reviewId, ...text })).rejects.toThrow(/signed/)
    const removal = removeDecision(actor, { reviewId, decisionId: decision!.id })
    await expect(removal).rejects.toThrow(/signed/)
    const cancellation = cancelReview(actor, { reviewId, reason: 'x', version })
    await expect(cancellation).rejects.toThrow(/signed/)
  })

  it('refuses every change by raw SQL', async () => {
    const reviewId = await createSignedReview(actor, { attendees: [member] })
    const statements = [
      `update review set agenda = 'x' where id = $1::uuid`,
      `update review set snapshot = '{}' where id = $1::uuid`,
      `update review set signed_at = null where id = $1::uuid`,
      `delete from review where id = $1::uuid`,
      `update decision set text = 'x' where review_id = $1::uuid`,
      `delete from decision where review_id = $1::uuid`,
      `delete from review_attendee where review_id = $1::uuid`,
      `insert into decision (id, organisation_id, review_id, position, text, created_by_id)
       select gen_random_uuid(), organisation_id, id, 9, 'x', created_by_id
         from review where id = $1::uuid`,
    ]
    for (const statement of statements) {
      const attempt = database().executeSql(statement, [reviewId])
      await expect(attempt, statement).rejects.toThrow(/signed review cannot change/)
    }
    expect((await verifyReviewHash(actor, reviewId)).isIntact).toBe(true)
  })

  it('has a hash that is the same every time and another with any field', async () => {
    const reviewId = await createSignedReview(actor, { attendees: [member, leader] })
    const stored = await getStoredReview(db(), actor, reviewId)
    const signed = signedReviewOf(stored.review, stored.decisions, stored.signedNames)!
    const hashOf = (review: SignedReview) => sha256(canonicalReview(review))
    expect(hashOf(signed)).toBe(stored.hash)
    const [decision] = signed.decisions
    const variants: Partial<SignedReview>[] = [
      { title: 'Other' },
      { scheduledOn: '2026-11-24' as SignedReview['scheduledOn'] },
      { openedAt: new Date(0) },
      { signedAt: new Date(0) },
      { agenda: 'Other' },
      { chair: { ...signed.chair, name: 'Other' } },
      { signer: { ...signed.signer, name: 'Other' } },
      { attendees: signed.attendees.slice(1) },
      { snapshot: { ...signed.snapshot, takenAt: '2020-01-01T00:00:00.000Z' } },
      { decisions: [] },
      { decisions: [{ ...decision!, text: 'Other' }] },
      { decisions: [{ ...decision!, ownerName: 'Other' }] },
    ]
    const hashes = variants.map((change) => hashOf({ ...signed, ...change }))
    expect(new Set([stored.hash, ...hashes]).size).toBe(variants.length + 1)
    expect(isIntact({ ...stored, signedNames: {} })).toBe(false)
  })
})
