import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  ProofNeeded,
} from '~/domain/shared/errors'
import { TooManyTries } from '~/services/accounts/rate-limits.server'
import { log } from '~/infra/log.server'
import { redirectToProof, proofQuestion, type ProofQuestion } from './ask-for-proof.server'
import { enteredFields, replyWith, submissionOf } from './parse-form.server'
import { requestContext } from './request-context.server'

/** What the error page shows. */
export interface Refusal {
  title: string
  message: string
  /** What the person had entered, so that nothing typed is lost. */
  entered?: { name: string; value: string }[]
  /** What stands now, where somebody else was faster. */
  current?: { name: string; value: string }[]
  signInAgain?: boolean
  /** The form that confirms who it is, with what was posted kept in it. */
  proof?: ProofQuestion
}

const statuses: [new (...args: never[]) => DomainError, number, string][] = [
  [NotFound, 404, 'Not found'],
  [Forbidden, 403, 'Not allowed'],
  [ProofNeeded, 403, 'Confirm it is you'],
  [Conflict, 409, 'Somebody changed this meanwhile'],
  [TooManyTries, 429, 'Too many tries'],
  [Invalid, 400, 'This could not be saved'],
]

/** The HTTP status of a refusal. */
export function statusOf(error: DomainError): { status: number; title: string } {
  const entry = statuses.find(([kind]) => error instanceof kind)
  return entry ? { status: entry[1], title: entry[2] } : { status: 400, title: 'Not possible' }
}

/** What else goes with it: for how long to wait. */
export function headersOf(error: DomainError): HeadersInit {
  return error instanceof TooManyTries
    ? { 'Retry-After': String(Math.ceil(error.retryAfterSeconds)) }
    : {}
}

/** What somebody may not do, or tried too often, is worth a look; what they typed wrong is not. */
async function noteRefusal(error: DomainError, request: Request): Promise<void> {
  const { status } = statusOf(error)
  if (status !== 403 && status !== 429) return
  const session = await requestContext().session?.catch(() => null)
  const { accountId, personId } = session?.actor ?? {}
  const { pathname } = new URL(request.url)
  const { method } = request
  log().warn({ reason: error.code, status, method, path: pathname, accountId, personId }, 'refused')
}

/** The error page for a refusal, to be thrown; a page that needs a fresh proof leads to it. */
async function refusalPage(error: DomainError, request: Request) {
  if (error instanceof ProofNeeded && request.method === 'GET') return redirectToProof(request)
  const { status, title } = statusOf(error)
  void noteRefusal(error, request)
  const refusal: Refusal = {
    title,
    message: error.message,
    entered: enteredFields(Object.entries(submissionOf(request)?.payload ?? {})),
  }
  if (error instanceof Conflict) {
    refusal.current = Object.entries(error.current).map(([name, value]) => ({
      name,
      value: value ?? '–',
    }))
  }
  if (error instanceof ProofNeeded) refusal.proof = await proofQuestion(request)
  return data(refusal, { status, headers: headersOf(error) })
}

const isInForm = (error: DomainError) =>
  error instanceof Invalid || error instanceof Conflict || error instanceof TooManyTries

type Args = LoaderFunctionArgs | ActionFunctionArgs

/**
 * Wraps the loader or action of a page. A refusal inside becomes its status and the error page; a
 * refusal of a form becomes the form again, with what was typed and the reason beside the field.
 */
export function door<Result>(work: (args: Args) => Promise<Result>) {
  return async (args: Args): Promise<Result> => {
    try {
      return await work(args)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const submission = submissionOf(args.request)
      if (!submission || !isInForm(error)) throw await refusalPage(error, args.request)
      const { status } = statusOf(error)
      void noteRefusal(error, args.request)
      const errors = error.field
        ? { fieldErrors: { [error.field]: [error.message] } }
        : { formErrors: [error.message, ...currentLines(error)] }
      return replyWith(submission, status, errors, headersOf(error)) as Result
    }
  }
}

function currentLines(error: DomainError): string[] {
  if (!(error instanceof Conflict)) return []
  return Object.entries(error.current).map(([name, value]) => `${name} is now: ${value ?? 'empty'}`)
}

/**
 * Wraps the action of a route that has no page of its own: every refusal, also of a form that does
 * not fit its schema, becomes the error page with what was entered.
 */
export function actionOnly<Result>(work: (args: ActionFunctionArgs) => Promise<Result>) {
  return async (args: ActionFunctionArgs): Promise<Result> => {
    try {
      const result = await work(args)
      const submission = submissionOf(args.request)
      if (submission && submission.status !== 'success') {
        const messages = Object.values(submission.error ?? {}).flatMap((list) => list ?? [])
        throw new Invalid('invalid-form', messages.join(' ') || 'Something is missing.')
      }
      return result
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      throw await refusalPage(error, args.request)
    }
  }
}

/** The loader of a route that only takes posts: whoever opens its address is led to the page it belongs to. */
export function backTo(path: (params: Record<string, string | undefined>) => string) {
  return ({ params }: LoaderFunctionArgs) => redirect(path(params))
}
