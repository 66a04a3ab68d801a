import { hash } from '@node-rs/argon2'
import { beforeAll, expect, it } from 'vitest'
import { db } from '~/infra/database/database.server'
import { hashPassword, isHashOutdated, verifyPassword } from '~/services/accounts/passwords.server'
import { signIn } from '~/services/accounts/sign-in.server'
import { factoryPassword } from '~tests/factories/account'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let organisationId: string
beforeAll(async () => {
  organisationId = (await createOrganisation()).organisationId
})

const visitor = { address: '192.0.2.1', userAgent: 'tests' }
const earlier = () => hash(factoryPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })

async function personWith(passwordHash: string) {
  const actor = await createPerson({ organisationId })
  await db().account.update({ where: { id: actor.accountId }, data: { passwordHash } })
  return actor
}

const hashOf = async (accountId: string) =>
  (await db().account.findUniqueOrThrow({ where: { id: accountId } })).passwordHash!

it('makes a hash of earlier parameters anew at a sign-in, and only then', async () => {
  const old = await earlier()
  expect(isHashOutdated(old)).toBe(true)
  const actor = await personWith(old)
  await signIn({ email: actor.email, password: 'wrong' }, visitor).catch(() => {})
  expect(await hashOf(actor.accountId)).toBe(old)
  await signIn({ email: actor.email, password: factoryPassword }, visitor)
  const renewed = await hashOf(actor.accountId)
  expect(renewed).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(isHashOutdated(renewed)).toBe(false)
  await signIn({ email: actor.email, password: factoryPassword }, visitor)
  expect(await hashOf(actor.accountId)).toBe(renewed)
})

it('takes a password however its letters are composed, and nothing else', async () => {
  const stored = await hashPassword('Zürich im Nebel, sehr früh'.normalize('NFD'))
  expect(await verifyPassword(stored, 'Zürich im Nebel, sehr früh'.normalize('NFC'))).toBe(true)
  expect(await verifyPassword(stored, 'zürich im Nebel, sehr früh')).toBe(false)
})

it('works on many at once, each with its own answer', async () => {
  const stored = await hashPassword(factoryPassword)
  const answers = await Promise.all(
    [factoryPassword, 'wrong', factoryPassword, 'wrong', factoryPassword].map((each) =>
      verifyPassword(stored, each),
    ),
  )
  expect(answers).toEqual([true, false, true, false, true])
})
