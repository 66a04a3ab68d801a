import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { AssertionAnswer, AttestationAnswer } from '~/domain/access/passkey-answers'
import type { CreationRequest, UseRequest } from '~/services/accounts/webauthn.server'

/**
 * A device with passkeys, in software: makes keys on P-256, writes their CBOR and COSE by hand and
 * signs with ES256 (WebAuthn Level 3, sections 6 and 7), so that the library that verifies is tested
 * against something that knows nothing of it. Each lie of a bad device is an option.
 *
 *     const device = softwareAuthenticator()
 *     const made = device.make(request.options)
 *     const used = device.use(otherRequest.options)
 */
export interface SoftwareAuthenticator {
  make(options: CreationRequest['options'], lie?: Lie): AttestationAnswer
  use(options: UseRequest['options'], lie?: Lie): AssertionAnswer
  /** The same keys and counters as they stand now, in another device. */
  copy(): SoftwareAuthenticator
}

/** What may be said that is not so. */
export interface Lie {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  isVerified?: boolean
  isPresent?: boolean
  crossOrigin?: boolean
  topOrigin?: string
  userHandle?: string
  /** Signs with a key of its own. */
  otherKey?: boolean
  /** Uses the credential of this id, whatever was asked for. */
  credentialId?: string
}

interface Credential {
  id: string
  privateKey: KeyObject
  userHandle: string
  counter: number
}

interface Make {
  /** Its counter stays at nought, as with synchronised key chains. */
  isCounting?: boolean
  isBackedUp?: boolean
  origin?: string
}

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

/** CBOR's head: a major type and a number. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
const cborInt = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const cborBytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value])
const cborText = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const cborMap = (entries: readonly [Buffer, Buffer][]) =>
  Buffer.concat([head(5, entries.length), ...entries.flat()])

/** A P-256 key as COSE writes it (RFC 9053, section 7.1.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
    [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ])
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

export function softwareAuthenticator(
  device: Make = {},
  credentials: Credential[] = [],
): SoftwareAuthenticator {
  const { isCounting = true, isBackedUp = false, origin = 'http://localhost:3000' } = device

  const clientData = (type: string, challenge: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? origin,
        crossOrigin: lie.crossOrigin ?? false,
        ...(lie.topOrigin ? { topOrigin: lie.topOrigin } : {}),
      }),
    )

  const authenticatorData = (rpId: string, counter: number, lie: Lie, attested?: Buffer) => {
    const present = (lie.isPresent ?? true) ? 1 : 0
    const verified = (lie.isVerified ?? true) ? 4 : 0
    const backup = isBackedUp ? 8 | 16 : 0
    const tail = Buffer.alloc(5)
    tail.writeUInt8(present | verified | backup | (attested ? 64 : 0), 0)
    tail.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(lie.rpId ?? rpId), tail, attested ?? Buffer.alloc(0)])
  }

  return {
    make(options, lie = {}) {
      const id = lie.credentialId ? Buffer.from(lie.credentialId, 'base64url') : randomBytes(32)
      const { publicKey, privateKey } = newKeys()
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const authData = authenticatorData(options.rp.id ?? '', 0, lie, attested)
      const credential = {
        id: id.toString('base64url'),
        privateKey,
        userHandle: options.user.id,
        counter: 0,
      }
      credentials.push(credential)
      const attestationObject = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authData)],
      ])
      return {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, lie).toString(
            'base64url',
          ),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    use(options, lie = {}) {
      const allowed = options.allowCredentials?.map(({ id }) => id) ?? []
      const credential = credentials.find(({ id }) =>
        lie.credentialId ? id === lie.credentialId : allowed.length === 0 || allowed.includes(id),
      )
      if (!credential) throw new Error('NotAllowedError: no passkey for this')
      if (isCounting) credential.counter += 1
      const authData = authenticatorData(options.rpId ?? '', credential.counter, lie)
      const client = clientData('webauthn.get', options.challenge, lie)
      const key = lie.otherKey ? newKeys().privateKey : credential.privateKey
      return {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', Buffer.concat([authData, sha256(client)]), key).toString(
            'base64url',
          ),
          userHandle: lie.userHandle ?? credential.userHandle,
        },
      }
    },
    copy: () =>
      softwareAuthenticator(
        device,
        credentials.map((credential) => ({ ...credential })),
      ),
  }
}
