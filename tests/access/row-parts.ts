import type { Scene } from './scene'

/**
 * Who reaches what: a line for every file of `app/routes.ts`. The walk calls each with real requests
 * and fails when a file is missing here, and when an action or a loader is not told of.
 *
 * Roles are letters: A administrator, M manager, m member (the one whose tasks the scene holds),
 * l leader, a auditor. Whoever is not among them must be refused with 403, whoever is of another
 * organisation must not find it (404), and whoever is signed out is sent to sign in (GET) or told so (401).
 */
export interface RouteAccess {
  get?: Roles
  post?: Roles
  params?: (scene: Scene) => Record<string, string>
  query?: (scene: Scene) => string
  form?: (scene: Scene) => Record<string, string | string[]>
  /** What a script of ours posts, in the place of a form. */
  json?: (scene: Scene) => Record<string, unknown>
  /**
   * What somebody of another organisation meets, where it is not 404, with the reason. `own`: the
   * address names nothing of an organisation, so they meet their own.
   */
  stranger?: { get?: 'own'; post?: 'own' | 400; because: string }
  /** What roles meet that are not among them, where it is not 403, with the reason. */
  refusal?: { status: 404; because: string }
  /** Not walked by role: why signed-out people reach it, and which test holds it instead. */
  isOpen?: string
}

export type Roles = string
export const everyone: Roles = 'AMmla'
export const managing: Roles = 'AM'
export const administrators: Roles = 'A'

/** Whoever holds the link of a mail, signed in or not; walked with other people's links. */
export const linkHolders: Roles = 'token'

/** A loader that only leads to the page its address belongs to. */
export const leadsBack = 'back'

export const ownPage = {
  get: 'own',
  because: 'the address names nothing of an organisation',
} as const
export const ownForm = { get: 'own', post: 'own', because: ownPage.because } as const

export const template = (s: Scene) => ({ templateId: s.templateId })
export const item = (s: Scene) => ({ templateId: s.templateId, itemId: s.itemId })
export const revised = (s: Scene) => ({ templateId: s.revisedTemplateId })
export const draft = (s: Scene) => ({ planId: s.draftPlanId })
export const plan = (s: Scene) => ({ planId: s.planId })
export const task = (s: Scene) => ({ taskId: s.taskId })
export const review = (s: Scene) => ({ reviewId: s.reviewId })
export const openReview = (s: Scene) => ({ reviewId: s.openReviewId })
export const decision = (s: Scene) => ({ reviewId: s.openReviewId, decisionId: s.decisionId })
export const person = (s: Scene) => ({ personId: s.personId })
export const invited = (s: Scene) => ({ personId: s.invitedId })
export const version = () => ({ version: '1' })
export const reason = () => ({ reason: 'Because', version: '1' })
export const because = (words: string) => ({ isOpen: words })
/** What belongs to an account is there for nobody else, whatever they are in its organisation. */
export const notTheirs = {
  refusal: { status: 404, because: 'of somebody else’s account nothing is found, by no role' },
} as const
export const provider = (s: Scene) => ({ providerId: s.providerId })
export const absence = () => ({ from: '2027-01-04', until: '2027-01-08', ...version() })
