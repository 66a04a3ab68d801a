/**
 * Finds the browser that the tests drive, or gets one: Playwright's own Chromium, else the system's,
 * else (as root on Debian and its relatives) the distribution's package. Where there is a choice, the
 * shell without windows, as Playwright's own is: the tests take a quarter less time with it. A browser
 * counts as found when it has started and stopped once, so one without its libraries is passed over.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, run, say } from './set-up.mjs'

/** What a system's Chromium needs to run in a container, and to talk to nobody but the tests. */
const systemFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const macBrowser = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const reachMs = 4_000
const downloadMs = 240_000

/** How to start it: no path means Playwright's own. */
const own = { executablePath: undefined, args: [] }
const system = (executablePath) => ({ executablePath, args: systemFlags })

async function starts(browser) {
  const { chromium } = await import('@playwright/test')
  try {
    await (await chromium.launch({ ...browser, timeout: 30_000 })).close()
    return true
  } catch {
    return false
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...paths, macBrowser].filter((path) => existsSync(path))
}

/** Whether Playwright's downloads answer at all; where they do not, trying would only take time. */
async function canDownload() {
  const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev'
  try {
    const { status } = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(reachMs) })
    return status < 500
  } catch {
    return false
  }
}

async function download() {
  if (!(await canDownload())) return
  say("downloading Playwright's browser …")
  const program = join(root, 'node_modules/@playwright/test/cli.js')
  spawnSync(process.execPath, [program, 'install', '--only-shell', 'chromium'], {
    cwd: root,
    stdio: 'ignore',
    timeout: downloadMs,
  })
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** The first browser on the path that starts. */
async function findSystemBrowser() {
  for (const path of onPath()) if (await starts(system(path))) return system(path)
  return null
}

const packages = ['chromium-headless-shell', 'chromium']

/** The distribution's browser: the first of its packages that gives one that starts. */
async function installBrowser() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '-q', '--no-install-recommends']
  await run('apt-get', ['update', '-q'], { env })
  for (const name of packages) {
    say(`installing Debian's ${name} …`)
    await run('apt-get', [...install, name], { env })
    const found = await findSystemBrowser()
    if (found) return found
  }
  return null
}

/**
 * The browser's path and flags for Playwright, or null after a line that says what to do.
 * `executablePath` is undefined for Playwright's own.
 */
export async function findBrowser() {
  if (await starts(own)) return own
  await download()
  if (await starts(own)) return own
  const found = (await findSystemBrowser()) ?? (isRootOnDebian() ? await installBrowser() : null)
  if (found) return found
  say('no browser for the tests: install Chromium, or run "npx playwright install chromium".')
  return null
}
