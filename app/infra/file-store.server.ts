import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { env } from './env.server'
import { newId, sha256 } from './ids.server'

/** Evidence files, kept once under their SHA-256: `data/files/ab/abcd…`. */
const pathOf = (hash: string) => {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a SHA-256: ${hash}`)
  return join(env().DATA_DIR, 'files', hash.slice(0, 2), hash)
}

/**
 * Keeps a file and returns its SHA-256. It is on disk, synced, before this resolves; the same bytes
 * twice are one file.
 */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes)
  const path = pathOf(hash)
  if (existsSync(path)) return hash
  await mkdir(join(path, '..'), { recursive: true })
  const temporary = `${path}.${newId()}.part`
  const file = await open(temporary, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw error
  }
  await file.close()
  await rename(temporary, path)
  return hash
}

/** Whether a kept file is there. */
export const hasFile = (hash: string): boolean => existsSync(pathOf(hash))

/** Opens a kept file for reading. */
export const readFile = (hash: string): Readable => createReadStream(pathOf(hash))
