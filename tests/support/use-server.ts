import { afterAll, beforeAll } from 'vitest'
import {
  createInstallation,
  startServer,
  type Installation,
  type ServerProcess,
  type Settings,
} from './server-process'
import { startSmtpServer, type TestSmtpServer } from './smtp-server'
import { WebClient } from './web-client'

/** The built product while the tests of a file run, with a mail server behind it. */
export interface RunningServer {
  installation: Installation
  server: ServerProcess
  smtp: TestSmtpServer
  /** One browser; nobody is signed in, and nothing is set up. */
  client: WebClient
}

/**
 * Starts the built product before the tests of a file and clears it away after them. What it gives
 * is filled in by then:
 *
 *     const product = useServer({ TRUST_PROXY: '1' })
 *     beforeAll(() => setUpOver(product.client))
 */
export function useServer(settings: Settings = {}): RunningServer {
  const product = {} as RunningServer
  beforeAll(async () => {
    product.smtp = await startSmtpServer()
    product.installation = await createInstallation()
    const all = { SMTP_URL: product.smtp.url, ...settings }
    product.server = await startServer(product.installation, all)
    product.client = new WebClient(product.server.url)
  }, 60_000)
  afterAll(async () => {
    await product.server?.kill()
    await product.smtp?.close()
    await product.installation?.remove()
  })
  return product
}
