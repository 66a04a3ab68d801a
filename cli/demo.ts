import type { Command } from 'commander'
import { demoPath } from '~/domain/shared/paths'
import { appUrl } from '~/infra/env.server'
import { enterDemo } from '~/services/demo/enter-demo.server'
import { withDatabase } from './with-database'

/** `wardround demo`: builds the demo clinic in an empty database. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('Build the demo clinic in an empty database')
    .action(async () => {
      await withDatabase(async () => {
        process.stderr.write('Building the demo clinic …\n')
        await enterDemo({ address: 'shell', isLocal: true, token: null })
        process.stdout.write(`The demo clinic is ready: npm start, then ${appUrl()}${demoPath()}\n`)
      })
    })
}
