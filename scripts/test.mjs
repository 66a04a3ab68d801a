/**
 * `npm test`: sets up what is missing, then runs every check and every test, one after the other,
 * whatever the earlier ones said. The last line is `N passed, N failed`; a check counts as one.
 *
 *     npm test
 *     npm test -- --only rules,parts             some of it: see `groups` below
 *     npm test -- --only browser -- main-job     what follows goes to the runner as it is
 *
 * On the embedded database alone, unless TEST_DATABASE_URL names a PostgreSQL server whose user may
 * create databases, or WARDROUND_REQUIRE_POSTGRES=1 asks for the one on this machine (as CI does), or
 * `--only` names the group: then the same tests run on PostgreSQL too, which takes as long again.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildProduct,
  checkNode,
  generateClient,
  giveUp,
  installPackages,
  root,
  say,
} from './set-up.mjs'

const groups = ['checks', 'rules', 'parts', 'parts-postgres', 'browser', 'browser-postgres']
const isServerAsked =
  process.env.WARDROUND_REQUIRE_POSTGRES === '1' || Boolean(process.env.TEST_DATABASE_URL)
const localServer = 'postgresql://postgres@127.0.0.1:5432/postgres'
const resultsFolder = join(root, '.cache', 'test-results')

/** Settings of the product: a developer's own must not reach what is tested. */
const settings =
  'DATABASE_URL DATA_DIR HOST PORT APP_URL SMTP_URL MAIL_FROM SECRET_KEYS TRUST_PROXY REQUESTS_PER_MINUTE JOBS LOG_LEVEL DEFAULT_TIME_ZONE NODE_ENV TEST_DATABASE_URL'
const cleanEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !settings.split(' ').includes(name)),
)
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }

const tally = []
let isFinished = false

/** Notes what came of one part of the run. */
function note(title, passed, failed, skipped = 0, flaky = 0) {
  tally.push({ title, passed, failed, skipped, flaky })
}

function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 96 - title.length))}`)
}

const program = (path, ...args) => [process.execPath, [join(root, 'node_modules', path), ...args]]

/** Runs a program; resolves to its exit status and, unless it speaks for itself, what it printed. */
function start([command, args], { env = {}, isLoud = false } = {}) {
  return new Promise((resolve) => {
    const output = []
    const child = spawn(command, args, {
      cwd: root,
      env: { ...cleanEnv, ...colour, ...env },
      stdio: isLoud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (status) =>
      resolve({ status: status ?? 1, output: Buffer.concat(output).toString() }),
    )
  })
}

/** Longest first: two run beside each other. */
const checks = [
  ['eslint', program('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
  ['tsc', program('typescript/bin/tsc', '--noEmit')],
  ['prettier', program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  [
    'dependency-cruiser',
    program(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs'],
      ...['app', 'emails', 'server', 'cli', 'prisma', 'tests'],
    ),
  ],
  ['knip', program('knip/bin/knip.js', '--no-progress', '--no-config-hints')],
]

async function runChecks() {
  const waiting = [...checks]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [title, command] = next
      const started = Date.now()
      const { status, output } = await start(command)
      heading(`${title} (${Math.round((Date.now() - started) / 1000)} s)`)
      console.log(output.trim() || 'nothing to mend')
      note(title, status === 0 ? 1 : 0, status === 0 ? 0 : 1)
    }
  }
  await Promise.all([lane(), lane()])
}

function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** A run that ended badly without a failed test (a crash, a file that cannot be loaded) counts as one. */
function noteRun(title, status, { passed = 0, failed = 0, skipped = 0, flaky = 0 } = {}) {
  note(title, passed + flaky, status !== 0 && failed === 0 ? 1 : failed, skipped, flaky)
}

async function runVitest(title, projects, databaseUrl) {
  heading(title)
  const path = join(resultsFolder, `${title}.json`)
  const command = program(
    'vitest/vitest.mjs',
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${path}`, '--maxWorkers=3'],
    ...passedOn,
  )
  const env = databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {}
  const { status } = await start(command, { env, isLoud: true })
  const results = readResults(path)
  const unloaded = (results?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  noteRun(title, status, {
    passed: results?.numPassedTests,
    failed: (results?.numFailedTests ?? 0) + unloaded.length,
    skipped: (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0),
  })
}

let foundBrowser
async function browserSettings() {
  const { findBrowser } = await import('./browser.mjs')
  foundBrowser ??= await findBrowser()
  return foundBrowser && { WARDROUND_BROWSER: JSON.stringify(foundBrowser) }
}

/** Tests tagged `@looks` are of colours and widths alone: the database makes no difference to them. */
async function runPlaywright(title, databaseUrl) {
  heading(title)
  const browser = await browserSettings()
  if (!browser) return note(title, 0, 1)
  const path = join(resultsFolder, `${title}.json`)
  const env = {
    ...browser,
    ...(databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {}),
    PLAYWRIGHT_JSON_OUTPUT_FILE: path,
  }
  const command = program(
    '@playwright/test/cli.js',
    ...['test', '--reporter=list,json', ...(databaseUrl ? ['--grep-invert=@looks'] : [])],
    ...passedOn,
  )
  const { status } = await start(command, { env, isLoud: true })
  const { expected: passed, unexpected: failed, flaky, skipped } = readResults(path)?.stats ?? {}
  noteRun(title, status, { passed, failed, skipped, flaky })
}

/** The PostgreSQL server to test on, or null when there is none. */
async function findServer() {
  const { default: pg } = await import('pg')
  const url = process.env.TEST_DATABASE_URL || localServer
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    await client.end()
    return url
  } catch (error) {
    return void say(`no PostgreSQL server at ${new URL(url).host} (${error.code ?? error.message})`)
  }
}

/** The server for the PostgreSQL part of the run; says so, and counts it as failed, when there is none. */
async function serverFor(names) {
  if (names.length === 0) return null
  const url = await findServer()
  if (url) return url
  say('the PostgreSQL run is required: start a server, or name one in TEST_DATABASE_URL.')
  for (const name of names) note(name, 0, 1)
  return null
}

function summarise() {
  heading('in short')
  for (const { title, passed, failed, skipped, flaky } of tally) {
    const words = [
      `${passed} passed`,
      flaky && `${flaky} of them at the second try`,
      failed && `${failed} failed`,
      skipped && `${skipped} skipped`,
    ]
    console.log(`${title.padEnd(20)} ${words.filter(Boolean).join(', ')}`)
  }
  const sum = (key) => tally.reduce((total, part) => total + (part[key] ?? 0), 0)
  const hasFailed = sum('failed') > 0 || sum('passed') === 0
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return hasFailed ? 1 : 0
}

function readArguments(args) {
  const end = args.indexOf('--')
  const own = end < 0 ? args : args.slice(0, end)
  const only = own.flatMap((arg, index) => (own[index - 1] === '--only' ? arg.split(',') : []))
  const usual = groups.filter((name) => isServerAsked || !name.endsWith('-postgres'))
  const unknown = [
    ...only.filter((name) => !groups.includes(name)),
    ...own.filter((arg, index) => arg !== '--only' && own[index - 1] !== '--only'),
  ]
  if (unknown.length > 0 || own.at(-1) === '--only') {
    giveUp(`usage: npm test -- [--only ${groups.join('|')}] [-- what the runner takes]`)
  }
  return {
    selected: new Set(only.length > 0 ? only : usual),
    passedOn: end < 0 ? [] : args.slice(end + 1),
  }
}

const { selected, passedOn } = readArguments(process.argv.slice(2))
const needsBuild = [...selected].some((name) => name !== 'checks' && name !== 'rules')

// A set-up that fails ends the process from within; the last line is the same then.
process.on('exit', (status) => {
  if (isFinished) return
  note('set-up', 0, 1)
  summarise()
  process.exitCode = status || 1
})

checkNode()
await installPackages()
await generateClient()
rmSync(resultsFolder, { recursive: true, force: true })
mkdirSync(resultsFolder, { recursive: true })
if (selected.has('checks')) await runChecks()
if (selected.has('rules')) await runVitest('rules', ['rules'])
if (needsBuild) await buildProduct()
const onServer = ['parts-postgres', 'browser-postgres'].filter((name) => selected.has(name))
const serverUrl = await serverFor(onServer)
if (selected.has('parts')) await runVitest('parts', ['parts', 'parts-with-own-settings'])
if (serverUrl && selected.has('parts-postgres')) {
  await runVitest('parts-postgres', ['parts', 'parts-with-own-settings'], serverUrl)
}
if (selected.has('browser')) await runPlaywright('browser')
if (serverUrl && selected.has('browser-postgres')) {
  await runPlaywright('browser-postgres', serverUrl)
}
isFinished = true
process.exit(summarise())
