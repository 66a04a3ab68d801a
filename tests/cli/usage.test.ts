import { describe, expect, it } from 'vitest'
import { runWardround } from '~tests/support/server-process'

const nowhere = { settings: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' } }
const subCommands =
  'parse import demo remind doctor testmail drop-factors lift-single-sign-on audit rotate-secrets'.split(
    ' ',
  )

describe('the wardround command', () => {
  it('lists its sub-commands with --help', async () => {
    const { status, stdout, stderr } = await runWardround(nowhere, ['--help'])
    expect(status).toBe(0)
    expect(stderr).toBe('')
    for (const name of subCommands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
  })

  for (const name of subCommands) {
    it(`explains ${name} with --help`, async () => {
      const { status, stdout } = await runWardround(nowhere, [name, '--help'])
      expect(status).toBe(0)
      expect(stdout).toMatch(new RegExp(`^Usage: wardround ${name}\\b`))
    })
  }

  const wrong: [string, string[]][] = [
    ['no sub-command', []],
    ['an unknown sub-command', ['launch']],
    ['an unknown option', ['doctor', '--loudly']],
    ['a missing argument', ['parse']],
    ['a missing address', ['testmail']],
    ['one argument too many', ['testmail', 'a@example.org', 'b@example.org']],
    ['an option without its value', ['remind', '--at']],
  ]
  for (const [words, args] of wrong) {
    it(`ends with 2 and one line for ${words}`, async () => {
      const { status, stdout, stderr } = await runWardround(nowhere, args)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^wardround: .+\n$/)
      expect(stderr).toContain('--help')
    })
  }

  it('ends with one line that names a setting that is wrong', async () => {
    const { status, stderr } = await runWardround({ settings: { PORT: 'http' } }, ['doctor'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^wardround: PORT .+\n$/)
  })
})
