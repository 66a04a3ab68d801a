import { Command, CommanderError } from 'commander'
import { DomainError } from '~/domain/shared/errors'
import { StartupError } from '~/infra/env.server'
import { addAuditCommand } from './audit'
import { addDemoCommand } from './demo'
import { addDoctorCommand } from './doctor'
import { addDropFactorsCommand } from './drop-factors'
import { addImportCommand } from './import'
import { addLiftSingleSignOnCommand } from './lift-single-sign-on'
import { addParseCommand } from './parse'
import { addRemindCommand } from './remind'
import { addRotateSecretsCommand } from './rotate-secrets'
import { addTestmailCommand } from './testmail'

/** Exit statuses: 0 well, 1 failed, 2 wrong usage, 3 a document without any item. */
export const exitStatus = { ok: 0, failed: 1, usage: 2, nothingFound: 3 } as const

/** The `wardround` command with all its sub-commands. */
export function buildProgram(): Command {
  const program = new Command('wardround')
    .description('Turns a written security guide into a plan that gets finished.')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .showHelpAfterError(false)
  addParseCommand(program)
  addImportCommand(program)
  addDemoCommand(program)
  addRemindCommand(program)
  addDoctorCommand(program)
  addTestmailCommand(program)
  addDropFactorsCommand(program)
  addLiftSingleSignOnCommand(program)
  addAuditCommand(program)
  addRotateSecretsCommand(program)
  for (const command of program.commands.flatMap((each) => [each, ...each.commands])) {
    command.exitOverride().configureOutput({ outputError: () => {} })
  }
  return program
}

const fail = (line: string, status: number): number => {
  process.stderr.write(
    `wardround: ${line
      .replace(/^error: /, '')
      .replaceAll('\n', ' ')
      .trim()}\n`,
  )
  return status
}

/** Runs the command with these arguments and answers its exit status; never throws for what a person can mend. */
export async function runProgram(args: readonly string[]): Promise<number> {
  process.exitCode = exitStatus.ok
  if (args.length === 0) {
    return fail('choose a command; `wardround --help` lists them', exitStatus.usage)
  }
  try {
    await buildProgram().parseAsync([...args], { from: 'user' })
    return process.exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitStatus.ok
      return fail(`${error.message} (see \`wardround --help\`)`, exitStatus.usage)
    }
    if (error instanceof DomainError || error instanceof StartupError) {
      return fail(error.message, exitStatus.failed)
    }
    if (error instanceof Error && error.name === 'MailFailure') {
      return fail(error.message, exitStatus.failed)
    }
    throw error
  }
}
