import type { Command } from 'commander'
import { Invalid } from '~/domain/shared/errors'
import { atInstant, now } from '~/infra/clock.server'
import { deliverWaitingMail } from '~/services/mail/deliver-waiting-mail.server'
import { dryRunSweep, type PlannedDigest } from '~/services/reminders/dry-run-sweep.server'
import { sweepReminders } from '~/services/reminders/sweep-reminders.server'
import { withDatabase } from './with-database'

interface RemindOptions {
  at?: string
  dryRun?: boolean
  json?: boolean
}

/** @throws Invalid for anything but an instant with its offset */
function instantOf(text: string | undefined): Date {
  if (text === undefined) return now()
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  const instant = new Date(text)
  if (isInstant && !Number.isNaN(instant.getTime())) return instant
  throw new Invalid(
    'wrong-instant',
    `--at ${text} is no instant; write it like 2026-12-18T08:00:00Z.`,
  )
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

function printDryRun(planned: PlannedDigest[]): void {
  for (const { toName, toAddress, onDate, subject, lines } of planned) {
    print(`${onDate}  ${toName} <${toAddress}>: ${subject}`)
    for (const { kind, action, dueOn } of lines) {
      print(`  ${kind.padEnd(10)}  ${dueOn ?? ''.padEnd(10)}  ${action ?? 'Summary of the plans'}`)
    }
  }
  print(`${count(planned.length, 'message')} would be sent; nothing was changed`)
}

/** `wardround remind`: makes and sends the reminders that are due, as if it were `--at`. */
export function addRemindCommand(program: Command): void {
  program
    .command('remind')
    .description('Make and send the reminders that are due')
    .option('--at <instant>', 'as if it were this instant, such as 2026-12-18T08:00:00Z')
    .option('--dry-run', 'list what would go to whom and change nothing')
    .option('--json', 'print as JSON')
    .action(async (options: RemindOptions) => {
      const at = instantOf(options.at) // a typing error is told before anything is opened
      await withDatabase(() => remind(at, options))
    })
}

async function remind(at: Date, { dryRun, json }: RemindOptions): Promise<void> {
  if (dryRun) {
    const digests = await dryRunSweep({ at })
    if (json) print(JSON.stringify({ at: at.toISOString(), digests }, null, 2))
    else printDryRun(digests)
    return
  }
  const { digests, heldCount } = await sweepReminders({ at })
  const delivery = await atInstant(at, () => deliverWaitingMail())
  if (json) {
    print(JSON.stringify({ at: at.toISOString(), digests, heldCount, delivery }, null, 2))
    return
  }
  for (const { toName, toAddress, subject } of digests)
    print(`${toName} <${toAddress}>: ${subject}`)
  const { sent, kept, failed, waiting } = delivery
  print(`${count(digests.length, 'message')} made, ${heldCount} reminders held back`)
  print(`${sent} sent, ${kept} kept, ${failed} failed, ${waiting} waiting`)
}
