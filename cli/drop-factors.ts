import type { Command } from 'commander'
import { dropFactors } from '~/services/accounts/drop-factors.server'
import { withDatabase } from './with-database'

/** `wardround drop-factors`: lets somebody back in who lost their phone and their recovery codes. */
export function addDropFactorsCommand(program: Command): void {
  program
    .command('drop-factors')
    .description('Remove the second factors of an account whose owner lost all of them')
    .argument('<email>', 'the address of the account')
    .action((email: string) =>
      withDatabase(async () => {
        await dropFactors(email)
        process.stdout.write(
          `The second factors and recovery codes of ${email} are removed, its sessions ended, and a message is on its way.\n`,
        )
      }),
    )
}
