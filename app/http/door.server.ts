import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Conflict, DomainError, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { TooManyTries } from '~/services/accounts/rate-limits.server'
import { enteredFields, replyWith, submissionOf } from './parse-form.server'

/** What the error page shows. */
export interface Refusal {
  title: string
  message: string
  /** What the person had entered, so that nothing typed is lost. */
  entered?: { name: string; value: string }[]
  /** What stands now, where somebody else was faster. */
  current?: { name: string; value: string }[]
  signInAgain?: boolean
}

const statuses: [new (...args: never[]) => DomainError, number, string][] = [
  [NotFound, 404, 'Not found'],
  [Forbidden, 403, 'Not allowed'],
  [Conflict, 409, 'Somebody changed this meanwhile'],
  [TooManyTries, 429, 'Too many tries'],
  [Invalid, 400, 'This could not be saved'],
]

function statusOf(error: DomainError): { status: number; title: string } {
  const entry = statuses.find(([kind]) => error instanceof kind)
  return entry ? { status: entry[1], title: entry[2] } : { status: 400, title: 'Not possible' }
}

function headersOf(error: DomainError): HeadersInit {
  return error instanceof TooManyTries
    ? { 'Retry-After': String(Math.ceil(error.retryAfterSeconds)) }
    : {}
}

/** The error page for a refusal, to be thrown. */
function refusalPage(error: DomainError, request: Request) {
  const { status, title } = statusOf(error)
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
      if (!submission || !isInForm(error)) throw refusalPage(error, args.request)
      const { status } = statusOf(error)
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
      throw refusalPage(error, args.request)
    }
  }
}

/** The loader of a route that only takes posts: whoever opens its address is led to the page it belongs to. */
export function backTo(path: (params: Record<string, string | undefined>) => string) {
  return ({ params }: LoaderFunctionArgs) => redirect(path(params))
}
