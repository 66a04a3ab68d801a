import type { Command } from 'commander'
import { rotateSecrets } from '~/services/operations/rotate-secrets.server'
import { withDatabase } from './with-database'

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

/** `wardround rotate-secrets`: encrypts every stored secret under the newest key. */
export function addRotateSecretsCommand(program: Command): void {
  program
    .command('rotate-secrets')
    .description('Encrypt every stored secret anew, under the newest of SECRET_KEYS')
    .action(() =>
      withDatabase(async () => {
        const { rewritten, current } = await rotateSecrets()
        process.stdout.write(
          `${count(rewritten, 'secret')} encrypted under the newest key; ${current} had it already.\n`,
        )
      }),
    )
}
