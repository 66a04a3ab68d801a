import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/**
 * The built product as processes of its own, the way an operator runs it.
 *
 *     const installation = await createInstallation()
 *     const server = await startServer(installation, { SMTP_URL: smtp.url })
 *     await fetch(`${server.url}/healthz`)
 *     await server.stop()
 *     await runWardround(installation, ['doctor'])
 *     await installation.remove()
 */

export const checkout = fileURLToPath(new URL('../..', import.meta.url))

export type Settings = Readonly<Record<string, string>>

/** A data directory and, when `TEST_DATABASE_URL` names a server, a database of its own there. */
export interface Installation {
  dataDir: string
  /** Null on the embedded database. */
  databaseUrl: string | null
  settings: Settings
  remove(): Promise<void>
}

async function withMaintenance(maintenanceUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Changes with the schema, so that no installation is copied from one of an older version. */
function schemaFingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(checkout, 'package-lock.json')))
  const migrations = join(checkout, 'prisma', 'migrations')
  for (const name of readdirSync(migrations).sort()) hash.update(name)
  return hash.digest('hex').slice(0, 16)
}

let prepared: Promise<string> | undefined

/**
 * A data directory in which the product was started and stopped once. Making an embedded database
 * takes seconds, copying it a fraction of one.
 */
async function prepareDataDir(): Promise<string> {
  const path = join(checkout, '.cache', `test-installation-${schemaFingerprint()}`)
  if (existsSync(path)) return path
  const building = `${path}.${process.pid}`
  await rm(building, { recursive: true, force: true })
  await mkdir(building, { recursive: true })
  const server = await startServer({ settings: { DATA_DIR: building } }, { JOBS: 'off' })
  await server.stop()
  // Where another process was faster, its directory is as good.
  await rename(building, path).catch(() => rm(building, { recursive: true, force: true }))
  return path
}

/**
 * An empty installation. `isEmbedded` keeps it off the server that the run is for, `isFresh` leaves
 * even its embedded database to be made by the first start.
 */
export async function createInstallation(
  options: { isEmbedded?: boolean; isFresh?: boolean } = {},
): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wardround-test-'))
  const maintenanceUrl = options.isEmbedded ? null : process.env.TEST_DATABASE_URL || null
  const database = `wardround_process_${randomUUID().replaceAll('-', '')}`
  let databaseUrl: string | null = null
  if (maintenanceUrl) {
    await withMaintenance(maintenanceUrl, `create database ${database}`)
    databaseUrl = Object.assign(new URL(maintenanceUrl), { pathname: `/${database}` }).toString()
  } else if (!options.isFresh) {
    prepared ??= prepareDataDir()
    await cp(await prepared, dataDir, { recursive: true })
  }
  return {
    dataDir,
    databaseUrl,
    settings: {
      DATA_DIR: dataDir,
      // With a server, the key is set as well: every process needs the same one, and doctor asks for it.
      ...(databaseUrl ? { DATABASE_URL: databaseUrl, SECRET_KEYS: '07'.repeat(32) } : {}),
    },
    async remove() {
      if (maintenanceUrl) {
        await withMaintenance(maintenanceUrl, `drop database if exists ${database} with (force)`)
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

function program(name: 'server' | 'wardround'): string {
  const path = join(checkout, 'build', 'server', `${name}.js`)
  if (!existsSync(path)) throw new Error(`${path} is not there; npm test builds it`)
  return path
}

/** Only what a fresh shell has, so a developer's own settings reach nothing. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, NODE_ENV: 'production', ...settings }
}

export interface Exit {
  status: number | null
  signal: NodeJS.Signals | null
}

interface Watched {
  child: ChildProcess
  stdout(): string
  stderr(): string
  exit: Promise<Exit>
}

const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

function watch(args: readonly string[], settings: Settings, cwd = checkout): Watched {
  const child = spawn(process.execPath, args, {
    cwd,
    env: environment(settings),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  const exit = new Promise<Exit>((resolve) => {
    child.on('close', (status, signal) => {
      running.delete(child)
      resolve({ status, signal })
    })
  })
  return { child, stdout: () => stdout, stderr: () => stderr, exit }
}

export interface ServerProcess {
  /** `http://localhost:PORT`, without a slash at its end. */
  url: string
  port: number
  pid: number
  /** Everything it has printed. */
  output(): string
  /** SIGTERM, as a service manager stops it. */
  stop(): Promise<Exit>
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<Exit>
}

/** Starts the built server and waits until it says that it is ready. @throws with its output when it ends first. */
export async function startServer(
  installation: Pick<Installation, 'settings'>,
  settings: Settings = {},
): Promise<ServerProcess> {
  const port = Number(settings.PORT ?? (await freePort()))
  const { child, stdout, stderr, exit } = watch([program('server')], {
    ...installation.settings,
    PORT: String(port),
    LOG_LEVEL: 'info',
    ...settings,
  })
  const output = () => stdout() + stderr()
  const isReady = new Promise<boolean>((resolve) => {
    child.stdout?.on('data', () => stdout().includes('Wardround is ready') && resolve(true))
    void exit.then(() => resolve(false))
  })
  if (!(await isReady)) throw new Error(`the server did not start:\n${output()}`)
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exit
  }
  return {
    url: `http://localhost:${port}`,
    port,
    pid: child.pid!,
    output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

export interface Finished extends Exit {
  stdout: string
  stderr: string
}

async function finish(watched: Watched, input: string | Uint8Array): Promise<Finished> {
  watched.child.stdin?.on('error', () => undefined) // a program that ends early reads nothing
  watched.child.stdin?.end(input)
  const exit = await watched.exit
  return { ...exit, stdout: watched.stdout(), stderr: watched.stderr() }
}

/** Runs the server where it is expected to end by itself, with a reason. */
export function runServer(settings: Settings): Promise<Finished> {
  return finish(watch([program('server')], settings), '')
}

/** Runs `wardround …` on an installation to its end; `input` is its standard input. */
export function runWardround(
  installation: Pick<Installation, 'settings'>,
  args: readonly string[],
  options: { settings?: Settings; input?: string | Uint8Array; cwd?: string } = {},
): Promise<Finished> {
  const settings = { LOG_LEVEL: 'error', ...installation.settings, ...options.settings }
  return finish(watch([program('wardround'), ...args], settings, options.cwd), options.input ?? '')
}
