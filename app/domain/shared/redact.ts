/**
 * Takes out of what is about to be logged whatever could let somebody in or says whom it is about:
 * tokens, queries of URLs, cookies, email addresses, what people typed, and what a database repeats
 * of its parameters. Everything that is logged passes here, whatever its fields are called.
 *
 *     redactText('GET /reset-password/9f…43 letters failed') // 'GET /reset-password/[redacted] failed'
 *     redactValue({ token: 'x', taskId: '0191…' })           // { token: '[redacted]', taskId: '0191…' }
 */
const censor = '[redacted]'

/** Fields whose value is never logged, whatever it is. */
const secretName =
  /pass(word|phrase)|secret|token|cookie|authorization|credential|session(id)?$|^(code|state|nonce|verifier|body|payload|params|parameters|values|args|query|form|headers|html|text)$|e-?mail$|address|^(to|from)$|recipient/i

/** An address of a person, with a plain or an encoded at sign. */
const mailAddress = /[^\s"'<>(),;:=/?&]+(?:@|%40)[^\s"'<>(),;:=/?&@]+/gi
/** A UUID is 36 characters long, a token of ours 43. A SHA-256 in hex (the head of the audit log) opens nothing. */
const longSecret = /[A-Za-z0-9_-]{40,}/g
const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text)
const queryOfUrl = /\?[^\s"'<>)]+/g
/** `Bearer …`, `Basic …` and the three parts of a JSON web token. */
const bearer = /\b(Bearer|Basic)\s+\S+/gi
const webToken = /\beyJ[\w-]*\.[\w-]+\.[\w-]*/g
/** Tokens of the doors, also where somebody shortened one. */
const doorToken = /\/(reset-password|invitations|mail-links)\/[^/\s"'<>)]+/gi
const longestText = 1000

export function redactText(text: string): string {
  return text
    .slice(0, longestText)
    .replace(queryOfUrl, `?${censor}`)
    .replace(bearer, `$1 ${censor}`)
    .replace(webToken, censor)
    .replace(doorToken, `/$1/${censor}`)
    .replace(mailAddress, censor)
    .replace(longSecret, (text) => (isHash(text) ? text : censor))
}

/** What is known of an error without repeating what it was about. */
export interface LoggedError {
  type: string
  message: string
  code?: string
  model?: string
  constraint?: string
  column?: string
  table?: string
  status?: number
  stack?: string
  cause?: LoggedError
  errors?: LoggedError[]
}

/** Errors that quote their input: a database the parameters, a parser the text. */
const quotesItsInput = (type: string, error: object) =>
  /prisma|database|driveradapter|syntaxerror|zod/i.test(type) ||
  'severity' in error ||
  'clientVersion' in error ||
  'meta' in error

/** Names as a programmer writes them; anything else could be somebody's text. */
const identifier = /^[\w.$-]{1,80}$/
const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' && identifier.test(value) ? redactText(value) : undefined

/** The places of a stack; its message, which stands above them, may look like one. */
const stackFrames = ({ stack, message }: Error): string | undefined => {
  if (typeof stack !== 'string') return undefined
  const places = message ? stack.split(message).slice(1).join('') : stack
  const frames = places
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+\)?|<anonymous>\)?)$/.test(line))
  return frames.slice(0, 20).map(redactText).join('\n')
}

/** Letters of an error that are worth having; the message only where it quotes nothing. */
export function redactError(error: Error, depth = 0): LoggedError {
  const facts = error as Error & Record<string, unknown>
  const meta = (facts.meta ?? {}) as Record<string, unknown>
  const type = nameIn(facts.name) ?? nameIn(facts.constructor?.name) ?? 'Error'
  const logged: LoggedError = {
    type,
    message: quotesItsInput(type, facts)
      ? 'left out, because it quotes what was asked'
      : redactText(String(facts.message)),
  }
  const code = nameIn(facts.code)
  if (code) logged.code = code
  const model = nameIn(meta.modelName)
  if (model) logged.model = model
  for (const key of ['constraint', 'column', 'table'] as const) {
    const name = nameIn(facts[key])
    if (name) logged[key] = name
  }
  if (typeof facts.status === 'number') logged.status = facts.status
  const stack = stackFrames(facts)
  if (stack) logged.stack = stack
  if (depth >= 3) return logged
  if (facts.cause instanceof Error) logged.cause = redactError(facts.cause, depth + 1)
  if (Array.isArray(facts.errors)) {
    const inner = facts.errors.filter((each): each is Error => each instanceof Error)
    if (inner.length > 0) logged.errors = inner.slice(0, 5).map((e) => redactError(e, depth + 1))
  }
  return logged
}

/** Where a request came from, which whoever wards off guessing has to know. */
const isNetworkAddress = (name: string, value: unknown) =>
  name === 'address' && typeof value === 'string' && /^[0-9a-f.:]{2,45}$/i.test(value)

/** A copy of `value` that may be logged. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (value instanceof Error) return redactError(value)
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : value
  }
  if (value instanceof Date) return value
  if (depth >= 5) return '[deeper]'
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => redactValue(each, depth + 1))
  if (value instanceof URLSearchParams || value instanceof Uint8Array) return censor
  const copy: Record<string, unknown> = {}
  for (const [name, each] of Object.entries(value).slice(0, 50)) {
    const isSecret =
      secretName.test(name) && each !== null && each !== undefined && !isNetworkAddress(name, each)
    copy[redactText(name)] = isSecret ? censor : redactValue(each, depth + 1)
  }
  return copy
}
