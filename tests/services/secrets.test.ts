import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEnv } from '~/infra/env.server'
import {
  decryptSecret,
  encryptSecret,
  keyIdOfSecret,
  makeSecretBox,
  SecretUnreadable,
  takeKeyFile,
} from '~/infra/secrets.server'

const directory = mkdtempSync(join(tmpdir(), 'wardround-test-'))
process.env.DATA_DIR = directory
delete process.env.SECRET_KEYS
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const old = randomBytes(32)
const fresh = randomBytes(32)

describe('a stored secret', () => {
  const box = makeSecretBox([old])
  const stored = box.encrypt('JBSWY3DPEHPK3PXP', 'authenticator:a1')

  it('is read again where it belongs, and says nothing of itself', () => {
    expect(box.decrypt(stored, 'authenticator:a1')).toBe('JBSWY3DPEHPK3PXP')
    expect(stored).not.toContain('JBSWY3DPEHPK3PXP')
    expect(box.encrypt('JBSWY3DPEHPK3PXP', 'authenticator:a1')).not.toBe(stored)
    expect(box.decrypt(box.encrypt('', 'x'), 'x')).toBe('')
  })

  it('is not read in the place of another', () => {
    expect(() => box.decrypt(stored, 'authenticator:a2')).toThrow(SecretUnreadable)
  })

  it('is not read once a single letter was changed, wherever it stands', () => {
    for (let i = 0; i < stored.length; i += 1) {
      const letter = stored[i] === 'A' ? 'B' : 'A'
      const tampered = stored.slice(0, i) + letter + stored.slice(i + 1)
      expect(() => box.decrypt(tampered, 'authenticator:a1'), tampered).toThrow(SecretUnreadable)
    }
    for (const cut of [stored.slice(0, -4), stored.slice(0, 24), stored.slice(0, 20), ''])
      expect(() => box.decrypt(cut, 'authenticator:a1')).toThrow(SecretUnreadable)
  })

  it('is written under the newest key and read under older ones', () => {
    const both = makeSecretBox([fresh, old])
    expect(both.decrypt(stored, 'authenticator:a1')).toBe('JBSWY3DPEHPK3PXP')
    const rewritten = both.encrypt('JBSWY3DPEHPK3PXP', 'authenticator:a1')
    expect(keyIdOfSecret(rewritten)).toBe(both.newestKeyId)
    expect(makeSecretBox([fresh]).decrypt(rewritten, 'authenticator:a1')).toBe('JBSWY3DPEHPK3PXP')
    expect(keyIdOfSecret(stored)).toBe(box.newestKeyId)
    expect(box.newestKeyId).not.toBe(both.newestKeyId)
  })

  it('names the key it needs where that is not there', () => {
    const other = makeSecretBox([fresh])
    expect(() => other.decrypt(stored, 'authenticator:a1')).toThrow(
      new RegExp(`key ${box.newestKeyId}.*SECRET_KEYS`),
    )
  })
})

describe('the keys', () => {
  it('are read in hex and both ways of base64, newest first', () => {
    const written = `${fresh.toString('hex')}, ${old.toString('base64')},${old.toString('base64url')}`
    const { SECRET_KEYS } = readEnv({ SECRET_KEYS: written })
    expect(SECRET_KEYS?.map((key) => Buffer.from(key).toString('hex'))).toEqual(
      [fresh, old, old].map((key) => key.toString('hex')),
    )
  })

  it('are refused with one line that says which one is wrong, without showing it', () => {
    const short = randomBytes(16).toString('base64')
    for (const wrong of [`${fresh.toString('hex')},${short}`, `${fresh.toString('hex')},`]) {
      expect(() => readEnv({ SECRET_KEYS: wrong })).toThrow(/^SECRET_KEYS must be.*number 2/)
      expect(() => readEnv({ SECRET_KEYS: wrong })).not.toThrow(short.slice(0, 12))
    }
  })

  it('come from a file of one’s own where none is set, made once', () => {
    const stored = encryptSecret('kept', 'test:1')
    expect(decryptSecret(stored, 'test:1')).toBe('kept')
    expect(statSync(join(directory, 'secret.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(directory)).toEqual(['secret.key'])
    const again = makeSecretBox([takeKeyFile(join(directory, 'secret.key'))])
    expect(again.decrypt(stored, 'test:1')).toBe('kept')
  })

  it('are never replaced by a process that is a moment later', () => {
    const path = join(directory, 'race', 'secret.key')
    const first = takeKeyFile(path, old)
    expect(Buffer.from(takeKeyFile(path, fresh)).equals(Buffer.from(first))).toBe(true)
    expect(readdirSync(join(path, '..'))).toEqual(['secret.key'])
  })

  it('are not made up over a file that holds none', () => {
    const path = join(directory, 'broken.key')
    writeFileSync(path, 'not a key')
    expect(() => takeKeyFile(path)).toThrow(/holds no key/)
  })
})
