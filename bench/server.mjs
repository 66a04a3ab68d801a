import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root } from '../scripts/set-up.mjs'

/** Pinning a process to a core needs Linux's taskset; elsewhere everything shares all cores. */
export const canPin = spawnSync('taskset', ['--version']).status === 0

export function pinSelf(core) {
  if (canPin) spawnSync('taskset', ['-a', '-cp', String(core), String(process.pid)])
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const milliseconds = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function answers(url) {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch {
    return false
  }
}

/** Starts the built server on core 0; resolves when it answers, with how long that took. */
export async function startServer(settings) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  // As `npm start` does: half of V8's room for the young costs no speed here and saves 24 MB.
  const program = [
    process.execPath,
    '--max-semi-space-size=8',
    join(root, 'build/server/server.js'),
  ]
  const [command, ...args] = canPin ? ['taskset', '-c', '0', ...program] : program
  const { PATH, HOME } = process.env
  const env = {
    ...{ PATH, HOME, NODE_ENV: 'production', LOG_LEVEL: 'error', PORT: port },
    // One address asks for everything here.
    ...{ REQUESTS_PER_MINUTE: '0', ...settings },
  }
  const startedAt = performance.now()
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  let isGone = false
  const gone = new Promise((resolve) => child.on('close', () => resolve((isGone = true))))
  while (!(await answers(url))) {
    if (isGone) throw new Error('the server ended before it answered')
    await milliseconds(20)
  }
  return {
    url,
    startMs: performance.now() - startedAt,
    memoryMb: () => residentMb(child.pid),
    stop: () => (child.kill('SIGTERM'), gone),
  }
}

/** Resident memory of a process in MB, where /proc tells. */
function residentMb(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** Signs in and gives the cookie. */
export async function signIn(url, { email, password }) {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: { Origin: url },
    redirect: 'manual',
  })
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  if (response.status !== 302) throw new Error(`signing in was answered with ${response.status}`)
  return cookies.join('; ')
}

function compressed(url, headers) {
  return new Promise((resolve, reject) => {
    request(url, { headers: { ...headers, 'Accept-Encoding': 'gzip' } }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const isPacked = response.headers['content-encoding'] === 'gzip'
        resolve({ bytes: body.length, text: (isPacked ? gunzipSync(body) : body).toString() })
      })
    })
      .on('error', reject)
      .end()
  })
}

/** What a first visit transfers, in bytes as compressed: the page, and the scripts and styles it names. */
export async function firstVisit(url, path, cookie) {
  const page = await compressed(url + path, { cookie })
  const assets = new Set(page.text.match(/\/assets\/[\w.-]+\.(?:js|css)/g))
  const sizes = { html: page.bytes, js: 0, css: 0 }
  for (const asset of assets) {
    const { bytes } = await compressed(url + asset, {})
    sizes[asset.endsWith('.css') ? 'css' : 'js'] += bytes
  }
  return sizes
}
