import { describe, expect, it } from 'vitest'
import { isSessionOver, sessionEnd } from './session-limits'

const limits = { idleMinutes: 60, absoluteMinutes: 480 }
const at = (time: string) => new Date(`2026-12-01T${time}:00Z`)
const session = { createdAt: at('08:00'), lastUsedAt: at('08:30'), expiresAt: at('16:00') }

describe('isSessionOver', () => {
  it('counts while it is used, and ends after lying idle', () => {
    expect(isSessionOver(session, limits, at('09:29'))).toBe(false)
    expect(isSessionOver(session, limits, at('09:30'))).toBe(true)
  })

  it('ends at its last moment, however much it is used', () => {
    const busy = { ...session, lastUsedAt: at('15:59') }
    expect(isSessionOver(busy, limits, at('15:59'))).toBe(false)
    expect(isSessionOver(busy, limits, at('16:00'))).toBe(true)
  })

  it('is held to limits that were shortened after it began, and gains nothing by longer ones', () => {
    const busy = { ...session, lastUsedAt: at('11:59') }
    expect(isSessionOver(busy, { ...limits, absoluteMinutes: 240 }, at('12:00'))).toBe(true)
    const late = { ...session, lastUsedAt: at('15:59') }
    expect(isSessionOver(late, { ...limits, absoluteMinutes: 1440 }, at('16:00'))).toBe(true)
  })
})

it('sessionEnd counts from the beginning', () => {
  expect(sessionEnd(at('08:00'), limits)).toEqual(at('16:00'))
})
