import { pino, type Logger } from 'pino'
import { env } from './env.server'

/** Field names that may hold secrets; their values never reach the log. */
const redacted = [
  'password',
  'token',
  'email',
  'toAddress',
  '*.password',
  '*.token',
  '*.email',
  'req.headers.cookie',
  'req.headers.authorization',
]

let current: Logger | undefined

/** The process's log: JSON lines on standard output, without secrets and addresses. */
export function log(): Logger {
  current ??= pino({ level: env().LOG_LEVEL, redact: { paths: redacted, censor: '[redacted]' } })
  return current
}
