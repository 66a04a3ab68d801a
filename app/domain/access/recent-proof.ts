/**
 * Sensitive acts (roles, tokens, sign-in settings, an export of everything) ask once more who is
 * there when the last proof is older than 15 minutes, so that a session left open on a ward gives
 * nobody the keys.
 *
 *     isProofRecent(new Date('2026-12-01T08:00:00Z'), new Date('2026-12-01T08:15:00Z')) // true
 *     isProofRecent(new Date('2026-12-01T08:00:00Z'), new Date('2026-12-01T08:15:01Z')) // false
 */
import { ProofNeeded } from '~/domain/shared/errors'

export const recentProofMinutes = 15

/** Whether a proof given at `provedAt` still counts at `at`. A proof from the future does not. */
export function isProofRecent(provedAt: Date, at: Date): boolean {
  const ageMs = at.getTime() - provedAt.getTime()
  return ageMs >= 0 && ageMs <= recentProofMinutes * 60_000
}

/** @throws ProofNeeded where the actor's last proof is too old for a sensitive act. */
export function ensureRecentProof(actor: { provedAt: Date }, at: Date): void {
  if (!isProofRecent(actor.provedAt, at)) throw new ProofNeeded()
}
