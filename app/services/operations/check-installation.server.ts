import { mkdir, statfs, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { daysBetween, calendarDateAt } from '~/domain/calendar/calendar-date'
import { healthPath } from '~/domain/shared/paths'
import { now } from '~/infra/clock.server'
import { database, db, openDatabase } from '~/infra/database/database.server'
import { pendingMigrations } from '~/infra/database/open-database.server'
import { env, StartupError } from '~/infra/env.server'
import { newId } from '~/infra/ids.server'
import { createMailer } from '~/infra/mailer.server'
import { isKeyFromFile } from '~/infra/secrets.server'
import { countOldSecrets } from './rotate-secrets.server'

/** One check of the installation: what was looked at, whether it is well, and what to do where it is not. */
export interface Check {
  name: 'database' | 'migrations' | 'keys' | 'mail' | 'disk' | 'clock'
  isWell: boolean
  message: string
}

/** Below this much free space, in bytes, evidence and the database may soon fail to be written. */
const leastFreeBytes = 500 * 1024 * 1024
/** A database clock further away than this, in seconds, would send reminders at the wrong time. */
const mostClockDriftSeconds = 30

/** The embedded database belongs to one process: a running server is asked instead. */
async function askRunningServer(): Promise<boolean> {
  const { HOST, PORT } = env()
  try {
    const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
    const response = await fetch(`http://${host}:${PORT}${healthPath()}`, {
      signal: AbortSignal.timeout(5000),
    })
    return response.ok
  } catch {
    return false
  }
}

async function checkDatabase(): Promise<Check[]> {
  try {
    await openDatabase()
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    if (error.message.includes('is in use by process') && (await askRunningServer())) {
      const message =
        'the running server has it open and answers; it applied its migrations at start'
      return [
        { name: 'database', isWell: true, message },
        { name: 'migrations', isWell: true, message: 'applied by the running server' },
      ]
    }
    return [{ name: 'database', isWell: false, message: error.message }]
  }
  const kind = database().kind === 'embedded' ? `embedded, in ${env().DATA_DIR}` : 'server'
  const missing = await pendingMigrations(database())
  return [
    { name: 'database', isWell: true, message: kind },
    missing.length === 0
      ? { name: 'migrations', isWell: true, message: 'all applied' }
      : {
          name: 'migrations',
          isWell: false,
          message: `${missing.length} not applied (${missing.join(', ')}); start the server once, it applies them`,
        },
    ...(missing.length === 0 ? [await checkKeys()] : []),
    await checkClock(),
  ]
}

/** Whether every process has the key that secrets are under, and none is left under an old one. */
async function checkKeys(): Promise<Check> {
  const oldCount = await countOldSecrets(db())
  if (oldCount > 0) {
    const message = `${oldCount} ${oldCount === 1 ? 'secret is' : 'secrets are'} under an old key; run \`wardround rotate-secrets\`, then take the old key away`
    return { name: 'keys', isWell: false, message }
  }
  if (isKeyFromFile() && database().kind === 'server') {
    const message =
      'the key is in a file under DATA_DIR while the database is on a server; set SECRET_KEYS, the same for every process, and run `wardround rotate-secrets`'
    return { name: 'keys', isWell: false, message }
  }
  const message = isKeyFromFile()
    ? `in ${join(env().DATA_DIR, 'secret.key')}; keep a copy of it apart from the backups`
    : 'from SECRET_KEYS; every secret is under the newest'
  return { name: 'keys', isWell: true, message }
}

async function checkClock(): Promise<Check> {
  const { rows } = await database().executeSql('select extract(epoch from clock_timestamp()) as at')
  const drift = Math.abs(Number(rows[0]?.at) - now().getTime() / 1000)
  const isWell = drift <= mostClockDriftSeconds
  return {
    name: 'clock',
    isWell,
    message: isWell
      ? `${now().toISOString()}, within ${Math.ceil(drift)} s of the database`
      : `differs from the database's by ${Math.round(drift)} s; set both by NTP`,
  }
}

async function checkMail(): Promise<Check> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) {
    const message = 'SMTP_URL is not set: mail is kept and readable under Settings → Mail'
    return { name: 'mail', isWell: true, message }
  }
  const mailer = createMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM })
  try {
    await mailer.verify()
    return { name: 'mail', isWell: true, message: 'the mail server answers and lets us in' }
  } catch (error) {
    const message = `${(error as Error).message}; correct SMTP_URL or start the mail server`
    return { name: 'mail', isWell: false, message }
  } finally {
    mailer.close()
  }
}

async function checkDisk(): Promise<Check> {
  const directory = env().DATA_DIR
  try {
    await mkdir(directory, { recursive: true })
    const probe = join(directory, `probe-${newId()}`)
    await writeFile(probe, 'probe')
    await unlink(probe)
    const { bavail, bsize } = await statfs(directory)
    const free = bavail * bsize
    const gigabytes = `${(free / 1024 ** 3).toFixed(1)} GB free in ${directory}`
    if (free < leastFreeBytes) {
      return { name: 'disk', isWell: false, message: `${gigabytes}; make room` }
    }
    return { name: 'disk', isWell: true, message: gigabytes }
  } catch (error) {
    const message = `DATA_DIR ${directory} cannot be written (${(error as Error).message})`
    return { name: 'disk', isWell: false, message }
  }
}

/** A clock set to long ago or far ahead is noticed even without a database to compare with. */
function checkYear(builtOn = calendarDateAt(new Date(Date.UTC(2026, 0, 1)), 'UTC')): Check | null {
  const isPlausible = daysBetween(builtOn, calendarDateAt(now(), 'UTC')) >= 0
  return isPlausible
    ? null
    : {
        name: 'clock',
        isWell: false,
        message: `${now().toISOString()} is before this program was made`,
      }
}

/** Looks at everything the product depends on. Opens the database; the caller closes it. */
export async function checkInstallation(): Promise<Check[]> {
  const ofDatabase = await checkDatabase()
  const year = checkYear()
  const checks = [...ofDatabase, await checkMail(), await checkDisk(), ...(year ? [year] : [])]
  if (checks.some((check) => check.name === 'clock')) return checks
  return [...checks, { name: 'clock', isWell: true, message: now().toISOString() }]
}
