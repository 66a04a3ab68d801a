import type { Command } from 'commander'
import { closeDatabase } from '~/infra/database/database.server'
import { checkInstallation } from '~/services/operations/check-installation.server'

/** `wardround doctor`: one line for each thing the product depends on; status 1 when one is not well. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check database, migrations, keys, mail, disk and clock')
    .option('--json', 'print the checks as JSON')
    .action(async (options: { json?: boolean }) => {
      try {
        const checks = await checkInstallation()
        if (options.json) {
          process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`)
        } else {
          for (const { name, isWell, message } of checks) {
            process.stdout.write(`${isWell ? 'ok  ' : 'FAIL'}  ${name.padEnd(10)}  ${message}\n`)
          }
        }
        if (checks.some((check) => !check.isWell)) process.exitCode = 1
      } finally {
        await closeDatabase()
      }
    })
}
