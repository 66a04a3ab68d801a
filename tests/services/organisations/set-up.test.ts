import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Forbidden } from '~/domain/shared/errors'
import { closeDatabase, db, useDatabase } from '~/infra/database/database.server'
import { readSession } from '~/services/accounts/sessions.server'
import {
  forgetInstallationState,
  getSetupToken,
  installationState,
} from '~/services/organisations/installation.server'
import { setUpOrganisation } from '~/services/organisations/set-up-organisation.server'
import { createTestDatabase } from '~tests/support/test-database'

const local = { address: '127.0.0.1', userAgent: 'tests', isLocal: true }
const stranger = { address: '203.0.113.7', userAgent: 'tests', isLocal: false }
const input = (email: string, token?: string) => ({
  organisationName: 'Lindenhof',
  timeZone: 'Europe/Berlin',
  name: 'Maya Lind',
  email,
  password: 'a sentence nobody guesses',
  ...(token ? { token } : {}),
})

beforeEach(async () => {
  useDatabase(await createTestDatabase())
  forgetInstallationState()
})
afterEach(closeDatabase)

describe('the first run', () => {
  it('makes the organisation, its owner roles and a signed-in administrator', async () => {
    expect(await installationState()).toBe('empty')
    const cookie = await setUpOrganisation(input('maya@a.example'), local)
    const { actor } = await readSession(cookie.split(';')[0]!)
    expect(actor).toMatchObject({
      name: 'Maya Lind',
      permissionRole: 'administrator',
      isDemo: false,
    })
    expect(await db().ownerRole.count()).toBe(4)
    expect(await installationState()).toBe('ready')
  })

  it('is for one visitor only, also when two send the form at the same moment', async () => {
    const both = await Promise.allSettled([
      setUpOrganisation(input('a@a.example'), local),
      setUpOrganisation(input('b@a.example'), local),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().organisation.count()).toBe(1)
    expect(await db().account.count()).toBe(1)
  })

  it('refuses a stranger without the link of the log, and takes one with it', async () => {
    const token = await getSetupToken()
    const without = setUpOrganisation(input('x@a.example'), stranger)
    await expect(without).rejects.toBeInstanceOf(Forbidden)
    await expect(setUpOrganisation(input('x@a.example', 'guess'), stranger)).rejects.toThrow(
      /set-up link/,
    )
    await expect(setUpOrganisation(input('x@a.example', token), stranger)).resolves.toContain('=')
  })
})
