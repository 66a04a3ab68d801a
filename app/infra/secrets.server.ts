import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, StartupError } from './env.server'

/**
 * Secrets as the database keeps them: AES-256-GCM under the installation's key, bound to what they
 * belong to, so that one cannot be read in the place of another.
 *
 *     encryptSecret('JBSWY3DPEHPK3PXP', `authenticator:${accountId}`) // 'k1.5f0c…9a.…'
 *
 * The text is `k1.<key id>.<nonce, ciphertext and tag in base64url>`; the key id says which of the
 * keys reads it.
 */
const version = 'k1'
const nonceBytes = 12
const tagBytes = 16

/** A secret that cannot be read: its key is not there, or it is not what was written. */
export class SecretUnreadable extends Error {
  override name = 'SecretUnreadable'
}

interface SecretKey {
  id: string
  bytes: Uint8Array
}

const keyIdOf = (bytes: Uint8Array) =>
  createHash('sha256').update('wardround secret key').update(bytes).digest('hex').slice(0, 16)

/** What a text must be opened with besides the key: the version, the key's id and what it belongs to. */
const boundTo = (keyId: string, context: string) =>
  Buffer.from(JSON.stringify([version, keyId, context]))

/** The id of the key that a stored secret was written under; null for what is no stored secret. */
export function keyIdOfSecret(stored: string): string | null {
  return /^k1\.([0-9a-f]{16})\.[\w-]+$/.exec(stored)?.[1] ?? null
}

/** Encrypts under the first of the keys and reads with any of them. */
export function makeSecretBox(keys: readonly Uint8Array[]) {
  const ring: SecretKey[] = keys.map((bytes) => ({ id: keyIdOf(bytes), bytes }))
  const newest = ring[0]
  if (!newest) throw new Error('a secret box has a key')
  return {
    newestKeyId: newest.id,
    encrypt(plain: string, context: string): string {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', newest.bytes, nonce)
      cipher.setAAD(boundTo(newest.id, context))
      const sealed = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `${version}.${newest.id}.${Buffer.concat(sealed).toString('base64url')}`
    },
    decrypt(stored: string, context: string): string {
      const keyId = keyIdOfSecret(stored)
      if (!keyId) throw new SecretUnreadable('This is no stored secret.')
      const key = ring.find(({ id }) => id === keyId)
      if (!key) {
        throw new SecretUnreadable(
          `The secret was encrypted under the key ${keyId}, which is not among the keys here (${ring.map(({ id }) => id).join(', ')}). Add that key to SECRET_KEYS, behind the newest one, and start again.`,
        )
      }
      const written = stored.split('.')[2]!
      const sealed = Buffer.from(written, 'base64url')
      try {
        // The last letter may carry bits that mean nothing; only the one way to write it is taken.
        if (sealed.toString('base64url') !== written) throw new Error('written in another way')
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, nonceBytes))
        decipher.setAAD(boundTo(keyId, context))
        decipher.setAuthTag(sealed.subarray(-tagBytes))
        const body = sealed.subarray(nonceBytes, -tagBytes)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        throw new SecretUnreadable('The secret was changed, or belongs to something else.')
      }
    },
  }
}

const keyFilePath = () => join(env().DATA_DIR, 'secret.key')

function readKeyFile(path: string): Uint8Array | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new StartupError(`The key file ${path} cannot be read (${(error as Error).message}).`)
  }
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length === 32) return bytes
  throw new StartupError(`The key file ${path} holds no key. Restore it from a backup.`)
}

/**
 * The key in a file, made where there is none. It is written whole under another name and then
 * linked, which only one of two processes can do; the other takes what it finds.
 */
export function takeKeyFile(path: string, fresh: Uint8Array = randomBytes(32)): Uint8Array {
  const known = readKeyFile(path)
  if (known) return known
  const temporary = `${path}.${randomBytes(8).toString('hex')}`
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    const text = `${Buffer.from(fresh).toString('base64')}\n`
    writeFileSync(temporary, text, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(temporary, path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') {
      throw new StartupError(
        `The key file ${path} cannot be written (${message}). Set SECRET_KEYS.`,
      )
    }
  } finally {
    rmSync(temporary, { force: true })
  }
  return readKeyFile(path)!
}

let box: ReturnType<typeof makeSecretBox> | undefined

/** The keys of this installation: those of SECRET_KEYS, and the key file's behind them where there is one. */
function secretBox() {
  if (box) return box
  const { SECRET_KEYS } = env()
  const fromFile = SECRET_KEYS ? readKeyFile(keyFilePath()) : takeKeyFile(keyFilePath())
  box = makeSecretBox([...(SECRET_KEYS ?? []), ...(fromFile ? [fromFile] : [])])
  return box
}

/** Encrypts a secret for the database; `context` says whose it is and is needed to read it. */
export const encryptSecret = (plain: string, context: string): string =>
  secretBox().encrypt(plain, context)

/** Reads a stored secret. @throws SecretUnreadable with the reason. */
export const decryptSecret = (cipher: string, context: string): string =>
  secretBox().decrypt(cipher, context)

/** The id of the key that secrets are written under. */
export const newestKeyId = (): string => secretBox().newestKeyId

/** Whether secrets are written under the key file's key, which only processes that share DATA_DIR have. */
export const isKeyFromFile = (): boolean => env().SECRET_KEYS === undefined
