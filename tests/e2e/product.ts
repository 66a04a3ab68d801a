import {
  createInstallation,
  freePort,
  runWardround,
  startServer,
  type Finished,
  type Installation,
  type ServerProcess,
} from '~tests/support/server-process'
import { startSmtpServer, type TestSmtpServer } from '~tests/support/smtp-server'

/**
 * The built product as a person meets it: a server at one address, with a mail server behind it.
 *
 *     const product = await startProduct()
 *     await page.goto(product.url)
 *     await product.remindAt('2026-12-18T08:00:00Z')
 *     await product.stop()
 */
export interface Product {
  url: string
  smtp: TestSmtpServer
  installation: Installation
  /** Everything the server printed since its last start. */
  output(): string
  /**
   * Runs `wardround …` on the same installation. The embedded database belongs to one process, so
   * the server is stopped for it and started again at the same address.
   */
  wardround(...args: string[]): Promise<Finished>
  /** Sends the reminders due at an instant, as if it were that instant. */
  remindAt(instant: string): Promise<void>
  stop(): Promise<void>
}

/** Starts the product on an empty installation; `prepare` works on it with the command line before. */
export async function startProduct(
  options: {
    prepare?: readonly string[]
    settings?: Readonly<Record<string, string>>
    /** Surrounds what is done while the server is stopped. */
    whileStopped?: <T>(work: () => Promise<T>) => Promise<T>
  } = {},
): Promise<Product> {
  const smtp = await startSmtpServer()
  const installation = await createInstallation()
  const settings = {
    SMTP_URL: smtp.url,
    PORT: String(await freePort()),
    MAIL_FROM: 'Wardround <plans@lindenhof.example>',
    ...options.settings,
  }
  const wardround = (args: readonly string[]) => runWardround(installation, args, { settings })
  if (options.prepare) ensureDone(await wardround(options.prepare), options.prepare)
  let server: ServerProcess = await startServer(installation, settings)
  const { whileStopped = (work) => work() } = options
  const beside = (args: readonly string[]) =>
    whileStopped(async () => {
      await server.stop()
      const finished = await wardround(args)
      server = await startServer(installation, settings)
      return finished
    })
  return {
    url: server.url,
    smtp,
    installation,
    output: () => server.output(),
    wardround: (...args) => beside(args),
    async remindAt(instant) {
      const args = ['remind', '--at', instant]
      ensureDone(await beside(args), args)
    },
    async stop() {
      await server.kill()
      await smtp.close()
      await installation.remove()
    },
  }
}

function ensureDone({ status, stdout, stderr }: Finished, args: readonly string[]): void {
  if (status !== 0)
    throw new Error(`wardround ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
}
