import { pino, type DestinationStream, type Logger } from 'pino'
import { redactText, redactValue } from '~/domain/shared/redact'
import { env } from './env.server'

let current: Logger | undefined

/** A log in which everything has passed `redact`: the fields, errors and the words. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      // Errors are written by `redactValue` below; pino's own serializer would copy every field of them.
      serializers: { err: (value: unknown) => redactValue(value) },
      formatters: { log: (fields) => redactValue(fields) as Record<string, unknown> },
      hooks: {
        logMethod(args, method) {
          const [first, words, ...rest] = args as unknown[]
          // A lone error would become the message as it stands.
          const [fields, message] =
            first instanceof Error ? [{ err: first }, words ?? 'error'] : [first, words]
          const cleaned = [fields, message, ...rest].map((arg, index) =>
            typeof arg === 'string' ? redactText(arg) : index > 1 ? redactValue(arg) : arg,
          )
          while (cleaned.length > 1 && cleaned.at(-1) === undefined) cleaned.pop()
          method.apply(this, cleaned as Parameters<typeof method>)
        },
      },
    },
    ...(destination ? [destination] : []),
  )
}

/** The process's log: JSON lines on standard output, without secrets and addresses. */
export function log(): Logger {
  current ??= createLog(env().LOG_LEVEL)
  return current
}
