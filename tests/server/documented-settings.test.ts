import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Env } from '~/infra/env.server'
import { checkout } from '~tests/support/server-process'

/** The three places that name the settings: the schema, the example and the operator's manual. */
const known = Object.keys(Env.shape).sort()
const read = (path: string) =>
  existsSync(join(checkout, path)) ? readFileSync(join(checkout, path), 'utf8') : ''

const missing = (names: string[]) => known.filter((name) => !names.includes(name))
const unknown = (names: string[]) => names.filter((name) => !known.includes(name))

describe('the settings', () => {
  it('all stand in .env.example, as NAME=value or commented out, and no others', () => {
    const names = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, n]) => n!)
    expect({ missing: missing(names), unknown: unknown(names) }).toEqual({
      missing: [],
      unknown: [],
    })
  })

  it('all have a row in a table of docs/operations.md, and no others', () => {
    const rows = read('docs/operations.md').matchAll(/^\|\s*`([A-Z][A-Z_]+)`\s*\|/gm)
    const names = [...rows].map(([, name]) => name!)
    expect({ missing: missing(names), unknown: unknown(names) }).toEqual({
      missing: [],
      unknown: [],
    })
  })
})
