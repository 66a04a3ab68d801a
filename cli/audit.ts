import { Option, type Command } from 'commander'
import type { ChainPlace } from '~/domain/audit/check-chain'
import { Invalid } from '~/domain/shared/errors'
import { checkChain } from '~/services/audit/check-audit.server'
import { findOrganisations } from '~/services/organisations/find-organisations.server'
import { withDatabase } from './with-database'

interface VerifyOptions {
  organisation?: string
  head?: ChainPlace
  json?: boolean
}

/** @throws Invalid for anything but NUMBER:HASH */
function placeOf(text: string): ChainPlace {
  const parts = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim())
  if (!parts) {
    throw new Invalid(
      'wrong-head',
      `--head ${text} is no head; it looks like 1204:9f86d0…, a number and 64 hexadecimal digits.`,
    )
  }
  return { sequence: Number(parts[1]), hash: parts[2]!.toLowerCase() }
}

const print = (line: string) => process.stdout.write(`${line}\n`)

/** `wardround audit verify`: computes every hash of the audit log again; status 1 when it is not whole. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('The audit log')
  audit
    .command('verify')
    .description('Check that no entry of the audit log was changed, removed or inserted')
    .option('--organisation <name>', 'this one alone, instead of all')
    .addOption(
      new Option(
        '--head <number:hash>',
        'a head noted down earlier, which must be in the log',
      ).argParser(placeOf),
    )
    .option('--json', 'print as JSON')
    .action((options: VerifyOptions) => withDatabase(() => verify(options)))
}

async function verify({ organisation, head, json }: VerifyOptions): Promise<void> {
  const organisations = await findOrganisations(organisation ?? null)
  if (head && organisations.length > 1) {
    throw new Invalid(
      'which-organisation',
      'A head belongs to one organisation; name it with --organisation.',
    )
  }
  const checks = []
  for (const { id, name } of organisations) {
    const check = await checkChain(id, head ?? null)
    checks.push({ organisation: name, ...check })
    if (!check.isWhole) process.exitCode = 1
    if (json) continue
    const count = `${check.entryCount.toLocaleString('en')} entries`
    for (const finding of check.findings) print(`${name}: ${finding}`)
    if (check.furtherCount > 0) print(`${name}: and ${check.furtherCount} more`)
    print(
      `${name}: ${check.isWhole ? 'whole' : 'NOT WHOLE'}, ${count}, head ${check.head.sequence}:${check.head.hash}`,
    )
  }
  if (json) print(JSON.stringify({ checks }, null, 2))
}
