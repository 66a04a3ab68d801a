import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from './media-types'

describe('mediaTypeOf', () => {
  it.each([
    ['Audit 2026.PDF', 'application/pdf'],
    ['shot.final.png', 'image/png'],
    ['page.html', 'application/octet-stream'],
    ['drawing.svg', 'application/octet-stream'],
    ['pdf', 'application/octet-stream'],
    ['x.constructor', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('%s is %s', (name, expected) => expect(mediaTypeOf(name)).toBe(expected))
})
