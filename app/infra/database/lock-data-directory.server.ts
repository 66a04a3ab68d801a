import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { StartupError } from '../env.server'

/**
 * Two processes on one embedded database corrupt it silently, so the directory is locked for as long
 * as it is open. The lock is a file made with O_EXCL that names its holder; a holder that no longer
 * lives (or whose process id another program has now) loses it.
 */
const Holder = z.object({ pid: z.number(), host: z.string(), startedAt: z.string() })
type Holder = z.infer<typeof Holder>

/** When a process started, in kernel ticks since boot; null where the system does not say. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const start = processStart(holder.pid)
  return start === null || holder.startedAt === 'unknown' || start === holder.startedAt
}

function readHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    const startedAt = processStart(process.pid) ?? 'unknown'
    writeSync(file, JSON.stringify({ pid: process.pid, host: hostname(), startedAt }))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Locks a data directory for this process and returns how to unlock it.
 * @throws StartupError when a living process holds it, naming that process.
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'wardround.lock')
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tryLock(path)) return () => rmSync(path, { force: true })
    const holder = readHolder(path)
    if (holder && isAlive(holder)) {
      throw new StartupError(
        `DATA_DIR ${directory} is in use by process ${holder.pid} on ${holder.host}. Stop that process, or give this one another DATA_DIR, or use a server by DATABASE_URL.`,
      )
    }
    rmSync(path, { force: true })
  }
  throw new StartupError(`DATA_DIR ${directory} could not be locked; try again.`)
}
