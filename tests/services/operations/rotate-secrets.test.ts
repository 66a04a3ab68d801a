import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '~/infra/database/database.server'
import { decryptSecret, keyIdOfSecret, makeSecretBox, newestKeyId } from '~/infra/secrets.server'

// Two keys, before the settings are read: the newest and the one that was before it.
const old = randomBytes(32)
process.env.SECRET_KEYS = `${randomBytes(32).toString('hex')},${old.toString('base64')}`

import { addIdentityProvider } from '~/services/organisations/identity-providers.server'
import { countOldSecrets, rotateSecrets } from '~/services/operations/rotate-secrets.server'
import { createOrganisation } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

describe('rotating secrets', () => {
  it('puts every one under the newest key, once, and all or none', async () => {
    const { administrator } = await createOrganisation()
    const { accountId } = administrator
    const providerId = await addIdentityProvider(administrator, {
      ...{ name: 'A', issuer: 'https://a.example', clientId: 'c', clientSecret: 's3cret' },
      ...{ domains: ['a.example'], createsPeople: false, newPersonRole: 'member' },
    })
    const box = makeSecretBox([old])
    const clientSecret = box.encrypt('s3cret', `identity-provider:${providerId}`)
    await db().identityProvider.update({ where: { id: providerId }, data: { clientSecret } })
    const strange = makeSecretBox([randomBytes(32)]).encrypt('seed', `authenticator:${accountId}`)
    await db().authenticator.create({ data: { accountId, secret: strange } })

    await expect(rotateSecrets()).rejects.toThrow(/Nothing was changed.*authenticator app/)
    const untouched = await db().identityProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect(untouched.clientSecret).toBe(clientSecret)

    const secret = box.encrypt('seed', `authenticator:${accountId}`)
    await db().authenticator.update({ where: { accountId }, data: { secret } })
    expect(await countOldSecrets(db())).toBe(2)
    expect(await rotateSecrets()).toEqual({ rewritten: 2, current: 0 })
    expect(await rotateSecrets()).toEqual({ rewritten: 0, current: 2 })
    expect(await countOldSecrets(db())).toBe(0)

    const seed = await db().authenticator.findUniqueOrThrow({ where: { accountId } })
    const provider = await db().identityProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect(keyIdOfSecret(seed.secret)).toBe(newestKeyId())
    expect(decryptSecret(seed.secret, `authenticator:${accountId}`)).toBe('seed')
    expect(decryptSecret(provider.clientSecret!, `identity-provider:${providerId}`)).toBe('s3cret')
  })
})
