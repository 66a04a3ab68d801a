/**
 * Proposes an owner role for an item that names none, by words in its action, and says which word
 * it was. A proposal is shown as one; nobody is assigned by it.
 *
 *     proposeOwnerRole({ action: 'Schedule security training', … }, roles)
 *     // { roleId: '…', reason: 'Mentions “training”, which HR usually leads.' }
 *
 * Words in the action count before words in the detail, and the track speaks as one word for the role
 * that usually leads it. The role with the most words wins; at a tie the one of the track, then the
 * one whose word comes first.
 */
import type { OwnerRoleKey, Track } from '~/domain/shared/vocabulary'
import type { OrganisationRole } from './match-owner-role'
import { phrasePattern, vocabularies } from '../vocabulary/vocabularies'

export interface UnownedItem {
  action: string
  detail: string | null
  track: Track | null
}

export interface OwnerRoleProposal {
  roleId: string
  /** A sentence for people: which word it was, and who usually leads such work. */
  reason: string
}

const roleOfTrack: Record<Track, OwnerRoleKey> = {
  prevention: 'it-manager',
  detection: 'security-team',
  response: 'security-team',
  recovery: 'it-manager',
  governance: 'compliance-lead',
}

const wordsOfRole = new Map<OwnerRoleKey, RegExp>()
for (const key of ['hr', 'compliance-lead', 'security-team', 'it-manager'] as const) {
  const words = vocabularies.flatMap((language) => language.roleKeywords[key])
  wordsOfRole.set(key, new RegExp(phrasePattern(words).source, 'giu'))
}

/**
 * A role of `roles` that such work usually belongs to, or null when nothing in the item says so or
 * the organisation has no such role.
 */
export function proposeOwnerRole(
  item: UnownedItem,
  roles: readonly OrganisationRole[],
): OwnerRoleProposal | null {
  const own = ownRoleNamed(item, roles)
  if (own) return own
  const ofTrack = item.track && roles.find((each) => each.key === roleOfTrack[item.track!])
  const found =
    bestRole(item.action, roles, ofTrack || null) ??
    bestRole(item.detail ?? '', roles, ofTrack || null)
  if (found?.word) {
    return {
      roleId: found.role.id,
      reason: `Mentions “${found.word}”, which ${nameInSentence(found.role)} usually leads.`,
    }
  }
  const role = found?.role ?? ofTrack
  return role && item.track
    ? {
        roleId: role.id,
        reason: `Belongs to ${item.track}, which ${nameInSentence(role)} usually leads.`,
      }
    : null
}

/** A role the item calls by its name: "… together with the pharmacy lead". */
function ownRoleNamed(
  item: UnownedItem,
  roles: readonly OrganisationRole[],
): OwnerRoleProposal | null {
  const text = `${item.action}. ${item.detail ?? ''}`
  for (const role of roles) {
    const names = [role.name, ...role.aliases].filter((name) => /\s/.test(name.trim()))
    const match =
      names.length > 0
        ? phrasePattern(names.map((name) => name.trim().toLowerCase())).exec(text)
        : null
    if (match) return { roleId: role.id, reason: `Names “${match[0]}” itself.` }
  }
  return null
}

interface Found {
  role: OrganisationRole
  /** The first of its words in the text; null where only the track speaks for it. */
  word: string | null
}

/** The role that most speaks for, or null when the text has no word of any role. */
function bestRole(
  text: string,
  roles: readonly OrganisationRole[],
  ofTrack: OrganisationRole | null,
): Found | null {
  let best: (Found & { votes: number; at: number }) | null = null
  let hasWords = false
  for (const [key, pattern] of wordsOfRole) {
    const role = roles.find((each) => each.key === key)
    if (!role) continue
    const matches = [...text.matchAll(pattern)]
    const isOfTrack = role === ofTrack
    hasWords ||= matches.length > 0
    const votes = matches.length + (isOfTrack ? 1 : 0)
    const at = isOfTrack ? -1 : (matches[0]?.index ?? Infinity)
    if (votes > 0 && (!best || votes > best.votes || (votes === best.votes && at < best.at))) {
      best = { role, word: matches[0]?.[0].toLowerCase() ?? null, votes, at }
    }
  }
  return hasWords ? best : null
}

/** "HR" and "the security team": a name with a space reads as an office. */
function nameInSentence(role: OrganisationRole): string {
  const name = /^[\p{Lu}\p{N}]{2,}/u.test(role.name) ? role.name : role.name.toLowerCase()
  return /\s/.test(name) ? `the ${name}` : name
}
