import { redirect } from '@remix-run/node'
import type { ProofWays } from '~/domain/access/proof-ways'
import { proofPath } from '~/domain/shared/paths'
import { getProofWays } from '~/services/accounts/proofs.server'
import { postedFormOf, readFormData } from './parse-form.server'
import { sessionOf } from './request-context.server'
import { wantedPath } from './wanted-path.server'

/** A field of a form that waits for a proof. */
export interface KeptField {
  name: string
  value: string
}

/** What the form "Confirm it is you" is drawn from. */
export interface ProofQuestion {
  ways: ProofWays
  /** Where the form posts to; `to` in it says where it goes on. */
  action: string
  /** What had been posted, to be posted again after the proof. */
  kept: KeptField[]
}

/** The names that the proof itself takes; whatever else is posted with it is kept for its page. */
export const proofFields = ['proofPassword', 'proofCode', 'proofPasskey']

/** Leads to the page on which one confirms who one is, and back to the page that was wanted. */
export const redirectToProof = (request: Request) =>
  redirect(proofPath({ to: wantedPath(request) }))

/** Fields as they were posted; null where a file is among them, which cannot be kept. */
export function keptFields(formData: FormData): KeptField[] | null {
  const fields: KeptField[] = []
  for (const [name, value] of formData) {
    if (typeof value !== 'string') {
      if (value.size > 0) return null
    } else if (!proofFields.includes(name)) fields.push({ name, value })
  }
  return fields
}

/**
 * The question that stands between a post and its effect: the proof, and everything that was posted in
 * hidden fields, so that it is done in one step. Undefined where it cannot be kept (a file, or a body
 * nobody read); the page then shows what was entered.
 */
export async function proofQuestion(request: Request): Promise<ProofQuestion | undefined> {
  const { actor } = await sessionOf(request)
  const formData = postedFormOf(request) ?? (await unreadForm(request))
  const kept = formData && keptFields(formData)
  if (!actor || !kept) return undefined
  const ways = await getProofWays(actor)
  return { ways, action: proofPath({ to: wantedPath(request), again: '1' }), kept }
}

/** The body of a request that was refused before anybody read it. */
async function unreadForm(request: Request): Promise<FormData | null> {
  if (request.bodyUsed) return null
  try {
    return await readFormData(request)
  } catch {
    return null
  }
}
