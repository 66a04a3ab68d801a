import type { Command } from 'commander'
import { readGuide } from '~/domain/guides/read-guide'
import { toParseJson } from '~/domain/guides/to-parse-json'
import { readDocument } from './read-document'

/** `wardround parse FILE`: shows what would be read out of a guide. Needs no database. */
export function addParseCommand(program: Command): void {
  program
    .command('parse')
    .description('Show what is read out of a guide; needs no database')
    .argument('<file>', 'a guide as text or Markdown; - for standard input')
    .option('--json', 'print everything that was read, as JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const guide = readGuide(await readDocument(file))
      const { plan } = guide
      if (options.json) {
        process.stdout.write(`${JSON.stringify(toParseJson(guide), null, 2)}\n`)
      } else {
        process.stdout.write(`${plan.title ?? 'Untitled'} (${guide.format})\n`)
        for (const item of plan.items) {
          const horizon = item.horizonDays === null ? '  –' : String(item.horizonDays).padStart(3)
          const owners = item.owners.length > 0 ? ` [${item.owners.join(', ')}]` : ''
          process.stdout.write(
            `${horizon} d  ${item.track ?? ''}${item.track ? ': ' : ''}${item.action}${owners}\n`,
          )
        }
        for (const warning of plan.warnings) {
          process.stderr.write(`line ${warning.line}: ${warning.reason}\n`)
        }
      }
      if (plan.items.length === 0) process.exitCode = 3
    })
}
