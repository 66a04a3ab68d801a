import type { Command } from 'commander'
import { sendTestMessage } from '~/services/operations/send-test-message.server'

/** `wardround testmail ADDRESS`: sends one message at once and prints the mail server's answer. */
export function addTestmailCommand(program: Command): void {
  program
    .command('testmail')
    .description('Send a test message through SMTP_URL')
    .argument('<address>', 'who gets it')
    .action(async (address: string) => {
      process.stdout.write(`Sent. The mail server said: ${await sendTestMessage(address)}\n`)
    })
}
