import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { DomainError, Invalid } from '~/domain/shared/errors'
import { headersOf, statusOf } from './door.server'

/** The largest body a script of ours sends: what a device answers is a few kilobytes. */
const mostCharacters = 100_000

/** Why a script's request was refused, in the words its page shows. */
export interface JsonRefusal {
  ok: false
  code: string
  message: string
}

const refused = (code: string, message: string, status: number, headers: HeadersInit = {}) =>
  Response.json({ ok: false, code, message } satisfies JsonRefusal, { status, headers })

/** What `requireActor` throws to whoever is signed out. */
function isSignedOut(thrown: unknown): thrown is { data: { message: string } } {
  if (typeof thrown !== 'object' || thrown === null || !('init' in thrown)) return false
  return (thrown.init as ResponseInit | null)?.status === 401
}

/** Wraps the action of a route that our own scripts ask: every refusal becomes JSON with its status. */
export function jsonOnly(work: (args: ActionFunctionArgs) => Promise<Response>) {
  return async (args: ActionFunctionArgs): Promise<Response> => {
    try {
      return await work(args)
    } catch (error) {
      if (isSignedOut(error)) return refused('signed-out', error.data.message, 401)
      if (!(error instanceof DomainError)) throw error
      const { status } = statusOf(error)
      return refused(error.code, error.message, status, headersOf(error))
    }
  }
}

/** An answer for one of our scripts, with the cookies that go with it. */
export function answerJson(body: object, cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return Response.json({ ok: true, ...body }, { headers })
}

/** Reads and checks what one of our scripts sent. @throws Invalid when it is something else. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const isSmall = Number(request.headers.get('Content-Length') ?? 0) <= mostCharacters
  const text = isSmall ? await request.text() : ''
  const parsed = schema.safeParse(parse(text))
  if (text.length <= mostCharacters && parsed.success) return parsed.data
  throw new Invalid(
    'unreadable-answer',
    'What the browser sent could not be read, so nothing was changed. Load the page again and try once more.',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
