import { parseWithZod } from '@conform-to/zod/v4'
import type { Submission, SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { Invalid } from '~/domain/shared/errors'

export type ParsedForm<Value> =
  { ok: true; value: Value } | { ok: false; reply: () => ReturnType<typeof data<SubmissionResult>> }

/** Fields that never travel back to the page. */
const secretFields = ['password', 'currentPassword', 'token']

const submissions = new WeakMap<Request, Submission<unknown>>()

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
    typeof value === 'string' && value !== '' && name !== 'version' && !/password|token/i.test(name)
      ? [{ name, value }]
      : [],
  )
}

/** Reads a posted form, urlencoded or multipart. @throws Invalid when the body cannot be read. */
export async function readFormData(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Invalid(
      'unreadable-form',
      'The form did not arrive whole, so nothing was changed. Go back and send it again.',
    )
  }
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
