import { resolve } from 'node:path'
import { z } from 'zod'
import { TimeZone } from '~/domain/calendar/time-zone'
import { projectRoot } from './project-root.server'

const emptyAsUnset = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsUnset, schema.optional())

const urlWith = (protocols: string[], example: string) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol)
      } catch {
        return false
      }
    },
    { message: `must look like ${example}` },
  )

const numberBetween = (min: number, max: number) =>
  z.coerce
    .number({ message: `must be a whole number from ${min} to ${max}` })
    .int(`must be a whole number from ${min} to ${max}`)
    .min(min, `must be a whole number from ${min} to ${max}`)
    .max(max, `must be a whole number from ${min} to ${max}`)

/** A key of 32 bytes, written in hex, base64 or base64url; null for anything else. */
function decodeKey(text: string): Uint8Array | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (!/^[\w+/-]{43}=?$/.test(text)) return null
  return Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'), 'base64url')
}

/** Keys with commas between them, newest first. */
const SecretKeys = z.string().transform((text, context) => {
  const keys = text.split(',').map((part) => decodeKey(part.trim()))
  const wrong = keys.findIndex((key) => key?.length !== 32)
  if (wrong === -1) return keys as Uint8Array[]
  context.addIssue(
    `must be keys of 32 bytes in hex or base64, newest first, with commas between them (number ${wrong + 1} is none; \`openssl rand -base64 32\` makes one)`,
  )
  return z.NEVER
})

/** Every setting Wardround reads from its environment, and nothing else reads the environment. */
export const Env = z.object({
  /** A PostgreSQL server; unset means the embedded database under DATA_DIR. */
  DATABASE_URL: optional(
    urlWith(['postgresql:', 'postgres:'], 'postgresql://user:password@host:5432/database'),
  ),
  /** Where the embedded database and files live; a relative path counts from the checkout. */
  DATA_DIR: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .default('data')
      .transform((path) => resolve(projectRoot, path)),
  ),
  HOST: z.preprocess(emptyAsUnset, z.string().default('127.0.0.1')),
  PORT: z.preprocess(emptyAsUnset, numberBetween(0, 65535).default(3000)),
  /** The address people reach this installation under; mailed links start with it. */
  APP_URL: optional(urlWith(['http:', 'https:'], 'https://wardround.example.org')),
  /** A mail server; unset means mail is kept and readable under Settings → Mail. */
  SMTP_URL: optional(urlWith(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587')),
  MAIL_FROM: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must look like "Wardround <plans@example.org>"')
      .default('Wardround <wardround@localhost>'),
  ),
  /** What secrets in the database are encrypted under, newest first; unset means a file under DATA_DIR. */
  SECRET_KEYS: optional(SecretKeys),
  /** Proxies in front whose X-Forwarded-* headers are believed. */
  TRUST_PROXY: z.preprocess(emptyAsUnset, numberBetween(0, 10).default(0)),
  /** Requests a minute that one address is served; an account gets two fifths. 0 counts nothing. */
  REQUESTS_PER_MINUTE: z.preprocess(emptyAsUnset, numberBetween(0, 1_000_000).default(3000)),
  /** Whether this process works the job queue. */
  JOBS: z.preprocess(
    emptyAsUnset,
    z.enum(['on', 'off'], { message: 'must be "on" or "off"' }).default('on'),
  ),
  LOG_LEVEL: z.preprocess(
    emptyAsUnset,
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        message: 'must be fatal, error, warn, info, debug or silent',
      })
      .default('info'),
  ),
  /** The zone proposed when an organisation is set up. */
  DEFAULT_TIME_ZONE: optional(TimeZone),
})
export type Env = z.infer<typeof Env>

/** A setting that is wrong or a part that cannot be reached: one line for the person who starts the product. */
export class StartupError extends Error {
  override name = 'StartupError'
}

/**
 * Reads the settings.
 * @throws StartupError naming the first wrong variable and the remedy.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = Env.safeParse(source)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0] ?? 'environment')
  throw new StartupError(
    `${name} ${issue?.message ?? 'is wrong'}. Correct or unset ${name} and start again; docs/operations.md lists every setting.`,
  )
}

let current: Env | undefined

/** The settings of this process, read once. */
export function env(): Env {
  current ??= readEnv()
  return current
}

/** The address links in mail start with, without a slash at its end. */
export function appUrl(): string {
  return (env().APP_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, '')
}
