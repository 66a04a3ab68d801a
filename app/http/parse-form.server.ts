import { parseWithZod } from '@conform-to/zod/v4'
import type { Submission, SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { Invalid } from '~/domain/shared/errors'

export type ParsedForm<Value> =
  { ok: true; value: Value } | { ok: false; reply: () => ReturnType<typeof data<SubmissionResult>> }

/** Fields that never travel back to the page. */
const secretFields = ['password', 'currentPassword', 'token', 'code', 'clientSecret']

const submissions = new WeakMap<Request, Submission<unknown>>()

const posted = new WeakMap<Request, FormData>()

/** The fields a request carried as they came, once they were read. */
export const postedFormOf = (request: Request): FormData | undefined => posted.get(request)

/** The form a request carried, once it was parsed. */
export const submissionOf = (request: Request): Submission<unknown> | undefined =>
  submissions.get(request)

/** A form shown again: what was typed, without secrets, and what is wrong with it. */
export function replyWith(
  submission: Submission<unknown>,
  status: number,
  errors: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {},
  headers: HeadersInit = {},
) {
  return data<SubmissionResult>(submission.reply({ ...errors, hideFields: secretFields }), {
    status,
    headers,
  })
}

/** What a person had typed, without secrets, files and versions, for a page that lets them copy it. */
export function enteredFields(
  fields: Iterable<readonly [string, unknown]>,
): { name: string; value: string }[] {
  return [...fields].flatMap(([name, value]) =>
    typeof value === 'string' &&
    value !== '' &&
    name !== 'version' &&
    !/password|token|secret|^proof/i.test(name)
      ? [{ name, value }]
      : [],
  )
}

/** The largest form, a plan's dates with 500 tasks, has two fields a line. */
const mostFields = 2_000
/** A name as our forms make them: `title`, `items[12].dueOn`, and nothing that reaches into a prototype. */
const fieldName = /^[A-Za-z][\w:-]{0,99}(?:(?:\[\d{0,4}\]|\.[A-Za-z][\w:-]{0,99})){0,4}$/
const reachesPrototype = /(?:^|[.[\]])(?:__proto__|prototype|constructor)(?:$|[.[\]])/

/** Names make objects and lists, so they are looked at before anything is made of them. */
function ensureOwnNames(formData: FormData): void {
  let count = 0
  for (const [name] of formData) {
    count += 1
    if (count > mostFields || !fieldName.test(name) || reachesPrototype.test(name)) {
      throw new Invalid(
        'strange-form',
        'This did not come from a form of this page, so nothing was changed. Open the page again and send it from there.',
      )
    }
  }
}

/** Reads a posted form, urlencoded or multipart. @throws Invalid when it cannot be read or is none of ours. */
export async function readFormData(request: Request): Promise<FormData> {
  let formData: FormData
  try {
    formData = await request.formData()
    posted.set(request, formData)
  } catch {
    throw new Invalid(
      'unreadable-form',
      'The form did not arrive whole, so nothing was changed. Go back and send it again.',
    )
  }
  ensureOwnNames(formData)
  return formData
}

/** Reads and checks a posted form against one schema. */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  const formData = await readFormData(request)
  const submission = parseWithZod(formData, { schema })
  submissions.set(request, submission as Submission<unknown>)
  if (submission.status === 'success') {
    return { ok: true, value: submission.value as z.output<Schema> }
  }
  return { ok: false, reply: () => replyWith(submission as Submission<unknown>, 400) }
}
