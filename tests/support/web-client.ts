/**
 * A browser without JavaScript, for tests that look at statuses and headers: keeps cookies, says
 * where a form came from, follows a redirect only when asked.
 */
export class WebClient {
  readonly #cookies = new Map<string, string>()

  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** What the cookies say, for tests that look where they must not be. */
  cookieValues(): string[] {
    return [...this.#cookies.values()]
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers })
  }

  /** Posts a form as a page of this site would. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
    const origin = { Origin: this.url, 'Sec-Fetch-Site': 'same-origin' }
    return this.#send(path, { method: 'POST', body, headers: { ...origin, ...headers } })
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.headers, ...(cookie ? { Cookie: cookie } : {}), ...init.headers }
    const response = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]!.split(/=(.*)/s)
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    return response
  }
}

/** Where a redirect leads, without the site. */
export function locationOf(response: Response): string | null {
  const location = response.headers.get('location')
  if (!location) return null
  const { pathname, search } = new URL(location, 'http://localhost')
  return pathname + search
}

export const firstAdministrator = {
  organisationName: 'Lindenhof Clinic',
  timeZone: 'Europe/Zurich',
  name: 'Ada Keller',
  email: 'ada@lindenhof.example',
  password: 'a quiet lake in early autumn',
}

/** Sets an empty installation up over its own pages and stays signed in. */
export async function setUpOver(client: WebClient): Promise<void> {
  const response = await client.post('/setup', { ...firstAdministrator, token: '' })
  if (response.status !== 302) {
    throw new Error(`set-up was answered with ${response.status}: ${await response.text()}`)
  }
}
