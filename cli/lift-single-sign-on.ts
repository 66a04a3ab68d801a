import type { Command } from 'commander'
import { Invalid } from '~/domain/shared/errors'
import { liftSingleSignOn } from '~/services/accounts/lift-single-sign-on.server'
import { findOrganisations } from '~/services/organisations/find-organisations.server'
import { withDatabase } from './with-database'

/** `wardround lift-single-sign-on`: the way back in when the provider that everybody must use is broken. */
export function addLiftSingleSignOnCommand(program: Command): void {
  program
    .command('lift-single-sign-on')
    .description('Let an organisation sign in without the provider that it asks everybody to use')
    .argument('<organisation>', 'its name')
    .action((name: string) =>
      withDatabase(async () => {
        const [organisation, another] = await findOrganisations(name)
        if (another) {
          throw new Invalid(
            'which-organisation',
            `Several organisations are called “${name}”; give this one another name first.`,
          )
        }
        await liftSingleSignOn(organisation!)
        process.stdout.write(
          `“${name}” asks nobody for single sign-on any more. Passwords and passkeys let in again.\n`,
        )
      }),
    )
}
