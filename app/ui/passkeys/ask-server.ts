import { serverUnreachable } from '~/domain/access/passkey-problem'

/** What the server answered: what was asked for, or why not, in words for the person. */
export type ServerAnswer<Body> =
  ({ ok: true } & Body) | { ok: false; code: string; message: string }

/** Posts to one of our own routes and reads its JSON. A refusal is an answer, not an exception. */
export async function askServer<Body>(path: string, body: object): Promise<ServerAnswer<Body>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const isJson = response.headers.get('Content-Type')?.includes('application/json')
    if (isJson) return (await response.json()) as ServerAnswer<Body>
  } catch {
    // Offline, or the connection broke: the sentence below says so.
  }
  return { ok: false, code: 'unreachable', message: serverUnreachable }
}
