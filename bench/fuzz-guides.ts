/**
 * Reads documents that nobody wrote: generated in every format, and real ones spoilt. Each must be read
 * or refused, in time, and what was read must stand where it is said to stand.
 *
 *     npx vite-node --config vitest.config.ts bench/fuzz-guides.ts --documents 100000 --seed 1
 *
 * Batches run in processes of their own, so that a document that is never done is found too; every
 * document with a problem is kept in a file, named at the end. Exit status 1 with problems.
 */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { problemOf } from '~tests/support/check-guide-document'
import { guideDocument } from '~tests/support/guide-documents'

const { values: options } = parseArgs({
  args: process.argv.slice(2),
  options: {
    documents: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '5' },
    processes: { type: 'string', default: '1' },
    /** One batch, in this process; `folder` is where its problems go. */
    batch: { type: 'string' },
    folder: { type: 'string' },
  },
})
const batchSize = 500
const secondsADocument = Number(options.seconds)
const fixtures = 'tests/fixtures/guides'
const library = 'app/services/guides/library'

function seedTexts(): string[] {
  return [fixtures, library]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(?:txt|md|html|csv)$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
}

async function runBatch(seed: number, count: number, folder: string): Promise<void> {
  const documents = fc.sample(guideDocument(seedTexts()), { numRuns: count, seed })
  const current = join(folder, `current-${seed}`)
  for (const [index, document] of documents.entries()) {
    writeFileSync(current, document.bytes)
    const keep = (problem: string) => {
      const path = join(folder, `${seed}-${index}-${document.fileName || 'nameless'}`)
      writeFileSync(path, document.bytes)
      console.log(JSON.stringify({ path, problem: problem.slice(0, 600) }))
    }
    const startedAt = performance.now()
    try {
      const problem = await problemOf(document)
      if (problem !== null) keep(problem)
    } catch (error) {
      keep(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    const seconds = (performance.now() - startedAt) / 1000
    if (seconds > secondsADocument) keep(`it took ${seconds.toFixed(1)} s`)
  }
}

/** Runs a batch in a process of its own and ends it when one document takes far too long. */
function spawnBatch(seed: number, count: number, folder: string): Promise<string[]> {
  const program = ['node_modules/vite-node/vite-node.mjs', '--config', 'vitest.config.ts']
  const args = ['--batch', String(seed), '--documents', String(count), '--folder', folder]
  const child = spawn(process.execPath, [...program, 'bench/fuzz-guides.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const current = join(folder, `current-${seed}`)
  let isStuck = false
  const watch = setInterval(() => {
    if (!existsSync(current)) return
    const silentMs = Date.now() - statSync(current).mtimeMs
    if (silentMs < secondsADocument * 6000) return
    isStuck = true
    child.kill('SIGKILL')
  }, 1000)
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearInterval(watch)
      const problems = output.split('\n').filter((line) => line.startsWith('{'))
      if (isStuck) problems.push(JSON.stringify({ path: current, problem: 'it is never done' }))
      else if (status !== 0)
        problems.push(JSON.stringify({ path: current, problem: `exit ${status}` }))
      resolve(problems)
    })
  })
}

async function runAll(): Promise<void> {
  const total = Number(options.documents)
  const folder = mkdtempSync(join(tmpdir(), 'wardround-fuzz-'))
  mkdirSync(folder, { recursive: true })
  const batches = Array.from({ length: Math.ceil(total / batchSize) }, (_, index) => index)
  const problems: string[] = []
  let done = 0
  const work = async () => {
    for (let index = batches.shift(); index !== undefined; index = batches.shift()) {
      const count = Math.min(batchSize, total - index * batchSize)
      problems.push(...(await spawnBatch(Number(options.seed) * 1_000_000 + index, count, folder)))
      done += count
      console.error(`${done} of ${total} documents, ${problems.length} problems`)
    }
  }
  await Promise.all(Array.from({ length: Number(options.processes) }, work))
  for (const problem of problems.slice(0, 50)) console.log(problem)
  console.log(`${total} documents, seed ${options.seed}: ${problems.length} problems, in ${folder}`)
  if (problems.length > 0) process.exitCode = 1
}

if (options.batch === undefined) await runAll()
else await runBatch(Number(options.batch), Number(options.documents), options.folder ?? tmpdir())
