import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The one place that reads the time. Services take `now()` from here. `atInstant` lets a stretch of
 * work happen "as if it were" another instant, for that work alone: whatever else the process does
 * meanwhile keeps the real time.
 */
const pretended = new AsyncLocalStorage<Date>()
let standing: Date | undefined

/** The current instant, or the one this work pretends it to be. */
export function now(): Date {
  return new Date(pretended.getStore() ?? standing ?? Date.now())
}

/** Stops the whole process's clock at `instant`, for tests; undefined lets it run again. */
export function setClock(instant: Date | undefined): void {
  standing = instant
}

/** Runs `work` as if it were `instant`. */
export function atInstant<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  return pretended.run(instant, work)
}
