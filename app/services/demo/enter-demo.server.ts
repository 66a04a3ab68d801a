import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { claimInstallation, forgetInstallationState } from '../organisations/installation.server'
import { buildDemoClinic } from './build-demo-clinic.server'

/**
 * Makes this installation a demo: claims the first run and builds the demo clinic. A database with
 * real accounts is never turned into one, because its first run is claimed.
 * @throws Forbidden when the installation is set up already, or the visitor is a stranger.
 */
export async function enterDemo(visitor: {
  address: string
  isLocal: boolean
  token: string | null
}): Promise<void> {
  await transaction((tx) => claimInstallation(tx, { ...visitor, isDemo: true, at: now() }))
  await buildDemoClinic()
  forgetInstallationState()
}
