/**
 * Does whatever set-up is missing in this checkout, says what it is doing, and skips what is done.
 * Plain Node without packages, because it runs before there are any.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const stampsPath = join(root, '.cache', 'set-up.json')
const oldestNode = [20, 19]

/** Prints progress where it does not mix with what a command prints. */
export const say = (line) => process.stderr.write(`wardround: ${line}\n`)

/** Ends with one line for the person at the terminal. */
export function giveUp(line) {
  say(line)
  process.exit(1)
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampsPath, 'utf8'))
  } catch {
    return {}
  }
}

function writeStamp(name, value) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(stampsPath, JSON.stringify({ ...readStamps(), [name]: value }, null, 2))
}

function* filesBelow(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) return void (yield path)
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'generated' || entry.name.includes('.test.')) continue
    yield* filesBelow(join(path, entry.name))
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Runs a program; its output appears only when it fails, unless `isLoud`. Resolves to its exit status. */
export function run(command, args, { env = {}, isLoud = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: isLoud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (status) => {
      if (status !== 0 && !isLoud) process.stderr.write(Buffer.concat(output))
      resolve(status ?? 1)
    })
  })
}

async function step(name, stamp, isThere, title, work) {
  if (isThere && readStamps()[name] === stamp) return false
  say(`${title} …`)
  const started = Date.now()
  const status = await work()
  if (status !== 0) giveUp(`${title} failed (see above). Mend that and run the same command again.`)
  writeStamp(name, stamp)
  say(`${title}: done in ${Math.round((Date.now() - started) / 1000)} s`)
  return true
}

const bin = (name) => join(root, 'node_modules', '.bin', name)

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  giveUp(`Node ${process.versions.node} is too old; install Node ${oldestNode.join('.')} or newer.`)
}

export function installPackages() {
  const isThere = existsSync(join(root, 'node_modules', '.package-lock.json'))
  return step(
    'packages',
    fingerprint(['package-lock.json']),
    isThere,
    'installing packages from the lock file',
    () => run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']),
  )
}

export function generateClient() {
  const isThere = existsSync(join(root, 'app/infra/database/generated/client.ts'))
  // Generating needs no schema engine, but tries to download one unless it is told of a program it may use.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  return step(
    'client',
    fingerprint(['prisma/schema.prisma', 'package-lock.json']),
    isThere,
    'generating the database client',
    () => run(bin('prisma'), ['generate'], { env }),
  )
}

const sources = [
  'app',
  'emails',
  'server',
  'cli',
  'public',
  'prisma/schema.prisma',
  'prisma/seed.ts',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
]

export function buildProduct() {
  const isThere = existsSync(join(root, 'build/server/server.js'))
  return step('build', fingerprint(sources), isThere, 'building the product', () =>
    run(bin('remix'), ['vite:build'], { env: { NODE_ENV: 'production' } }),
  )
}

/** Everything the product needs to run. */
export async function setUp() {
  checkNode()
  await installPackages()
  await generateClient()
  await buildProduct()
}
